import { intersect, parseEdtf } from '../base/calendar.ts'
import { hashOf } from '../base/ids.ts'
import type { Status } from '../document/report.ts'
import { figureContradictions } from './figure-contradictions.ts'
import { countryOf, placeKey } from './parties.ts'
import type { Add, Statement } from './statements.ts'
import { dateOfPassage, type Passage, placeOfPassage, statusOfPassage } from './tellings.ts'
import type { ChronicleEvent, Contradiction, EventMention, Party } from './types.ts'
import { compareText, fold } from './words.ts'

/** Statuses that say it is so, and statuses that say it is not. */
const CLAIMING: ReadonlySet<Status> = new Set(['asserted', 'claimed', 'historical'])
const DENYING: ReadonlySet<Status> = new Set(['denied', 'negated'])

/**
 * Statements about one event that cannot both hold and do not come from one source. Of many that say the same, the first pair in
 * canonical order stands for all, an open one before one that is settled. Bounds are honoured: "at least 12" does not contradict 19. What a later figure or a later state of the
 * report has settled stays, with the reason.
 */
export function contradictionsOf(event: ChronicleEvent, passages: readonly Passage[]): Contradiction[] {
  const found = new Map<string, Contradiction>()
  const add: Add = (kind, [left, right], message, about, resolved) => {
    const key = `${kind} ${about}`
    const known = found.get(key)
    // One that is settled between two reports may still be open between two others.
    if (known !== undefined && (known.resolved === null || resolved !== null)) return
    const spans = [left.text, left.from, left.to, right.text, right.from, right.to]
    const id = hashOf('contradiction', kind, ...spans).slice(0, 16)
    found.set(key, { id, kind, event: event.id, left, right, message, resolved })
  }
  figureContradictions(event.figures, add)
  statementPairs(event, passages, add)
  return [...found.values()].sort((a, b) => compareText(a.kind, b.kind) || compareText(a.id, b.id))
}

/** A passage as its newest reading tells it. */
interface Told {
  readonly passage: Passage
  readonly mention: EventMention
  readonly voice: string
}

/** Distinct things said that are compared with each other; an event told a thousand times says few of them. */
const DISTINCT = 48

function statementPairs(event: ChronicleEvent, passages: readonly Passage[], add: Add): void {
  const told = distinctOf(event, passages)
  for (let x = 0; x < told.length; x++)
    for (let y = x + 1; y < told.length; y++)
      if (told[x]!.voice !== told[y]!.voice) compare(told[x]!, told[y]!, add)
}

/** The first passage of each voice and content, in canonical order. */
function distinctOf(event: ChronicleEvent, passages: readonly Passage[]): Told[] {
  const mentions = new Map(
    event.mentions.map((mention) => [`${mention.reading} ${mention.reportEvent}`, mention]),
  )
  const told = new Map<string, Told>()
  for (const passage of passages) {
    const own = passage.lead.mention
    const mention = mentions.get(`${own.reading} ${own.reportEvent}`)
    if (mention === undefined) continue
    const voice = `${mention.sourceKey} ${mention.attribution === null ? '' : fold(mention.attribution.name)}`
    const place = placeOfPassage(passage)
    const content = [
      ...[voice, statusOfPassage(passage), namesOf(passage.lead.actors), dateOfPassage(passage)?.edtf],
      ...[place === null ? null : placeKey(place), mention.superseded?.kind],
    ]
    const key = JSON.stringify(content)
    if (!told.has(key)) told.set(key, { passage, mention, voice })
    if (told.size >= DISTINCT) break
  }
  return [...told.values()]
}

function compare(a: Told, b: Told, add: Add): void {
  const pair = [statementOf(a), statementOf(b)] as const
  const resolved = a.mention.superseded !== null || b.mention.superseded !== null ? 'superseded' : null
  const statuses = [statusOfPassage(a.passage), statusOfPassage(b.passage)] as const
  if (statuses.some((one) => CLAIMING.has(one)) && statuses.some((one) => DENYING.has(one))) {
    add('denial', pair, statuses.join(' / '), `${a.voice} ${b.voice}`, resolved)
    return
  }
  if (!statuses.every((one) => CLAIMING.has(one))) return
  const note = (kind: Contradiction['kind'], about: [string, string]) =>
    add(kind, pair, about.join(' / '), [...about].sort().join(), resolved)
  const [left, right] = [a.passage.lead, b.passage.lead]
  const areStrangers =
    areOthers(left.actors, right.actors) && areOthers(left.actors, [...right.actors, ...right.recipients])
  if (areStrangers || areFoes(left.actors, right.actors))
    note('actors', [namesOf(left.actors), namesOf(right.actors)])
  const dates = [dateOfPassage(a.passage), dateOfPassage(b.passage)] as const
  if (dates[0]?.marked && dates[1]?.marked && areDisjoint(dates[0].edtf, dates[1].edtf))
    note('date', [dates[0].edtf, dates[1].edtf])
  const places = [placeOfPassage(a.passage), placeOfPassage(b.passage)] as const
  const areExact = places[0]?.precision === 'exact' && places[1]?.precision === 'exact'
  if (areExact && placeKey(places[0]!) !== placeKey(places[1]!))
    note('place', [places[0]!.name, places[1]!.name])
}

function statementOf({ mention }: Told): Statement {
  return { report: mention.report, ...mention.evidence, text: mention.text }
}

/** Organs of a state, and those who fight it. "Gunmen" (UAF) may be either. */
const STATE: ReadonlySet<Party['sector']> = new Set<Party['sector']>(['GOV', 'MIL', 'COP', 'SPY'])
const ARMED: ReadonlySet<Party['sector']> = new Set<Party['sector']>(['REB', 'CRM'])

/** Within one country: the army and a militia, or two groups that the codebook tells apart. */
function areFoes(a: readonly Party[], b: readonly Party[]): boolean {
  return a.length > 0 && b.length > 0 && a.every((one) => b.every((other) => isFoe(one, other)))
}

function isFoe(a: Party, b: Party): boolean {
  if (a.key === b.key) return false
  const [left, right] = [a.sector, b.sector]
  if ((STATE.has(left) && ARMED.has(right)) || (ARMED.has(left) && STATE.has(right))) return true
  return ARMED.has(left) && ARMED.has(right) && a.codebook !== null && b.codebook !== null
}

/** Both known, and none in common by key or country. */
function areOthers(a: readonly Party[], b: readonly Party[]): boolean {
  const tokens = (party: Party) => countryOf(party) ?? party.codebook
  const left = a.map(tokens)
  const right = new Set(b.map(tokens))
  const known = left.length > 0 && right.size > 0 && !left.includes(null) && !right.has(null)
  return known && !left.some((token) => right.has(token))
}

function namesOf(parties: readonly Party[]): string {
  return parties.map((party) => party.name).join(', ')
}

function areDisjoint(a: string, b: string): boolean {
  const left = parseEdtf(a)
  const right = parseEdtf(b)
  return left !== null && right !== null && intersect(left, right) === null
}
