import { z } from 'zod'
import { type Span, span } from '../base/spans.ts'
import { EVENT_TYPES, type EventType, FIGURE_UNITS, STANCES } from '../document/report.ts'
import { goldFault, lineOf, parseGoldJson } from './gold-faults.ts'

const words = z.string().nullish()
const number = z.number().nullish()
const sideSchema = z.object({ mention: words, name: words, country: words, sector: words })
const amount = { mention: words, value: number, min: number, max: number, unit: z.enum(FIGURE_UNITS) }
const schema = z.object({
  doc: z.string().optional(),
  events: z
    .array(
      z.object({
        type: z.enum(EVENT_TYPES),
        mode: words,
        evidence: z.string(),
        also: z.array(z.string()).nullish(),
        trigger: words,
        actors: z.array(sideSchema).nullish(),
        recipients: z.array(sideSchema).nullish(),
        place: z.object({ mention: words, country: words }).nullish(),
        date: words,
        date_marked: z.boolean().nullish(),
        aux: words,
        attribution: z.object({ mention: words, name: words }).nullish(),
        figures: z.array(z.object(amount)).nullish(),
      }),
    )
    .default([]),
  figures: z.array(z.object(amount)).default([]),
  positions: z
    .array(
      z.object({
        holder: z.string(),
        stance: z.preprocess(
          (value) => (typeof value === 'string' ? value.replace(/[ _]/g, '-') : value),
          z.enum(STANCES),
        ),
        evidence: z.string(),
      }),
    )
    .default([]),
})

type Annotation = z.infer<typeof schema>

export interface Side {
  readonly mention?: string | null | undefined
  readonly name?: string | null | undefined
  readonly country?: string | null | undefined
  readonly sector?: string | null | undefined
}

export interface Amount {
  readonly value?: number | null | undefined
  readonly min?: number | null | undefined
  readonly max?: number | null | undefined
  readonly unit: string
}

export interface GoldEvent {
  readonly type: EventType
  readonly mode: string | null
  readonly words: string
  /** Every place where the evidence or another telling of the event stands. */
  readonly spans: readonly Span[]
  readonly triggers: readonly Span[]
  readonly actors: readonly Side[]
  readonly recipients: readonly Side[]
  readonly place: Side | null
  /** EDTF, and only where the text marks it. */
  readonly date: string | null
  readonly aux: string | null
  readonly attribution: Side | null
  readonly figures: readonly Amount[]
}

export interface GoldFigure extends Amount {
  readonly words: string
  /** Places of the mention; none where the annotation has no words. */
  readonly spans: readonly Span[]
}

export interface GoldPosition {
  readonly holder: string
  readonly stance: string
  readonly words: string
  readonly spans: readonly Span[]
}

export interface EventDocument {
  readonly id: string
  readonly text: string
  readonly events: readonly GoldEvent[]
  readonly figures: readonly GoldFigure[]
  readonly positions: readonly GoldPosition[]
}

/**
 * An annotation of events, figures and positions; words of it are looked up in the text. `textOf` gives the text for an id.
 * @throws LagebildError `gold-invalid`, also where evidence does not stand in the text
 */
export function readEvents(file: string, json: string, textOf: (id: string) => string): EventDocument {
  const annotation: Annotation = parseGoldJson(file, json, schema)
  const id = annotation.doc ?? file.slice(file.lastIndexOf('/') + 1).replace(/\.json$/, '')
  const text = textOf(id)
  const located = (needed: string, ...path: PropertyKey[]): Span[] => {
    const spans = spansOf(text, needed)
    if (spans.length === 0)
      throw goldFault(file, lineOf(json, path), `these words do not stand in the text of ${id}: "${needed}"`)
    return spans
  }
  return {
    id,
    text,
    events: annotation.events.map((event, index) => ({
      type: event.type,
      mode: event.mode ?? null,
      words: event.evidence,
      spans: [
        ...located(event.evidence, 'events', index, 'evidence'),
        ...(event.also ?? []).flatMap((other, n) => located(other, 'events', index, 'also', n)),
      ],
      triggers: spansOf(text, event.trigger ?? ''),
      actors: event.actors ?? [],
      recipients: event.recipients ?? [],
      place: event.place ?? null,
      date: event.date_marked === false ? null : (event.date ?? null),
      aux: event.aux ?? null,
      attribution: event.attribution ?? null,
      figures: event.figures ?? [],
    })),
    figures: annotation.figures.map((figure) => ({
      ...figure,
      words: figure.mention ?? '',
      spans: spansOf(text, figure.mention ?? ''),
    })),
    positions: annotation.positions.map(({ holder, stance, evidence }, index) => ({
      holder,
      stance,
      words: evidence,
      spans: located(evidence, 'positions', index, 'evidence'),
    })),
  }
}

/** Every place where words stand; overlapping ones too. */
function spansOf(text: string, words: string): Span[] {
  const spans: Span[] = []
  if (words === '') return spans
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    spans.push(span(at, at + words.length))
  return spans
}
