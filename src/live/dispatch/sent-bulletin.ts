import type { TextId } from '../../base/ids.ts'
import type { Bulletin } from '../../render/bulletin.ts'

/** A version of a bulletin that was handed to channels. */
export interface SentBulletin {
  readonly id: string
  /** From 1; a correction and a kill are one more. */
  readonly version: number
  readonly pubstatus: 'usable' | 'canceled'
  /** When its first version was made, ISO 8601 UTC. */
  readonly created: string
  readonly changed: string
  /** Nobody gets it before, ISO 8601 UTC. */
  readonly notBefore: string | null
  /** Why it was corrected or killed. */
  readonly note: string | null
  readonly channels: readonly string[]
  /** By language; of a kill those of the version before. */
  readonly texts: Readonly<Record<string, Bulletin>>
  /** The texts of the reports that it quotes. */
  readonly sources: readonly { readonly report: string; readonly text: TextId }[]
}

/** The bulletin without a word of a text. */
export function withoutText(sent: SentBulletin, text: TextId): SentBulletin {
  const reports = new Set(sent.sources.flatMap((one) => (one.text === text ? [one.report] : [])))
  const blank = <One extends { readonly report: string; readonly quote: string }>(one: One): One =>
    reports.has(one.report) ? { ...one, quote: '' } : one
  const texts = Object.fromEntries(
    Object.entries(sent.texts).map(([lang, bulletin]) => [
      lang,
      {
        ...bulletin,
        days: bulletin.days.map((day) => ({ ...day, items: day.items.map(blank) })),
        disputed: bulletin.disputed.map(({ statements: [left, right], ...rest }) => ({
          ...rest,
          statements: [blank(left), blank(right)] as const,
        })),
      },
    ]),
  )
  return { ...sent, texts }
}
