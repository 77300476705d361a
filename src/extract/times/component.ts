import { type DayInterval, parseEdtf } from '../../base/calendar.ts'
import { lastAtOrBefore } from '../../base/spans.ts'
import type { RawTime } from '../../document/document.ts'
import type { Block, TimeExpression } from '../../document/report.ts'
import type { Tokens } from '../../document/tokens.ts'
import type { Component } from '../../pipeline/pipeline.ts'
import { findTimes } from './find.ts'
import { meaningOf } from './meaning.ts'
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
  for (const [i, raw] of found.entries()) {
    const block = blocks[lastAtOrBefore(blocks, raw.from)]
    const own = block?.published ? parseEdtf(block.published) : null
    const index = tokens.sentenceAt(raw.from)?.index ?? -1
    // A day named holds for `am Abend` in the sentence after it as well, for a clock time only in its own.
    if (index > sentence + 1) named = null
    const here: number | null = raw.meaning.kind === 'clock' && index !== sentence ? null : named
    const tense = tenseAround(tokens, raw)
    const context = {
      anchor: own ?? published,
      named: here ?? dayAhead(found, i, tokens, own ?? published),
      tense,
    }
    const { value, edtf, day } = resolveTime(meaningOf(raw), context)
    if (day !== null) {
      named = day
      sentence = index
    }
    out.push({ from: raw.from, to: raw.to, type: raw.type, value, edtf })
  }
  return out
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
  return resolveTime(meaningOf(next), { anchor, named: null, tense: tenseAround(tokens, next) }).day
}
