import { contains } from '../../../base/spans.ts'
import type { ReportedEvent } from '../../../document/report.ts'
import type { Token } from '../../../document/tokens.ts'
import { ACTING } from '../../entities/entity-index.ts'
import { caseOf, isPassive } from '../../syntax/clauses.ts'
import type { Appearance, Cast, Distance, Member } from './cast.ts'
import type { Course } from './course.ts'

/** One answer to a question about an event; the member is null for "none that the report tells". */
export interface Option {
  readonly member: Member | null
  readonly nearest: Distance | null
  /** Beside those of the member. */
  readonly features: readonly string[]
}

/** All that speaks for or against an option. */
export const featuresOf = ({ member, features }: Option): string[] => [
  ...(member?.features ?? []),
  ...features,
]

export type Role = 'actor' | 'recipient'

/** What options are seen from. */
export interface Asked {
  readonly event: ReportedEvent
  readonly word: Token
  /** Where a member is named nearest to that word. */
  readonly distanceOf: (member: Member) => Distance
  readonly cast: Cast
  /** The events of the report, this one as well. */
  readonly course: Course
}

/** Who may have done it, or to whom it may have been done, the rules' choice among them. */
export function sideOptions(asked: Asked, role: Role): Option[] {
  const { event, cast } = asked
  const own = role === 'actor' ? event.actors : event.recipients
  const out: Option[] = [{ member: null, nearest: null, features: nobody(asked, own.length > 0) }]
  for (const member of cast.around(asked.word, own)) {
    const { kind } = member.entity
    if (!ACTING.has(kind) && !(role === 'recipient' && SUFFERING.has(kind))) continue
    const distance = asked.distanceOf(member)
    out.push({ member, nearest: distance, features: sideFeatures(asked, role, member, distance) })
  }
  return out
}

/** Kinds that deeds are done to beside those that act. */
const SUFFERING: ReadonlySet<string> = new Set(['place', 'object'])

function nobody({ event, word }: Asked, isFilled: boolean): string[] {
  const filled = isFilled ? 'filled' : 'open'
  const other = event.actors.length + event.recipients.length === 0 ? 'alone' : 'with'
  return [
    'nobody',
    `nobody:${filled}`,
    `nobody:${event.type}/${filled}`,
    `nobody:${event.type}/${event.mode}`,
    `nobody:${word.upos}/${filled}`,
    `nobody:${isPassive(word) ? 'passive' : 'active'}/${filled}`,
    `nobody:${other}/${filled}`,
    `nobody:${event.aux}`,
  ]
}

function sideFeatures(asked: Asked, role: Role, member: Member, distance: Distance): string[] {
  const { event, cast, course, word } = asked
  const { entity } = member
  const { far, path, appearance } = distance
  const { role: place, preposition } = appearance
  const own = role === 'actor' ? event.actors : event.recipients
  const others = role === 'actor' ? event.recipients : event.actors
  const out = [
    `far=${far}`,
    `role=${place}/${path ? 'same' : 'other'}`,
    `sector=${entity.sector}/${event.type}`,
    `kind=${entity.kind}/${event.type}`,
  ]
  if (path) {
    const [up, down] = path
    out.push(
      `role=${place}:${preposition}`,
      `path=${Math.min(up, 4)}/${Math.min(down, 4)}`,
      `path=${Math.min(up, 3)}/${Math.min(down, 3)}/${place}:${preposition}`,
      appearance.mention.from < word.from ? 'before' : 'behind',
    )
    if (isTarget(appearance, word)) out.push('target', `target/${event.type}`)
  }
  if (others.includes(entity.id)) out.push('other')
  if (isPartOfOther(event, role, appearance)) out.push('part of the other')
  if (entity.country !== null && others.some((id) => cast.member(id)?.entity.country === entity.country))
    out.push('other country', `other country/${event.type}`)
  if (event.attribution?.entity === entity.id)
    out.push('source', `source/${entity.kind}`, `source/${entity.sector}`)
  const at = own.indexOf(entity.id)
  if (at >= 0)
    out.push(
      'rule',
      `rule/${entity.kind}`,
      `rule/${event.type}`,
      at > 0 ? 'rule:more' : 'rule:first',
      `rule/${far}`,
    )
  else if (own.length === 0) out.push('open')
  const acts = course.actsOf(entity.id)
  const suffers = course.suffersOf(entity.id)
  // most members do nothing and nothing is done to them
  if (acts.length + suffers.length > 0) out.push(...elsewhere(event, others, acts, suffers))
  return out
}

/** `Anschlag auf ein Lager der Armee`: what it is aimed at, and whose that is. */
function isTarget({ head }: Appearance, word: Token): boolean {
  let aimed = false
  let steps = 0
  for (let t: Token | null = head; t && steps < DEEPEST; t = t.head, steps++) {
    if (t.is(word)) return aimed
    aimed ||= AIMED.has(caseOf(t))
  }
  return false
}

const AIMED = new Set(['auf', 'gegen', 'über'])
/** Phrases within phrases that are looked through. */
const DEEPEST = 4

/** What an entity that acts in some events of the report and suffers in others does and suffers beside this one. */
function elsewhere(
  event: ReportedEvent,
  others: readonly string[],
  acts: readonly ReportedEvent[],
  suffers: readonly ReportedEvent[],
): ReadonlySet<string> {
  const out = new Set<string>()
  for (const other of acts) {
    if (other.id === event.id) continue
    out.add('acts')
    if (other.type === event.type)
      out.add(other.trigger.from < event.trigger.from ? 'acts so' : 'acts so later')
    if (others.some((o) => other.recipients.includes(o))) out.add('acts on the other')
  }
  for (const other of suffers) {
    if (other.id === event.id) continue
    out.add('suffers')
    if (other.type === event.type) out.add('suffers so')
    if (others.some((o) => other.actors.includes(o))) out.add('suffers from the other')
  }
  return out
}

/** `ein Sprecher des Ministeriums kritisierte`: what names one side is hardly ever the other. */
function isPartOfOther({ arguments: sides }: ReportedEvent, role: Role, { head }: Appearance): boolean {
  const above = head.head
  return (
    above !== null &&
    sides.some(({ role: other, mention }) => other !== role && other !== 'place' && contains(mention, above))
  )
}
