import { contains } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { Attribution, EventType, SourceLink } from '../../document/report.ts'
import type { Side } from './sides.ts'
import { VERBAL } from './verbal.ts'

/** Who tells of the event; nobody where an actor speaks for itself, unless somebody else tells that it did: `laut dem Sender kündigte er an`. */
export function claimantOf(
  source: Attribution | null,
  type: EventType,
  actors: readonly Side[],
  doc: Document,
): Attribution | null {
  if (source === null || !VERBAL.has(type)) return source
  const speakers = source.chain.filter(({ kind }) => kind !== 'outlet' && kind !== 'agency')
  const other = speakers.findIndex((link) => !actors.some((side) => speaksFor(link, side, doc)))
  if (other < 0) return null
  const { name, entity, from, to } = speakers[other]!
  const chain = source.chain.filter((link) => !speakers.slice(0, other).includes(link))
  return { name, entity, from, to, chain }
}

/** Whoever acts speaks, or a person of theirs does: `eine Sprecherin des Gerichts teilte mit, das Gericht lehne ab`. */
function speaksFor(link: SourceLink, { entity }: Side, doc: Document): boolean {
  if (entity.id === link.entity) return true
  if (entity.mentions.some((m) => contains(link, m))) return true
  const speaker = doc.layer('entities').find(({ id }) => id === link.entity)
  return speaker?.kind === 'person' && speaker.country !== null && speaker.country === entity.country
}
