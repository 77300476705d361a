import { z } from 'zod'
import { type Span, span, textOf } from '../base/spans.ts'
import { EVENT_TYPES, FIGURE_UNITS, STANCES } from '../document/report.ts'
import type { EventDocument, Side } from './gold-events.ts'

const at = z.tuple([z.int(), z.int()])
const side = z.object({
  mention: at,
  /** Null where it is longer than a name. */
  name: z.string().nullable(),
  country: z.string().nullable(),
  sector: z.string().nullable(),
})
const figure = z.object({
  mention: at,
  value: z.number().nullable(),
  min: z.number().nullable(),
  max: z.number().nullable(),
  unit: z.enum(FIGURE_UNITS),
})
const schema = z.object({
  doc: z.string(),
  published: z.string().nullable(),
  /** Of the text, in UTF-16 units. */
  chars: z.int(),
  events: z.array(
    z.object({
      type: z.enum(EVENT_TYPES),
      mode: z.string().nullable(),
      evidence: at,
      trigger: at,
      actors: z.array(side),
      recipients: z.array(side),
      place: z.object({ mention: at, country: z.string().nullable() }).nullable(),
      date: z.string().nullable(),
      date_marked: z.boolean(),
      aux: z.string().nullable(),
      attribution: z.object({ mention: at, name: z.string().nullable() }).nullable(),
      figures: z.array(figure),
      also: z.array(at),
    }),
  ),
  figures: z.array(figure),
  positions: z.array(z.object({ holder: z.string(), stance: z.enum(STANCES), evidence: at })),
})

export interface OffsetDocument {
  readonly gold: EventDocument
  readonly published: string | null
}

/**
 * Annotations of texts that may not travel with them: what others hold as words stands here as `[from, to]` in UTF-16 units of the text.
 * @param jsonl one document a line, as in `test/gold/events`
 * @param text of a document by its id
 * @throws Error where a text is not the one that was annotated
 */
export function readOffsets(jsonl: string, text: (id: string) => string): OffsetDocument[] {
  return jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { doc, published, chars, ...annotation } = schema.parse(JSON.parse(line))
      const whole = text(doc)
      if (whole.length !== chars)
        throw new Error(`the text of ${doc} has ${whole.length} characters, the annotated one ${chars}`)
      return { published, gold: documentOf(doc, whole, annotation) }
    })
}

function documentOf(
  id: string,
  text: string,
  { events, figures, positions }: Pick<z.infer<typeof schema>, 'events' | 'figures' | 'positions'>,
): EventDocument {
  const words = (pair: readonly [number, number]) => textOf(text, spanOf(pair))
  const named = <T extends { mention: [number, number] }>(
    one: T,
  ): Omit<T, 'mention'> & Pick<Side, 'mention'> => ({
    ...one,
    mention: words(one.mention),
  })
  return {
    id,
    text,
    events: events.map(({ evidence, also, trigger, date, date_marked, ...event }) => ({
      ...event,
      words: words(evidence),
      spans: [evidence, ...also].map(spanOf),
      triggers: [spanOf(trigger)],
      actors: event.actors.map(named),
      recipients: event.recipients.map(named),
      place: event.place && named(event.place),
      date: date_marked ? date : null,
      attribution: event.attribution && named(event.attribution),
    })),
    figures: figures.map((one) => ({ ...one, words: words(one.mention), spans: [spanOf(one.mention)] })),
    positions: positions.map(({ evidence, ...position }) => ({
      ...position,
      words: words(evidence),
      spans: [spanOf(evidence)],
    })),
  }
}

const spanOf = ([from, to]: readonly [number, number]): Span => span(from, to)
