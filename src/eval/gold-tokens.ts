import type { Span } from '../base/spans.ts'
import { NAME_LABELS, type NameLabel } from '../document/names.ts'
import { goldFault } from './gold-faults.ts'

export interface LabelledSpan extends Span {
  readonly label: NameLabel
}

/** A sentence as text: its tokens, joined with single blanks. */
export interface NameSentence {
  /** Running number from 1. */
  readonly id: string
  readonly text: string
  /** Names of the outer layer. */
  readonly names: readonly LabelledSpan[]
}

/**
 * GermEval 2014 (Benikova et al. 2014): lines of index, token, outer and inner label in IOB2, a blank line after each sentence; lines that
 * begin with `#` and a tab or that stand before the first token of a sentence name the source. The inner layer is not read.
 * @throws LagebildError `gold-invalid`
 */
export function readNameSentences(file: string, tsv: string): NameSentence[] {
  const sentences: NameSentence[] = []
  let text = ''
  let names: { from: number; to: number; label: NameLabel }[] = []
  const end = () => {
    if (text !== '') sentences.push({ id: String(sentences.length + 1), text, names })
    text = ''
    names = []
  }
  let last: NameLabel | 'O' = 'O'
  for (const [index, raw] of tsv.split('\n').entries()) {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw
    if (line.trim() === '') end()
    if (line.trim() === '' || line.startsWith('#')) {
      last = 'O'
      continue
    }
    const cells = line.split('\t')
    const [, token, outer] = cells
    if (cells.length !== 4 || !token || !outer)
      throw goldFault(file, index + 1, `${cells.length} columns, not index, token, outer and inner label`)
    const label = /^[BI]-/.test(outer) ? NAME_LABELS.find((known) => known === outer.slice(2)) : undefined
    if (!label && outer !== 'O')
      throw goldFault(
        file,
        index + 1,
        `"${outer}" is not O, nor B- or I- with one of ${NAME_LABELS.join(', ')}`,
      )
    if (text !== '') text += ' '
    const from = text.length
    text += token
    // An I- without its beginning opens a name, as in the scorer of CoNLL 2000.
    if (label && (outer.startsWith('B-') || last !== label)) names.push({ from, to: text.length, label })
    else if (label) names.at(-1)!.to = text.length
    last = label ?? 'O'
  }
  end()
  return sentences
}
