import { formatDay, parseEdtf, width } from '../base/calendar.ts'
import { type Evaluation, type Miss, pairUp, type Reports } from './evaluation.ts'
import type { DatedDocument } from './gold-dates.ts'
import { share } from './scores.ts'
import { widthsOf } from './widths.ts'

/** The documents' own dates: how many are dated, how many intervals hold the true day, and how wide they are. */
export function evaluateDating(gold: readonly DatedDocument[], reports: Reports): Evaluation {
  const { pairs, ...rest } = pairUp(gold, reports)
  const documents = pairs.map(({ gold: { id, day }, report }) => {
    const edtf = report?.published.edtf ?? null
    // EDTF level 1 marks doubt behind the date; the days stay the same.
    const days = edtf === null ? null : parseEdtf(edtf.replace(/[?~%]$/, ''))
    const isInside = days !== null && days.first <= day && day <= days.last
    return { id, day, edtf, basis: report?.published.basis ?? 'unknown', days, isInside }
  })
  const shareOf = (
    name: string,
    is: (document: (typeof documents)[number]) => boolean,
    among: (document: (typeof documents)[number]) => boolean = () => true,
  ) =>
    share(
      name,
      documents.map((document) => [Number(among(document) && is(document)), Number(among(document))]),
    )
  const isDated = ({ days }: (typeof documents)[number]) => days !== null
  return {
    ...rest,
    scores: [],
    shares: [
      shareOf('dated', isDated),
      shareOf('true day inside, of all', ({ isInside }) => isInside),
      shareOf('true day inside, of the dated', ({ isInside }) => isInside, isDated),
      shareOf('exact, of all', ({ days, isInside }) => isInside && days !== null && width(days) === 1),
    ],
    widths: widthsOf(documents.map(({ days }) => days && width(days))),
    errors: documents
      .filter(({ isInside }) => !isInside)
      .map(
        ({ id, day, edtf, days, basis }): Miss => ({
          id,
          what: days === null ? 'missed' : 'extra',
          kind: basis,
          words: `${edtf ?? 'undated'}, truly ${formatDay(day)}`,
        }),
      ),
  }
}
