import type { Stance } from '../../../src/serve/api-stances.ts'

type Reading = Stance['readings'][number]

export interface Topic {
  readonly key: string
  readonly topic: string
  readonly courses: readonly Course[]
}

/** How the stance of one or more holders went: those who are only ever told in the same sentences stand together. */
export interface Course {
  readonly holders: readonly Stance['holder'][]
  /** The first reading, and each that changed the stance. */
  readonly steps: readonly (Reading & {
    /** How often it was repeated until the next step, and when last. */
    readonly again: number
    readonly last: string | null
  })[]
}

/** Stances of one matter together; the matter with most changes, then most readings, first. */
export function byTopic(stances: readonly Stance[]): Topic[] {
  const topics = new Map<string, Stance[]>()
  for (const stance of stances) {
    const known = topics.get(stance.topicKey)
    if (known) known.push(stance)
    else topics.set(stance.topicKey, [stance])
  }
  const sum = (list: readonly Stance[], of: (one: Stance) => number) =>
    list.reduce((all, one) => all + of(one), 0)
  return [...topics]
    .sort(
      ([, a], [, b]) =>
        sum(b, ({ changes }) => changes) - sum(a, ({ changes }) => changes) ||
        sum(b, ({ readings }) => readings.length) - sum(a, ({ readings }) => readings.length),
    )
    .map(([key, list]) => ({ key, topic: list[0]!.topic, courses: coursesOf(list) }))
}

function coursesOf(list: readonly Stance[]): Course[] {
  const together = new Map<string, Stance[]>()
  for (const stance of list) {
    const key = JSON.stringify(
      stance.readings.map(({ text, evidence, stance }) => [text, evidence.from, evidence.to, stance]),
    )
    const known = together.get(key)
    if (known) known.push(stance)
    else together.set(key, [stance])
  }
  return [...together.values()].map((same) => ({
    holders: same.map(({ holder }) => holder),
    steps: stepsOf(same[0]!.readings),
  }))
}

function stepsOf(readings: readonly Reading[]): Course['steps'] {
  const steps: { -readonly [Key in keyof Course['steps'][number]]: Course['steps'][number][Key] }[] = []
  for (const reading of readings) {
    const current = steps.at(-1)
    if (current !== undefined && reading.from === null) {
      current.again++
      current.last = reading.published
    } else steps.push({ ...reading, again: 0, last: null })
  }
  return steps
}
