import type { Span } from '../../base/spans.ts'

const CLOSERS: Readonly<Record<string, string>> = {
  '„': '“”"',
  '“': '”“"',
  '»': '«',
  '«': '»',
  '"': '"',
  '‚': '‘',
  '›': '‹',
}
/** Longer stretches are a missing closing mark, not a quotation. */
const LONGEST = 1500

/** Quotation marks in pairs over one block of text, outermost only; spans include the marks. */
export function quotationMarks(text: string, block: Span): Span[] {
  const out: Span[] = []
  let at = block.from
  while (at < block.to) {
    const closers = CLOSERS[text[at]!]
    if (closers === undefined || (text[at] === '‚' && /\p{L}/u.test(text[at - 1] ?? ''))) {
      at++
      continue
    }
    let end = at + 1
    const limit = Math.min(block.to, at + LONGEST)
    while (end < limit && !closers.includes(text[end]!)) end++
    if (end < limit) {
      out.push({ from: at, to: end + 1 })
      at = end + 1
    } else at++
  }
  return out
}

/** Words inside the marks; a single word or a name in quotation marks is no quotation of speech. */
export function isSpeech(text: string, quote: Span): boolean {
  return (text.slice(quote.from + 1, quote.to - 1).match(/\S+/g)?.length ?? 0) >= 3
}
