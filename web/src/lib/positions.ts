import type { PositionsAnswer } from '../../../src/serve/api.ts'

type Position = PositionsAnswer['positions'][number]

export interface Topic {
  readonly key: string
  readonly topic: string
  readonly entries: readonly Entry[]
}

/** What one sentence says of one or more holders. */
export interface Entry {
  readonly position: Position
  /** `changed`: stood otherwise in the report before. */
  readonly holders: readonly { readonly side: Position['holder']; readonly changed: boolean }[]
}

/** Positions of one matter together, in the order of their reports; the matter most spoken of first. */
export function byTopic(positions: readonly Position[]): Topic[] {
  const topics = new Map<string, Position[]>()
  for (const position of positions) {
    const known = topics.get(position.topicKey)
    if (known) known.push(position)
    else topics.set(position.topicKey, [position])
  }
  return [...topics]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([key, list]) => ({ key, topic: list[0]!.topic, entries: entriesOf(list) }))
}

function entriesOf(list: readonly Position[]): Entry[] {
  const last = new Map<string, string>()
  const entries = new Map<string, { position: Position; holders: Entry['holders'][number][] }>()
  const ordered = [...list].sort((a, b) => ((a.published ?? '9') < (b.published ?? '9') ? -1 : 1))
  for (const position of ordered) {
    const { holder, stance, text, evidence } = position
    const before = last.get(holder.key)
    last.set(holder.key, stance)
    const entry = { side: holder, changed: before !== undefined && before !== stance }
    const key = `${text} ${evidence.from} ${evidence.to} ${stance}`
    const known = entries.get(key)
    if (known) known.holders.push(entry)
    else entries.set(key, { position, holders: [entry] })
  }
  return [...entries.values()]
}
