import type { Change } from '../chronicle/changes.ts'
import { relationsByEvent } from '../chronicle/relations.ts'
import type {
  Chronicle,
  ChronicleEvent,
  Contradiction,
  EventMention,
  EventRelation,
  Relation,
} from '../chronicle/types.ts'

/** What stands beside an event in its line. */
export interface LineContext {
  readonly contradictions: readonly Contradiction[]
  readonly relations: readonly EventRelation[]
}

/** Looks up what belongs to an event; made once for all lines of a chronicle. */
export function lineContexts(
  chronicle: Pick<Chronicle, 'contradictions'>,
  all: readonly Relation[],
): (event: ChronicleEvent) => LineContext {
  const relations = relationsByEvent(all)
  const contradictions = new Map<string, Contradiction[]>()
  for (const contradiction of chronicle.contradictions) {
    const known = contradictions.get(contradiction.event)
    if (known === undefined) contradictions.set(contradiction.event, [contradiction])
    else known.push(contradiction)
  }
  return ({ id }) => ({ contradictions: contradictions.get(id) ?? [], relations: relations.get(id) ?? [] })
}

/**
 * An event as one object of `chronicle --json`. A mention is a span of a report that tells the event: `report` is the id that was
 * given, `from` and `to` UTF-16 offsets of the evidence; further spans of the same report are mentions of their own, marked `again`.
 */
export function eventJson(event: ChronicleEvent, { contradictions, relations }: LineContext): object {
  const { mentions, independentSources: _, ...fields } = event
  return {
    ...fields,
    sources: sourcesOf(mentions),
    contradictions,
    relations,
    mentions: mentions.flatMap(spansOf),
  }
}

/** The same with what became of it. */
export function changeJson({ event, before: _, ...change }: Change, context: LineContext): object {
  return { ...eventJson(event, context), change }
}

/** Independent sources: the outlets and agencies behind each, who was first. */
function sourcesOf(mentions: readonly EventMention[]): object[] {
  const sources = new Map<string, EventMention[]>()
  for (const mention of mentions) {
    const known = sources.get(mention.sourceKey)
    if (known === undefined) sources.set(mention.sourceKey, [mention])
    else known.push(mention)
  }
  return [...sources].map(([key, own]) => ({
    key,
    outlets: distinct(own.map(({ outlet }) => outlet)),
    agencies: distinct(own.flatMap(({ agency }) => agency)),
    reports: distinct(own.map(({ report }) => report)),
    firstPublished: own.find(({ published }) => published !== null)?.published ?? null,
  }))
}

function spansOf(mention: EventMention): object[] {
  const { evidence, also, text, reading, recordedAt, sourceKey, reportEvent, ...rest } = mention
  const common = { ...rest, source: sourceKey, reportEvent, text, reading, recordedAt }
  const { report, ...more } = common
  return [
    { report, from: evidence.from, to: evidence.to, quote: evidence.quote, again: false, ...more },
    ...also.map(({ from, to, quote }) => ({ report, from, to, quote, again: true, ...more })),
  ]
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))]
}
