import type { Chronicle, ChronicleEvent, Party } from '../../chronicle/types.ts'
import { fold } from '../../chronicle/words.ts'
import type { Codebook } from '../../codebook/types.ts'
import type { ActorAnswer, ActorsAnswer } from '../api.ts'
import { actorUnknown } from '../problem.ts'
import type { FilterQuery } from '../query.ts'
import { select } from '../select.ts'
import { historiesIn, stanceOf } from './disputed.ts'
import { standingOf } from './standing.ts'
import { hasPage, sideOf, summaryOf, tally } from './summary.ts'

/** Most parties that a table of who acts upon whom can show. */
const MOST = 60
/** Events of each kind on an actor's page. */
const SHOWN = 200

export function actorsAnswer(chronicle: Chronicle, filter: FilterQuery): ActorsAnswer {
  const found = new Map<
    string,
    { party: Party; acting: Set<ChronicleEvent>; receiving: Set<ChronicleEvent>; names: Map<string, number> }
  >()
  const dyads = new Map<string, { actor: string; recipient: string; events: ChronicleEvent[] }>()
  for (const event of select(chronicle, filter)) {
    for (const [parties, side] of [
      [event.actors, 'acting'],
      [event.recipients, 'receiving'],
    ] as const) {
      for (const party of parties) {
        const entry = found.get(party.key) ?? {
          party,
          acting: new Set(),
          receiving: new Set(),
          names: new Map(),
        }
        entry[side].add(event)
        entry.names.set(party.name, (entry.names.get(party.name) ?? 0) + 1)
        found.set(party.key, entry)
      }
    }
    for (const { key: actor } of event.actors) {
      for (const { key: recipient } of event.recipients) {
        const key = JSON.stringify([actor, recipient])
        const dyad = dyads.get(key)
        if (dyad) dyad.events.push(event)
        else dyads.set(key, { actor, recipient, events: [event] })
      }
    }
  }
  const ranked = [...found.values()]
    .map((entry) => ({ ...entry, events: new Set([...entry.acting, ...entry.receiving]) }))
    .filter(({ party }) => hasPage(party))
    .sort((a, b) => b.events.size - a.events.size || (a.party.key < b.party.key ? -1 : 1))
    .slice(0, MOST)
  const keys = new Set(ranked.map(({ party }) => party.key))
  return {
    ...standingOf(chronicle),
    actors: ranked.map(({ party, names, acting, receiving, events }) => ({
      ...sideOf({ ...party, name: mostFrequent(names) }),
      events: events.size,
      acting: acting.size,
      receiving: receiving.size,
      types: tally(events),
    })),
    dyads: [...dyads.values()]
      .filter(({ actor, recipient }) => keys.has(actor) && keys.has(recipient))
      .map(({ actor, recipient, events }) => ({
        actor,
        recipient,
        events: events.length,
        types: tally(events),
      })),
    others: found.size - ranked.length,
  }
}

export function actorAnswer(chronicle: Chronicle, key: string, codebook: Codebook | null): ActorAnswer {
  const events = select(chronicle, {})
  const isIt = (party: Party) => party.key === key
  const acting = events.filter(({ actors }) => actors.some(isIt))
  const receiving = events.filter(({ recipients }) => recipients.some(isIt))
  const held = historiesIn(chronicle).filter(({ holder }) => isIt(holder))
  const party = acting[0]?.actors.find(isIt) ?? receiving[0]?.recipients.find(isIt) ?? held[0]?.holder ?? null
  if (party === null || !hasPage(party)) throw actorUnknown(key)
  const name = fold(party.name)
  const statements = events.filter(({ mentions }) =>
    mentions.some(
      ({ attribution }) =>
        attribution !== null && [attribution, ...attribution.chain].some((link) => fold(link.name) === name),
    ),
  )
  const shown = (list: readonly ChronicleEvent[]) =>
    list.slice(0, SHOWN).map((event) => summaryOf(event, chronicle))
  return {
    ...standingOf(chronicle),
    actor: sideOf({ ...party, name: nameIn([...acting, ...receiving], key) ?? party.name }),
    roles: rolesOf(party, codebook),
    acting: shown(acting),
    receiving: shown(receiving),
    total: new Set([...acting, ...receiving]).size,
    stances: held.map(stanceOf),
    statements: shown(statements),
  }
}

function rolesOf({ codebook: id }: Party, codebook: Codebook | null): ActorAnswer['roles'] {
  if (id === null || codebook === null) return []
  return codebook.tenures
    .filter(({ person }) => person === id)
    .map(({ role, of, from, to, source }) => ({
      role: codebook.roleNouns.find((noun) => noun.role === role)?.noun ?? role,
      of: nameOf(of, codebook),
      from,
      to,
      source,
    }))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
}

function nameOf(id: string, { states, organisations }: Codebook): string {
  return (
    states.find(({ iso3 }) => iso3 === id)?.name ?? organisations.find((one) => one.id === id)?.name ?? id
  )
}

function nameIn(events: readonly ChronicleEvent[], key: string): string | null {
  const names = new Map<string, number>()
  for (const { actors, recipients } of events)
    for (const party of [...actors, ...recipients])
      if (party.key === key) names.set(party.name, (names.get(party.name) ?? 0) + 1)
  return names.size === 0 ? null : mostFrequent(names)
}

/** A government is told by its country, its capital and more; the page calls it by what most events call it. */
function mostFrequent(names: ReadonlyMap<string, number>): string {
  return [...names].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a))[0]
}
