import type { z } from 'zod'
import { stanceHistories } from '../../chronicle/positions.ts'
import { findStory, storiesOf } from '../../chronicle/stories.ts'
import type { Chronicle, ChronicleEvent, Party, Story } from '../../chronicle/types.ts'
import type { Codebook } from '../../codebook/types.ts'
import type { StoriesAnswer, StoryAnswer, StorySummary } from '../api-stories.ts'
import { pageOf } from '../page.ts'
import { Problem } from '../problem.ts'
import type { FilterQuery, storiesQuerySchema } from '../query.ts'
import { eventsById, select } from '../select.ts'
import { stanceOf } from './disputed.ts'
import { eventLineSummary, linesOfEvent, placeNames } from './figure-lines.ts'
import { relationsAmong } from './relations.ts'
import { standingOf } from './standing.ts'
import { contradictionsByEvent, sideOf, summaryOf, tally } from './summary.ts'

/** Events of which stories are made at once: docs/performance.md says how long it takes. */
const MOST = 5_000
/** Events on a story's page, and parties in its head. */
const SHOWN = 500
const PARTIES = 6

/** Stories with an event that passes the filter; those with most such events first. */
export function storiesAnswer(
  chronicle: Chronicle,
  { limit, cursor, minEvents, ...filter }: z.output<typeof storiesQuerySchema>,
): StoriesAnswer {
  const passing = new Map<string, number>()
  const { stories, byEvent } = storiesIn(chronicle, filter)
  let single = 0
  for (const { id } of select(chronicle, filter)) {
    const story = byEvent.get(id)
    if (story === undefined) continue
    if (story.events.length < minEvents) single++
    else passing.set(story.id, (passing.get(story.id) ?? 0) + 1)
  }
  const found = stories
    .filter(({ id }) => passing.has(id))
    .sort((a, b) => passing.get(b.id)! - passing.get(a.id)!)
  const page = pageOf(found, ({ id }) => id, { limit, cursor })
  return {
    ...standingOf(chronicle),
    total: found.length,
    next: page.next,
    stories: page.items.map((story) => summaryOfStory(story, chronicle, passing.get(story.id)!)),
    single,
  }
}

/**
 * A story by its id, the beginning of one, or the id of one of its events.
 *
 * @throws LagebildError `story-unknown`
 */
export function storyAnswer(
  chronicle: Chronicle,
  key: string,
  filter: FilterQuery,
  codebook: Codebook | null,
): StoryAnswer {
  const { stories, byEvent, pool } = storiesIn(chronicle, filter)
  const story = byEvent.get(key) ?? findStory(stories, chronicle.events, key)
  const events = eventsOf(story, chronicle)
  const ids = new Set<string>(story.events)
  const nameOf = placeNames(codebook)
  const relations = relationsAmong(pool)
  return {
    ...standingOf(chronicle),
    story: summaryOfStory(story, chronicle, events.length),
    events: events.slice(0, SHOWN).map((event) => summaryOf(event, chronicle)),
    relations: events.flatMap(({ id }) =>
      (relations.get(id) ?? [])
        .filter(
          ({ kind, event }) =>
            (kind === 'answers' || kind === 'follows' || kind === 'part-of') && ids.has(event),
        )
        .map(({ kind, event }) => ({ kind, from: id, to: event })),
    ),
    figures: events.flatMap((event) =>
      linesOfEvent(event, chronicle).map((one) => ({ ...eventLineSummary(one, nameOf), event: event.id })),
    ),
    contradictions: chronicle.contradictions.filter(({ event }) => ids.has(event)),
    stances: stancesIn(events, chronicle).map(stanceOf),
  }
}

/** Of the parties of the events, in the texts that tell them. */
function stancesIn(events: readonly ChronicleEvent[], { positions }: Chronicle) {
  const texts = new Set(events.flatMap(({ mentions }) => mentions.map(({ text }) => text)))
  const keys = new Set(events.flatMap((event) => partiesOf(event).map(({ key }) => key)))
  return stanceHistories(positions.filter(({ text, holder }) => texts.has(text) && keys.has(holder.key)))
}

function summaryOfStory(story: Story, chronicle: Chronicle, passing: number): StorySummary {
  const events = eventsOf(story, chronicle)
  const parties = new Map<string, { party: Party; events: number }>()
  for (const event of events) {
    for (const party of new Map(partiesOf(event).map((one) => [one.key, one])).values()) {
      const known = parties.get(party.key)
      parties.set(party.key, { party: known?.party ?? party, events: (known?.events ?? 0) + 1 })
    }
  }
  const disputed = contradictionsByEvent(chronicle)
  return {
    ...{ id: story.id, places: story.places, period: story.period, passing },
    events: events.length,
    parties: [...parties.values()]
      .sort((a, b) => b.events - a.events || (a.party.key < b.party.key ? -1 : 1))
      .slice(0, PARTIES)
      .map(({ party, events }) => ({ ...sideOf(party), events })),
    types: tally(events),
    outlets: new Set(events.flatMap(({ mentions }) => mentions.flatMap(({ outlet }) => outlet ?? []))).size,
    contradictions: events.reduce((sum, { id }) => sum + (disputed.get(id) ?? 0), 0),
  }
}

const partiesOf = ({ actors, recipients }: ChronicleEvent): readonly Party[] => [...actors, ...recipients]

function eventsOf({ events }: Story, chronicle: Chronicle): ChronicleEvent[] {
  const byId = eventsById(chronicle)
  return events.flatMap((id) => byId.get(id) ?? [])
}

interface Stories {
  readonly pool: readonly ChronicleEvent[]
  readonly stories: readonly Story[]
  readonly byEvent: ReadonlyMap<string, Story>
}

/** Made once for a chronicle, or for a selection of a great one. */
const made = new WeakMap<readonly ChronicleEvent[], Stories>()

/**
 * Stories are made of all events, or where there are too many of them, of those that pass the filter.
 *
 * @throws Problem 400 `stories-too-many`
 */
function storiesIn(chronicle: Chronicle, filter: FilterQuery): Stories {
  const pool = chronicle.events.length <= MOST ? chronicle.events : select(chronicle, filter)
  const known = made.get(pool)
  if (known) return known
  if (pool.length > MOST) {
    throw new Problem(
      400,
      'stories-too-many',
      `Stories are made of at most ${MOST} events at once; ${pool.length} pass`,
      'Narrow the period or the parties: from, to, actor.',
    )
  }
  const stories = storiesOf(pool)
  const byEvent = new Map(stories.flatMap((story) => story.events.map((event) => [event, story] as const)))
  const now = { pool, stories, byEvent }
  made.set(pool, now)
  return now
}
