import { type DayInterval, dateOf, parseEdtf } from '../../base/calendar.ts'
import { lastAtOrBefore } from '../../base/spans.ts'
import type { RawTime } from '../../document/document.ts'
import type { Block, TimeExpression } from '../../document/report.ts'
import type { Token, Tokens } from '../../document/tokens.ts'
import { periodWords } from '../../language/de/times.ts'
import type { Component } from '../../pipeline/pipeline.ts'
import { findTimes } from './find.ts'
import { type Meaning, meaningOf } from './meaning.ts'
import { resolveTime } from './resolve.ts'
import { tenseAround } from './tense.ts'

/** Finds time expressions in every sentence. */
export const timesFound: Component = {
  name: 'times-found',
  requires: ['tokens'],
  assigns: ['rawTimes'],
  fallback: (doc) => doc.assign('rawTimes', []),
  run(doc) {
    doc.assign(
      'rawTimes',
      doc.layer('tokens').sentences.flatMap(({ from, to }) => findTimes(doc.text, from, to)),
    )
  },
}

/** Says which days they mean, now that the document's own date is known as well as it will be. */
export const timesResolved: Component = {
  name: 'times-resolved',
  requires: ['rawTimes', 'published', 'blocks', 'tokens'],
  assigns: ['times'],
  fallback: (doc) => doc.assign('times', []),
  run(doc) {
    const edtf = doc.layer('published').edtf
    doc.assign(
      'times',
      resolveAll(
        doc.layer('rawTimes'),
        doc.layer('tokens'),
        edtf === null ? null : parseEdtf(edtf),
        doc.layer('blocks'),
      ),
    )
  },
}

/** `published`: the document's own days; a block's own day goes before it. */
export function resolveAll(
  found: readonly RawTime[],
  tokens: Tokens,
  published: DayInterval | null,
  blocks: readonly Block[],
): TimeExpression[] {
  const out: TimeExpression[] = []
  let named: number | null = null
  // The sentence of the day last named.
  let sentence = -1
  let year: number | null = null
  for (const [i, raw] of found.entries()) {
    const block = blocks[lastAtOrBefore(blocks, raw.from)]
    const own = block?.published ? parseEdtf(block.published) : null
    const index = tokens.sentenceAt(raw.from)?.index ?? -1
    // A day named holds for `am Tag danach` some sentences on, for `am Abend` in the one after it, for a clock time only in its own.
    const here: number | null = index - sentence <= (NAMED_FOR[raw.meaning.kind] ?? 1) ? named : null
    const tense = tenseAround(tokens, raw)
    const context = {
      anchor: own ?? published,
      named: here ?? dayAhead(found, i, tokens, own ?? published),
      year,
      tense,
    }
    const { value, edtf, day } = resolveTime(inYearOf(found[i + 1], raw, tokens), context)
    if (day !== null) {
      named = day
      sentence = index
    }
    if (raw.type === 'DATE' && edtf !== null) year = yearOf(edtf)
    out.push({ from: raw.from, to: raw.to, type: raw.type, value, edtf })
  }
  return out
}

/** Words of `bis zum`, whose contraction is two. */
const AS_FAR_AS = 3

/** `vom 2. April bis zum 20. Juni 1943`: the year at the end of a period is that of its beginning as well. */
function inYearOf(next: RawTime | undefined, raw: RawTime, tokens: Tokens): Meaning {
  const meaning = meaningOf(raw)
  const end = next && meaningOf(next)
  if (meaning.kind !== 'date' || meaning.year !== null || meaning.month === null) return meaning
  if (end?.kind !== 'date' || end.year === null || end.month === null || end.month < meaning.month)
    return meaning
  const between = tokens.within({ from: raw.to, to: next!.from })
  const joins =
    between.length > 0 && between.length <= AS_FAR_AS && periodWords.until.has(between[0]!.form.toLowerCase())
  return joins || isPair(between) ? { ...meaning, year: end.year } : meaning
}

const isPair = (between: readonly Token[]): boolean =>
  between.length === 1 && periodWords.and.has(between[0]!.form.toLowerCase())

/** Sentences for which a day named holds, by what counts from it. */
const NAMED_FOR: Readonly<Record<string, number>> = { clock: 0, 'next-day': 3 }

/** Null where days lie in several. */
function yearOf(edtf: string): number | null {
  const days = parseEdtf(edtf)
  if (!days || !Number.isFinite(days.first + days.last)) return null
  const { year } = dateOf(days.first)
  return dateOf(days.last).year === year ? year : null
}

/** The day that the next expression names, for a clock time in front of it: `um 10 Uhr am Montag`. */
function dayAhead(
  found: readonly RawTime[],
  i: number,
  tokens: Tokens,
  anchor: DayInterval | null,
): number | null {
  const next = found[i + 1]
  const kind = found[i]!.meaning.kind
  if (!next || next.from - found[i]!.to > 20 || (kind !== 'clock' && kind !== 'daytime')) return null
  return resolveTime(meaningOf(next), { anchor, named: null, year: null, tense: tenseAround(tokens, next) })
    .day
}
