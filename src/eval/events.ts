import { textOf } from '../base/spans.ts'
import type { EventCategory } from '../codebook/types.ts'
import { EVENT_TYPES, type Report } from '../document/report.ts'
import { dice, type Evaluation, type Miss, pairUp, type Reports } from './evaluation.ts'
import { type EventPair, eventPairs, oneToOne, type Quads } from './event-pairs.ts'
import { shareName, sidesOf } from './event-sides.ts'
import { hasNumber, isSameAmount } from './figures.ts'
import type { EventDocument } from './gold-events.ts'
import { reliability } from './reliability.ts'
import { counts, type Sums, score, share } from './scores.ts'

/** Each level asks for more than the one before. */
const LEVELS: Readonly<Record<string, (pair: EventPair) => boolean>> = {
  detection: () => true,
  quad: ({ isQuad }) => isQuad,
  type: ({ isType }) => isType,
  dyad: ({ isType, isActors, isRecipients }) => isType && isActors && isRecipients,
  'dyad+sector': (pair) => pair.isType && pair.isActors && pair.isRecipients && pair.isSector,
}

/** `[right, asked]` by field, over the pairs of equal type. */
type Fields = Readonly<Record<(typeof FIELDS)[number], readonly [right: number, asked: number]>>
const FIELDS = [
  'actors',
  'recipients',
  'actor name',
  'mode',
  'date (marked)',
  'place country',
  'place name',
  'figures found',
] as const

/** Events, their fields, positions, and whether confidence means what it says: docs/eval.md defines every line. */
export function evaluateEvents(
  gold: readonly EventDocument[],
  reports: Reports,
  categories: readonly EventCategory[],
): Evaluation {
  const { pairs, ...rest } = pairUp(gold, reports)
  const quads: Quads = new Map(categories.map(({ type, quad }) => [type, quad]))
  const documents = pairs.map(({ gold: document, report }) => {
    const candidates = report ? eventPairs(document, report, quads) : []
    const typed = oneToOne(candidates, LEVELS.type!)
    return { document, report, candidates, typed, reported: report?.events ?? [] }
  })
  const byLevel = Object.entries(LEVELS).map(([level, passes]) =>
    score(
      level,
      documents.map(({ document, candidates, reported }) =>
        counts(oneToOne(candidates, passes).length, reported.length, document.events.length),
      ),
    ),
  )
  const byType = EVENT_TYPES.map((type) => {
    const isType = (event: { readonly type: string }) => event.type === type
    return score(
      type,
      documents.map(({ document, typed, reported }) =>
        counts(
          typed.filter(({ gold: event }) => isType(event)).length,
          reported.filter(isType).length,
          document.events.filter(isType).length,
        ),
      ),
    )
  }).filter(({ gold: wanted, reported }) => wanted !== 0 || reported !== 0)
  const fields = documents.map(({ document, report, typed }) => fieldsOf(document, report, typed))
  return {
    ...rest,
    scores: [
      ...byLevel,
      score(
        'aux',
        documents.map(({ typed }) => auxOf(typed)),
      ),
      score(
        'attribution',
        documents.map(({ document, typed }) => attributionOf(document, typed)),
      ),
      score(
        'positions',
        documents.map(({ document, report }) => positionsOf(document, report)),
      ),
      ...byType,
    ],
    shares: FIELDS.map((field) =>
      share(
        field,
        fields.map((document) => document[field]),
      ),
    ),
    reliability: reliability(
      documents.map(({ typed, reported }) => {
        const right = new Set(typed.map((pair) => pair.reported))
        return reported.map((event) => ({ confidence: event.confidence, isRight: right.has(event) }))
      }),
    ),
    errors: documents.flatMap(({ document, typed, reported }): Miss[] => {
      const found = new Set<object>(typed.flatMap((pair) => [pair.gold, pair.reported]))
      const { id } = document
      return [
        ...document.events
          .filter((event) => !found.has(event))
          .map(({ type, words }): Miss => ({ id, what: 'missed', kind: type, words })),
        ...reported
          .filter((event) => !found.has(event))
          .map(
            ({ type, evidence }): Miss => ({
              id,
              what: 'extra',
              kind: type,
              words: textOf(document.text, evidence),
            }),
          ),
      ]
    }),
  }
}

function fieldsOf({ text }: EventDocument, report: Report | undefined, typed: readonly EventPair[]): Fields {
  const sides = report ? sidesOf(report, text) : () => []
  const answers = typed.map((pair): Readonly<Record<keyof Fields, readonly boolean[]>> => {
    const { gold, reported, actors } = pair
    const place = reported.place === null ? undefined : sides([reported.place])[0]
    const asked = (condition: unknown, answer: () => boolean) => (condition ? [answer()] : [])
    return {
      actors: [pair.isActors],
      recipients: [pair.isRecipients],
      'actor name': asked(gold.actors.length > 0 && actors.length > 0, () => shareName(gold.actors, actors)),
      mode: asked(gold.mode, () => gold.mode === reported.mode),
      'date (marked)': asked(gold.date, () => (reported.date?.edtf ?? '').startsWith(gold.date!)),
      'place country': asked(gold.place, () => (place?.country ?? null) === (gold.place!.country ?? null)),
      'place name': asked(gold.place?.mention && place, () =>
        shareName([{ name: gold.place!.mention }], [place!]),
      ),
      'figures found': gold.figures
        .filter(hasNumber)
        .map((figure) =>
          reported.figures
            .map((one) =>
              typeof one === 'number' ? report?.figures[one] : report?.figures.find(({ id }) => id === one),
            )
            .some((other) => other !== undefined && isSameAmount(figure, other)),
        ),
    }
  })
  return Object.fromEntries(
    FIELDS.map((field) => {
      const all = answers.flatMap((answer) => answer[field])
      return [field, [all.filter(Boolean).length, all.length]]
    }),
  ) as unknown as Fields
}

/** `aux` there and the same, over the pairs of equal type. */
function auxOf(typed: readonly EventPair[]): Sums {
  return counts(
    typed.filter(({ gold, reported }) => gold.aux !== null && gold.aux === reported.aux).length,
    typed.filter(({ reported }) => reported.aux !== null).length,
    typed.filter(({ gold }) => gold.aux !== null).length,
  )
}

/** An attribution there and of one name, over the pairs of equal type. */
function attributionOf({ text }: EventDocument, typed: readonly EventPair[]): Sums {
  return counts(
    typed.filter(
      ({ gold, reported: { attribution } }) =>
        gold.attribution !== null &&
        attribution !== null &&
        shareName([gold.attribution], [{ name: attribution.name, mention: textOf(text, attribution) }]),
    ).length,
    typed.filter(({ reported }) => reported.attribution !== null).length,
    typed.filter(({ gold }) => gold.attribution !== null).length,
  )
}

/** Positions of the whole document: one stance, one name of the holder, evidence that overlaps. */
function positionsOf({ text, positions }: EventDocument, report: Report | undefined): Sums {
  if (!report) return counts(0, 0, positions.length)
  const sides = sidesOf(report, text)
  const free = new Set(report.positions)
  const found = positions.filter(({ holder, stance, spans }) => {
    for (const other of free)
      if (
        other.stance === stance &&
        spans.some((span) => dice(span, other.evidence) > 0) &&
        shareName([{ name: holder }], sides([other.holder]))
      )
        return free.delete(other)
    return false
  })
  return counts(found.length, report.positions.length, positions.length)
}
