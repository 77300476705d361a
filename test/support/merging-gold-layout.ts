import type { Report } from '../../src/document/report.ts'

const DATELINE = /^[^()\n]{2,40} \(([^()\n]{2,20})\) - /
const ENTRY = /^(\d\d:\d\d) Uhr: /
/** The texts of the merging gold keep to sentences that end so; an ordinal ("30. März") ends none. */
const SENTENCE_END = /(?<!\d)[.!?][“«"]? (?=[\p{Lu}„»"])/gu

export interface Layout {
  readonly agency: string[]
  readonly blocks: Report['blocks']
  readonly body: Report['body']
  readonly sentences: Report['sentences']
}

/** Blocks, agencies and sentences of a text of the merging gold: paragraphs, datelines, entries of a live blog. */
export function layOut(text: string, published: string): Layout {
  const blocks: Report['blocks'] = []
  const agency: string[] = []
  const sentences: Report['sentences'] = []
  let start = 0
  for (const paragraph of text.split('\n\n')) {
    const dateline = DATELINE.exec(paragraph)
    const entry = ENTRY.exec(paragraph)
    const own = entry ? `${published.slice(0, 10)}T${entry[1]}${published.slice(19)}` : null
    let from = start
    if (dateline) {
      agency.push(dateline[1]!.split('/')[0]!)
      from += dateline[0].length
      blocks.push({ from: start, to: from - 1, kind: 'byline', published: null })
    }
    if (entry) from += entry[0].length
    const to = start + paragraph.length
    blocks.push({ from, to, kind: 'body', published: own })
    let begin = from
    for (const end of text.slice(from, to).matchAll(SENTENCE_END)) {
      const stop = from + end.index + end[0].length
      sentences.push([begin, stop - 1])
      begin = stop
    }
    sentences.push([begin, to])
    start = to + 2
  }
  const body = blocks.filter((b) => b.kind === 'body').map((b): [number, number] => [b.from, b.to])
  return { agency, blocks, body, sentences }
}
