import { formatEdtf, parseEdtf } from '../base/calendar.ts'
import { LagebildError } from '../base/errors.ts'
import { type EventId, hashOf } from '../base/ids.ts'
import { findEvent } from './find-event.ts'
import { relatablesOf } from './relatable.ts'
import { clustersOf } from './story-clusters.ts'
import type { ChronicleEvent, Party, Story } from './types.ts'

/** Names shown of a story's parties and places. */
const NAMED = 5

/**
 * The stories of which the events tell: every event is of one story, and a story may be of one event. Depends on the events alone,
 * not on their order; those that a person has rejected belong to none. Most events first, then by id.
 */
export function storiesOf(events: readonly ChronicleEvent[]): Story[] {
  const all = relatablesOf(events.filter(({ review }) => review !== 'rejected'))
  return clustersOf(all)
    .map((cluster) => storyOf(cluster.map((index) => all[index]!.event)))
    .sort((a, b) => b.events.length - a.events.length || (a.id < b.id ? -1 : 1))
}

/**
 * The story with an id, or the beginning of one, or the story of an event.
 *
 * @throws LagebildError `story-unknown`
 */
export function findStory(stories: readonly Story[], events: readonly ChronicleEvent[], id: string): Story {
  const starting = stories.filter((story) => story.id === id || (id.length >= 4 && story.id.startsWith(id)))
  if (starting.length === 1) return starting[0]!
  const event = tryFind(events, id)
  const found = event === null ? undefined : stories.find((story) => story.events.includes(event))
  if (found !== undefined) return found
  throw new LagebildError(
    'story-unknown',
    `No story has the id "${id}", and no event of one`,
    'Take an id from `lagebild stories`, or that of an event.',
  )
}

function tryFind(events: readonly ChronicleEvent[], id: string): EventId | null {
  try {
    return findEvent(events, id).id
  } catch (error) {
    if (error instanceof LagebildError) return null
    throw error
  }
}

function storyOf(events: readonly ChronicleEvent[]): Story {
  const days = events
    .map(({ date }) => (date === null ? null : parseEdtf(date.edtf)))
    .filter((interval) => interval !== null)
  const period =
    days.length === 0
      ? null
      : formatEdtf({
          first: Math.min(...days.map(({ first }) => first)),
          last: Math.max(...days.map(({ last }) => last)),
        })
  return {
    id: hashOf('story', events[0]!.id).slice(0, 16),
    events: events.map(({ id }) => id),
    parties: counted(events.map(({ actors, recipients }) => namesOf([...actors, ...recipients]))),
    places: counted(events.map(({ place }) => (place === null ? [] : [place.name]))),
    period,
  }
}

function namesOf(parties: readonly Party[]): string[] {
  return parties.map(({ name }) => name)
}

function counted(lists: readonly (readonly string[])[]): { name: string; events: number }[] {
  const counts = new Map<string, number>()
  for (const list of lists) for (const name of new Set(list)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
    .map(([name, events]) => ({ name, events }))
    .sort((a, b) => b.events - a.events || (a.name < b.name ? -1 : 1))
    .slice(0, NAMED)
}
