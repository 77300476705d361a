import type { ReadingId, TextId } from '../base/ids.ts'
import { eventsApart, filterEvents } from '../chronicle/apply-filter.ts'
import type { Chronicle, ChronicleEvent } from '../chronicle/types.ts'
import type { ChronicleAnswer, CoverageAnswer, EventAnswer, PositionsAnswer, TextAnswer } from './api.ts'
import type { ReadingFinder, ServeDeps } from './deps.ts'
import { eventUnknown, textUnknown } from './problem.ts'
import { eventQuery, parseQuery, positionQuerySchema, textQuerySchema } from './query.ts'

type Query = Record<string, string>

export async function chronicleAnswer(deps: ServeDeps, query: Query): Promise<ChronicleAnswer> {
  const { filter, limit, offset } = eventQuery(query, deps.countriesAround ?? (() => []))
  const chronicle = await deps.chronicleOf()
  const select = deps.select ?? selectFromAll
  const selected = select(chronicle, filter)
  const events = selected.slice(offset, offset + limit)
  const apart = eventsApart(chronicle.events, filter).slice(0, limit)
  const ids = new Set([...events, ...apart].map(({ id }) => id))
  return {
    asOf: chronicle.asOf,
    coverage: chronicle.coverage,
    events,
    total: selected.length,
    all: select(chronicle, {}).length,
    limit,
    offset,
    apart,
    contradictions: chronicle.contradictions.filter(({ event }) => ids.has(event)),
  }
}

export async function eventAnswer(deps: ServeDeps, id: string): Promise<EventAnswer> {
  const chronicle = await deps.chronicleOf()
  const event = eventsById(chronicle).get(id)
  if (!event) throw eventUnknown(id)
  return { event, contradictions: chronicle.contradictions.filter((found) => found.event === event.id) }
}

export async function textAnswer(
  deps: ServeDeps,
  find: ReadingFinder,
  id: string,
  query: Query,
): Promise<TextAnswer> {
  const { reading: wanted } = parseQuery(textQuerySchema, query)
  const found = await find(id as TextId, (wanted as ReadingId | undefined) ?? null)
  if (!found) throw textUnknown(id)
  const { reading, all } = found
  const { report } = reading
  const { language, reader, source, published, title, diagnostics } = report
  return {
    id: reading.text,
    text: report.text ?? (await deps.store.text(reading.text)),
    blocks: report.blocks,
    report: {
      id: report.id,
      language,
      reader,
      source,
      published,
      title,
      titleText: report.titleText ?? null,
      diagnostics,
      recordedAt: reading.recordedAt,
    },
    reading: reading.id,
    readings: all,
  }
}

export async function coverageAnswer(deps: ServeDeps): Promise<CoverageAnswer> {
  const { asOf, coverage } = await deps.chronicleOf()
  return { asOf, coverage }
}

export async function positionsAnswer(deps: ServeDeps, query: Query): Promise<PositionsAnswer> {
  const { holder, topic, stance, limit, offset } = parseQuery(positionQuerySchema, query)
  const { positions, coverage } = await deps.chronicleOf()
  const passed = positions.filter(
    (position) =>
      (!holder || includes(position.holder.name, holder) || position.holder.key === holder) &&
      (!topic || includes(position.topic, topic) || position.topicKey === topic) &&
      (!stance || position.stance === stance),
  )
  return { positions: passed.slice(offset, offset + limit), total: passed.length, coverage }
}

const selectFromAll: NonNullable<ServeDeps['select']> = ({ events }, filter) => filterEvents(events, filter)

function includes(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase())
}

const indexes = new WeakMap<Chronicle, ReadonlyMap<string, ChronicleEvent>>()

/** By id, and by every alias that is no event's id now. */
function eventsById(chronicle: Chronicle): ReadonlyMap<string, ChronicleEvent> {
  const known = indexes.get(chronicle)
  if (known) return known
  const index = new Map<string, ChronicleEvent>()
  for (const event of chronicle.events) for (const alias of event.aliases) index.set(alias, event)
  for (const event of chronicle.events) index.set(event.id, event)
  indexes.set(chronicle, index)
  return index
}
