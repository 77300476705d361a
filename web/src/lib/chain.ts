import type { EventMention } from '../../../src/chronicle/types.ts'
import type { SourceKind } from '../../../src/document/report.ts'

export interface ChainLink {
  readonly name: string | null
  readonly kind: SourceKind
}

/** Who has it from whom, outermost first: outlet, then agency, then those the text names. */
export function chainOf(mention: EventMention): ChainLink[] {
  const named: ChainLink[] = mention.attribution?.chain.map(({ name, kind }) => ({ name, kind })) ?? []
  const has = (kind: SourceKind, name: string | null) =>
    named.some((link) => link.kind === kind && (name === null || link.name === name))
  const outlet = has('outlet', null) ? [] : [{ name: mention.outlet, kind: 'outlet' as const }]
  const agencies = mention.agency
    .filter((name) => !has('agency', name))
    .map((name) => ({ name, kind: 'agency' as const }))
  const outer = named.filter(({ kind }) => kind === 'outlet' || kind === 'agency')
  const inner = named.filter(({ kind }) => kind !== 'outlet' && kind !== 'agency')
  return [...outlet, ...outer, ...agencies, ...inner]
}
