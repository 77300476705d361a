import { type Distance, isPlace, type Member } from './cast.ts'
import type { Asked, Option } from './options.ts'

/** Where it may have happened, the rules' choice among them. */
export function placeOptions(asked: Asked): Option[] {
  const { event, word, cast } = asked
  const filled = event.place === null ? 'open' : 'filled'
  const nowhere = [
    'nowhere',
    `nowhere:${filled}`,
    `nowhere:${event.type}/${filled}`,
    `nowhere:${event.placePrecision}`,
    `nowhere:${word.upos}`,
    `nowhere:${event.aux}`,
  ]
  const out: Option[] = [{ member: null, nearest: null, features: nowhere }]
  for (const member of cast.around(word, event.place === null ? [] : [event.place])) {
    if (!isPlace(member.entity)) continue
    const distance = asked.distanceOf(member)
    out.push({ member, nearest: distance, features: placeFeatures(asked, member, distance) })
  }
  return out
}

const LOCATIVE = new Set(['in', 'bei', 'nahe', 'aus', 'nach', 'auf', 'an'])

function placeFeatures(
  { event, word, cast, course }: Asked,
  member: Member,
  { appearance, far, path }: Distance,
): string[] {
  const { entity } = member
  const { preposition, head, mention } = appearance
  const local = LOCATIVE.has(preposition) ? 'there' : 'other'
  const countries = (ids: readonly string[]) => ids.map((id) => cast.member(id)?.entity.country ?? null)
  const out = [
    `far=${far}/${entity.kind}`,
    `far=${far}/${local}`,
    `share=${cast.shareOfPlaces(entity.country)}`,
    `kind=${entity.kind}/${event.type}`,
    mention.from < word.from ? 'before' : 'behind',
    path ? `role=${head.relation}:${preposition}` : `role=${head.relation}:${preposition}/other`,
  ]
  if (path) {
    const [up, down] = path
    out.push(`path=${Math.min(up, 3)}/${Math.min(down, 3)}/${local}`)
  }
  if (entity.country !== null) {
    if (countries(event.actors).includes(entity.country))
      out.push('of the actor', `of the actor/${event.type}`)
    if (countries(event.recipients).includes(entity.country))
      out.push('of the recipient', `of the recipient/${event.type}`)
  }
  if (event.place === entity.id)
    out.push('rule', `rule/${event.placePrecision}`, `rule/${far}`, `rule/${event.type}`)
  else if (event.place === null) out.push('open')
  if (course.before(event)?.place === entity.id) out.push('place before')
  return out
}
