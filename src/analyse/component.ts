import { diagnostic } from '../base/diagnostics.ts'
import { LagebildError } from '../base/errors.ts'
import type { Span } from '../base/spans.ts'
import type { Document } from '../document/document.ts'
import { Tokens } from '../document/tokens.ts'
import type { Component } from '../pipeline/pipeline.ts'
import { alignConllu } from './align.ts'
import { type Analyser, MAX_WORDS } from './analyser.ts'
import { emptyTokens } from './columns.ts'

/** Finds a document's CoNLL-U by its id; null where there is none. */
export type OutsideAnalysis = (id: string) => string | null

/**
 * Reads the body, block by block: no sentence crosses the end of a block. With an analysis from outside that one is taken; where it
 * is missing or does not fit the text, our own takes its place and a diagnostic says so.
 */
export function analyseComponent(analyser: Analyser, outside?: OutsideAnalysis): Component {
  return {
    name: 'analyse',
    requires: ['body', 'blocks'],
    assigns: ['tokens'],
    fallback: (doc) => doc.assign('tokens', emptyTokens()),
    run(doc) {
      const spans = readSpans(doc)
      const tokens =
        (outside && fromOutside(doc, spans, analyser, outside)) ?? analyser.analyse(doc.text, spans)
      if (tokens.length >= MAX_WORDS) {
        doc.diagnostics.push(
          diagnostic(
            'text-too-long',
            'warning',
            `Only the first ${MAX_WORDS} words were read. Split the file into its reports.`,
          ),
        )
      }
      doc.assign('tokens', tokens)
    },
  }
}

function fromOutside(
  doc: Document,
  spans: Span[],
  analyser: Analyser,
  outside: OutsideAnalysis,
): Tokens | null {
  const conllu = outside(doc.id)
  if (conllu === null) {
    doc.diagnostics.push(
      diagnostic(
        'analysis-missing',
        'warning',
        'There is no analysis from outside for this report; our own was used.',
      ),
    )
    return null
  }
  try {
    return withNames(alignConllu(conllu, doc.text, spans, analyser.language), analyser)
  } catch (error) {
    if (!(error instanceof LagebildError)) throw error
    doc.diagnostics.push(
      diagnostic(error.code, 'warning', `${error.message}. ${error.remedy} Our own analysis was used.`),
    )
    return null
  }
}

/** CoNLL-U has no names: those of our own reading of the same words. */
function withNames(tokens: Tokens, analyser: Analyser): Tokens {
  const { part } = tokens.data
  const sentences = tokens.sentences.map(({ tokens: words }) =>
    words.map(({ from, to, form, index }) => ({ from, to, form, part: part[index]! })),
  )
  return new Tokens({ ...tokens.data, name: analyser.annotate(sentences).data.name })
}

/** The body's spans, cut at the edges of blocks. */
export function readSpans(doc: Document): Span[] {
  const edges = new Set<number>()
  for (const block of doc.layer('blocks')) {
    edges.add(block.from)
    edges.add(block.to)
  }
  const cuts = [...edges].sort((a, b) => a - b)
  const out: Span[] = []
  let next = 0
  for (const { from, to } of [...doc.layer('body')].sort((a, b) => a.from - b.from)) {
    let start = from
    while (next < cuts.length && cuts[next]! <= from) next++
    for (; next < cuts.length && cuts[next]! < to; next++) {
      out.push({ from: start, to: cuts[next]! })
      start = cuts[next]!
    }
    if (start < to) out.push({ from: start, to })
  }
  return out
}
