import type { FigureStep } from '../../chronicle/figure-series.ts'

/** Words for what was said over time: figures, positions, and what copies made of one text. ICU messages. */
export interface SeriesWording {
  readonly steps: Readonly<Record<FigureStep, string>>
  readonly latest: string
  /** `{bounds}`. */
  readonly agreed: string
  readonly notAgreed: string
  /** `{whole}` `{sum}`. */
  readonly sumFault: string
  readonly noFigures: string
  readonly positions: string
  readonly noPositions: string
  readonly first: string
  readonly changed: string
  readonly unchanged: string
  readonly copies: string
  readonly noCopies: string
  readonly leftOut: string
  readonly added: string
  readonly reworded: string
  readonly alike: string
}

export const seriesDe: SeriesWording = {
  steps: {
    first: 'zuerst',
    same: 'unverändert',
    narrowed: 'genauer',
    raised: 'höher',
    lowered: 'niedriger',
    'other-speaker': 'sagt auch',
  },
  latest: 'letztes Wort',
  agreed: 'alle lassen offen: {bounds}',
  notAgreed: 'nicht miteinander vereinbar',
  sumFault: 'Die Teile ({sum}) sind mehr als das Ganze ({whole})',
  noFigures: 'Keine Zahl gefunden.',
  positions: 'Haltungen',
  noPositions: 'Keine Haltung gefunden.',
  first: 'zuerst',
  changed: 'geändert',
  unchanged: 'unverändert',
  copies: 'Was Medien an einer Meldung geändert haben',
  noCopies: 'Keine zwei Texte einer Herkunft erzählen das Ereignis.',
  leftOut: 'weggelassen',
  added: 'hinzugefügt',
  reworded: 'anders gesagt',
  alike: 'Satz für Satz gleich',
}

export const seriesEn: SeriesWording = {
  steps: {
    first: 'first',
    same: 'unchanged',
    narrowed: 'narrowed',
    raised: 'raised',
    lowered: 'lowered',
    'other-speaker': 'also said',
  },
  latest: 'last word',
  agreed: 'all leave open: {bounds}',
  notAgreed: 'cannot all hold',
  sumFault: 'The parts ({sum}) are more than the whole ({whole})',
  noFigures: 'No figure found.',
  positions: 'Positions',
  noPositions: 'No position found.',
  first: 'first',
  changed: 'changed',
  unchanged: 'unchanged',
  copies: 'What outlets changed in a report',
  noCopies: 'No two texts of one source tell the event.',
  leftOut: 'left out',
  added: 'added',
  reworded: 'worded otherwise',
  alike: 'alike, sentence by sentence',
}
