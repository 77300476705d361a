import { boundsOf } from '../../chronicle/figures.ts'
import type { Chronicle, ChronicleEvent } from '../../chronicle/types.ts'
import type { FigureUnit } from '../../document/report.ts'
import type { Trigger } from './rule.ts'

/**
 * What a trigger looks at in one event: facts by their keys. A fact that `stands` is told when it comes and taken back when it goes; any
 * other is told when its value is another than before. Copies of a report leave all of them as they are.
 */
export interface Fact {
  readonly kind: 'new' | 'changed' | 'status' | 'figure' | 'revised' | 'contradiction' | 'second'
  readonly stands: boolean
  readonly value: string
}

export function factsOf(
  event: ChronicleEvent,
  chronicle: Chronicle,
  on: readonly Trigger[],
): Map<string, Fact> {
  const facts = new Map<string, Fact>()
  for (const trigger of on) {
    if (typeof trigger === 'object') {
      const { unit, atLeast } = trigger.figure
      const most = lowerBound(event, unit)
      if (most !== null && most >= atLeast)
        facts.set(`figure ${unit} ${atLeast}`, { kind: 'figure', stands: true, value: `${unit} ${atLeast}` })
      continue
    }
    switch (trigger) {
      case 'new':
        facts.set('event', { kind: 'new', stands: true, value: '' })
        break
      case 'changed':
        facts.set('substance', { kind: 'changed', stands: false, value: substanceOf(event) })
        break
      case 'status':
        facts.set('status', { kind: 'status', stands: false, value: event.status })
        break
      case 'figure-revised':
        for (const [unit, value] of figureValues(event))
          facts.set(`revised ${unit}`, { kind: 'revised', stands: false, value })
        break
      case 'second-source':
        if (event.independentSources >= 2) facts.set('second', { kind: 'second', stands: true, value: '' })
        break
      case 'contradiction':
      case 'contradiction-ended':
        for (const { event: id, kind, resolved } of chronicle.contradictions)
          if (id === event.id && resolved === null)
            facts.set(`contradiction ${kind}`, { kind: 'contradiction', stands: true, value: kind })
        break
      case 'position':
        break
      default:
        trigger satisfies never
    }
  }
  return facts
}

/** What is said about an event besides by how many. */
function substanceOf({
  type,
  mode,
  actors,
  recipients,
  place,
  date,
  status,
  figures,
}: ChronicleEvent): string {
  const keys = (parties: ChronicleEvent['actors']) => parties.map(({ key }) => key).sort()
  const numbers = new Set(
    standing(figures).map(({ figure }) => JSON.stringify([figure.unit, boundsOf(figure)])),
  )
  return JSON.stringify([
    ...[type, mode, keys(actors), keys(recipients), place?.codebook ?? place?.name ?? null],
    ...[date?.edtf ?? null, status, [...numbers].sort()],
  ])
}

/** The largest number of a unit that a report vouches for; null when none gives one. */
function lowerBound({ figures }: ChronicleEvent, unit: FigureUnit): number | null {
  const lows = standing(figures)
    .filter(({ figure }) => figure.unit === unit)
    .map(({ figure }) => figure.min ?? figure.value)
  const known = lows.filter((low) => low !== null)
  return known.length === 0 ? null : Math.max(...known)
}

/** By unit, the bounds that reports give, each once. */
function figureValues({ figures }: ChronicleEvent): Map<FigureUnit, string> {
  const values = new Map<FigureUnit, Set<string>>()
  for (const { figure } of standing(figures)) {
    if (figure.unit === 'other') continue
    const { low, high } = boundsOf(figure)
    values.set(figure.unit, (values.get(figure.unit) ?? new Set()).add(`${low}..${high}`))
  }
  return new Map([...values].map(([unit, all]) => [unit, [...all].sort().join(' ')]))
}

/** Figures that no other report took the place of. */
function standing(figures: ChronicleEvent['figures']): ChronicleEvent['figures'] {
  return figures.filter(({ superseded }) => superseded === null)
}
