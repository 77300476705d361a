import type { Span } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { Block, BlockKind } from '../../document/report.ts'
import type { Component } from '../../pipeline/pipeline.ts'
import { type ClassifiedBlock, classify } from './classify.ts'
import { agenciesIn, outletOfText, outletOfUrl } from './origin.ts'
import { type OutletEntry, outletIndex } from './outlets.ts'

const READ: ReadonlySet<BlockKind> = new Set(['title', 'lead', 'body', 'caption'])
/** How much of the body the language is told from, in UTF-16 units. */
const SAMPLE = 4000

/**
 * The first step of reading: what of a text is article, who published it, in which language.
 * @param detectLanguage ISO 639-1 code of a text, or null when it can't tell
 */
export function cleanComponent(
  codebookOutlets: readonly OutletEntry[],
  detectLanguage: (text: string) => string | null,
): Component {
  const outlets = outletIndex(codebookOutlets)
  return {
    name: 'clean',
    requires: [],
    assigns: ['language', 'blocks', 'title', 'body', 'outlet', 'agency'],
    fallback,
    run(doc) {
      const { text, raw } = doc
      const blocks = classify(text, raw.blocks, outlets)
      const body = bodyOf(blocks)
      assignBlocks(doc, blocks.map(withoutRule), body)
      const url = outletOfUrl(raw.source.url, outlets)
      doc.assign('language', baseLanguage(raw.language) ?? detectLanguage(sampleOf(text, body)) ?? 'de')
      const outlet = raw.source.outlet ?? url.name ?? outletOfText(text, blocks, outlets) ?? url.host
      doc.assign('outlet', outlet)
      // An item in a newsroom format that an agency provides is that agency's.
      const provider = raw.source.item && outlet !== null ? outlets.byName(outlet) : null
      const own = provider?.kind === 'agency' ? [provider.name] : []
      doc.assign('agency', [...new Set([...raw.source.agency, ...own, ...agenciesIn(text, blocks, outlets)])])
    },
  }
}

function fallback(doc: Document): void {
  const { text, raw } = doc
  const blocks =
    raw.blocks ??
    (text.trim() === '' ? [] : [{ from: 0, to: text.length, kind: 'body' as const, published: null }])
  assignBlocks(doc, blocks, bodyOf(blocks))
  doc.assign('language', baseLanguage(raw.language) ?? 'de')
  doc.assign('outlet', raw.source.outlet)
  doc.assign('agency', raw.source.agency)
}

function assignBlocks(doc: Document, blocks: readonly Block[], body: readonly Span[]): void {
  const title = blocks.find((block) => block.kind === 'title')
  doc.assign('blocks', blocks)
  doc.assign('title', title ? { from: title.from, to: title.to } : null)
  doc.assign('body', body)
}

function bodyOf(blocks: readonly Block[]): Span[] {
  return blocks.filter((block) => READ.has(block.kind)).map(({ from, to }) => ({ from, to }))
}

function withoutRule({ from, to, kind, published }: ClassifiedBlock): Block {
  return { from, to, kind, published }
}

function sampleOf(text: string, body: readonly Span[]): string {
  let sample = ''
  for (const { from, to } of body) {
    if (sample.length >= SAMPLE) break
    sample += `${text.slice(from, Math.min(to, from + SAMPLE))}\n`
  }
  return sample
}

/** `de-AT` and `de_DE` to `de`; null for what is no language code. */
function baseLanguage(language: string | null): string | null {
  return /^(?<base>[a-z]{2,3})(?:[-_]|$)/iu.exec(language?.trim() ?? '')?.groups?.base?.toLowerCase() ?? null
}
