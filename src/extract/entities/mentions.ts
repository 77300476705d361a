import type { Span } from '../../base/spans.ts'
import type { EntityKind, Mention, Sector } from '../../document/report.ts'

/** A mention before the document's mentions are gathered into entities. */
export interface FoundMention extends Span {
  /** Rows `[first, last]` of the token columns, inclusive; the contraction's parts count as rows. */
  readonly first: number
  readonly last: number
  readonly mention: Mention['kind']
  readonly kind: EntityKind
  readonly name: string
  /** A person's given name stands here too, so that this mention says who is meant wherever the surname alone does not. */
  readonly isFullName: boolean
  readonly country: string | null
  /** States of which one is its country, as the report has it. */
  readonly bases?: readonly string[]
  /** Said to belong to several states or to none (`internationale Beobachter`): never taken to be of the state that the report tells of. */
  readonly ofSeveral?: boolean
  readonly sector: Sector | null
  /** The sector is what the words beside a known person say (`der Oppositionsführer X`), not what the codebook does. */
  readonly isInWords?: boolean
  readonly codebook: string | null
  /** Role key of the codebook, for descriptions of office. */
  readonly role: string | null
  readonly coordinates: readonly [number, number] | null
  /** The noun in which a group's name ends, by which a report goes on to speak of it: `Parlament` of `Europäisches Parlament`. */
  readonly headNoun?: string
  /** Equal keys are one entity. */
  readonly key: string
}

/** The noun of a description's key (`Palästinenser~REB/PSE`), without the sector that words beside it give and without the country. */
export const nounOf = ({ key }: FoundMention): string => key.split(/[/~]/)[0]!
