import type { Span } from '../../src/base/spans.ts'
import type { Report, ReportedEvent } from '../../src/document/report.ts'

interface Known {
  readonly kind: Report['entities'][number]['kind']
  readonly name: string
  readonly country: string | null
  readonly sector: Report['entities'][number]['sector']
  readonly coordinates?: [number, number]
}

export interface AnnotatedFigure {
  readonly mention: string
  readonly value?: number
  readonly min?: number
  readonly max?: number
  readonly approx?: boolean
  readonly unit: Report['figures'][number]['unit']
  readonly counted?: string
}

export interface AnnotatedEvent {
  readonly incident: string
  readonly type: ReportedEvent['type']
  readonly mode?: string
  readonly evidence: string
  readonly trigger: string
  /** `codebook id@mention`, or `~kind/country/sector=Name@mention` for whom the codebook does not know. */
  readonly actors?: readonly string[]
  readonly recipients?: readonly string[]
  readonly place?: string
  readonly precision?: NonNullable<ReportedEvent['placePrecision']>
  /** Absent: the day of publication, unmarked. Null: the report does not say when. */
  readonly date?: { readonly edtf: string; readonly mention: string } | null
  readonly aux?: NonNullable<ReportedEvent['aux']>
  readonly status?: ReportedEvent['factuality']['status']
  readonly by?: string
  readonly attribution?: { readonly name: string; readonly kind: Kind; readonly mention: string }
  readonly figures?: readonly AnnotatedFigure[]
  readonly also?: readonly string[]
}
type Kind = NonNullable<ReportedEvent['attribution']>['chain'][number]['kind']

export interface AnnotatedReport {
  readonly id: string
  readonly title: string
  readonly published: string
  readonly outlet: string
  readonly url: string
  readonly text: string
  readonly events: readonly AnnotatedEvent[]
  readonly unscored: readonly string[]
}

export interface Annotations {
  /** Stories (a report's id without its number) that nobody should read while tuning. */
  readonly heldOut: readonly string[]
  readonly codebook: Readonly<Record<string, Known>>
  readonly reports: readonly AnnotatedReport[]
}

/** The only place where the words stand. Throws where they stand nowhere or twice. */
export function only(text: string, words: string, report: string): Span {
  const from = text.indexOf(words)
  if (from < 0 || text.indexOf(words, from + 1) >= 0)
    throw new Error(`${report}: must stand exactly once in the text: ${words}`)
  return { from, to: from + words.length }
}

/** The place of a mention: inside the evidence if it is there, else the one nearest to it. */
export function nearest(text: string, words: string, evidence: Span, report: string): Span {
  let best: Span | null = null
  let distance = Number.POSITIVE_INFINITY
  for (let from = text.indexOf(words); from >= 0; from = text.indexOf(words, from + 1)) {
    const to = from + words.length
    const away = Math.max(0, evidence.from - from, to - evidence.to)
    if (away < distance) {
      best = { from, to }
      distance = away
    }
  }
  if (!best) throw new Error(`${report}: stands nowhere in the text: ${words}`)
  return best
}
