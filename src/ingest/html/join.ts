import type { RenderedPage } from './page.ts'

/** The pages of one article as one: texts one after the other; what a later page repeats of the earlier ones is furniture. */
export function joinPages(pages: readonly [RenderedPage, ...RenderedPage[]]): RenderedPage {
  const [first, ...rest] = pages
  const seen = new Set(first.blocks.map(({ from, to }) => first.text.slice(from, to)))
  let { text } = first
  const blocks = [...first.blocks]
  for (const page of rest) {
    for (const block of page.blocks) {
      const words = page.text.slice(block.from, block.to)
      const isNew = block.kind !== 'title' && !seen.has(words)
      seen.add(words)
      blocks.push({
        ...block,
        from: block.from + text.length,
        to: block.to + text.length,
        kind: isNew ? block.kind : 'furniture',
      })
    }
    text += page.text
  }
  return { ...first, text, blocks, diagnostics: pages.flatMap((page) => page.diagnostics) }
}
