import type { ClassifiedBlock } from './classify.ts'
import { frontMatterField } from './front-matter.ts'
import { isPressName, readHeader } from './header.ts'
import type { OutletEntry, OutletIndex } from './outlets.ts'
import { distributorIn } from './tool-rules.ts'

/** Lines in which a text names its agency: bylines, datelines, credits; a caption only for a credit of the text's own kind. */
const CREDIT_KINDS: ReadonlySet<string> = new Set(['byline', 'furniture'])
const PICTURE_ONLY =
  /^[\s(|[]*(?:fotos?|bild(?:er)?|photos?|bildquelle|bildnachweis|grafik|karte|illustration|archiv\p{L}*|symbol\p{L}*|credit|©)\s?[:©]?/iu
const AGENCY_CREDIT = /^[\s(|[]*(?:quellen?|mit material von|material|agenturen)\s?:?|^[([]|\/|^\p{L}{2,4}$/iu
const RIGHTS_HOLDER =
  /^(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)?\d{2})?\s*)?(?:by\s)?(?<holder>\p{L}[^–—|,.:]{1,60}?)\s*(?:(?:19|20)\d{2}\s*)?(?:[–—|,.:]|$)/iu
const COMPANY_FORM = /\s(?:GmbH|AG|SE|KG|GbR|e\.?\s?V|Ltd|Inc|LLC|Co|mbH|OHG|&)(?!\p{L}).*$/u

/** Agencies that the credits of a text name, canonical names in order. A distributor is none. */
export function agenciesIn(text: string, blocks: readonly ClassifiedBlock[], outlets: OutletIndex): string[] {
  const found: string[] = []
  for (const block of blocks) {
    if (block.rule === 'front-matter') {
      const named =
        frontMatterField(text.slice(block.from, block.to), ['agency', 'agencies', 'agenturen?']) ?? ''
      for (const outlet of outlets.within(named))
        if (outlet.kind === 'agency' && !found.includes(outlet.name)) found.push(outlet.name)
      continue
    }
    if (!CREDIT_KINDS.has(block.kind) || block.to - block.from > 160) continue
    const words = text.slice(block.from, block.to)
    if (PICTURE_ONLY.test(words)) continue
    const isCredit =
      block.rule === 'dateline' ||
      block.rule === 'sign-line' ||
      block.rule === 'agency-slug' ||
      block.rule === 'closing-signs' ||
      block.rule === 'byline' ||
      AGENCY_CREDIT.test(words)
    if (block.kind === 'furniture' || !isCredit) continue
    const named = block.rule === 'dateline' ? (/\(([^()]*)\)[^()]*$/u.exec(words)?.[1] ?? '') : words
    for (const outlet of outlets.within(named))
      if (outlet.kind === 'agency' && !found.includes(outlet.name)) found.push(outlet.name)
  }
  return found
}

/** The outlet by the url's host; null when the codebook does not know it. */
export function outletOfUrl(
  url: string | null,
  outlets: OutletIndex,
): { readonly name: string | null; readonly host: string | null } {
  const host =
    url === null ? null : (/^[a-z]+:\/\/(?:[^/?#@]*@)?(?<host>[^/?#:]+)/iu.exec(url)?.groups?.host ?? null)
  return {
    name: host === null ? null : (asOutlet(outlets.byHost(host))?.name ?? null),
    host: host?.replace(/^www\./iu, '').toLowerCase() ?? null,
  }
}

/** The outlet that bylines, sources or the rights line name. */
export function outletOfText(
  text: string,
  blocks: readonly ClassifiedBlock[],
  outlets: OutletIndex,
): string | null {
  for (const block of blocks) {
    const words =
      block.rule === 'front-matter' || block.to - block.from < 200 ? text.slice(block.from, block.to) : ''
    const stated =
      block.rule === 'front-matter'
        ? frontMatterField(words, ['outlet', 'publisher', 'site_?name', 'medium', 'zeitung'])
        : block.rule === 'outlet-header'
          ? (readHeader(words.replace(/[\s,|–—-]+$/u, ''), outlets)?.name ?? null)
          : block.rule === 'title-suffix'
            ? words.replace(/^[-–—|]\s/u, '')
            : null
    if (stated) return outlets.byName(stated)?.name ?? stated
  }
  for (const block of blocks) {
    if (block.kind !== 'byline' || block.rule === 'caption-credit' || block.to - block.from > 160) continue
    const named = outlets.within(text.slice(block.from, block.to)).find((outlet) => outlet.kind === 'outlet')
    if (named) return named.name
  }
  for (const block of blocks) {
    if (block.rule !== 'rights-line') continue
    const line = text.slice(block.from, block.to)
    const named = outlets.within(line).find((outlet) => outlet.kind === 'outlet')
    if (named) return named.name
    const holder = RIGHTS_HOLDER.exec(line)?.groups?.holder?.replace(COMPANY_FORM, '').trim()
    if (
      holder &&
      /^\p{Lu}/u.test(holder) &&
      outlets.byName(holder) === null &&
      (/rechte|rights/iu.test(line) || isPressName(holder, outlets))
    )
      return holder
  }
  for (const block of blocks) {
    const spread = block.rule === 'distribution-note' ? distributorIn(text.slice(block.from, block.to)) : null
    if (spread && outlets.byName(spread) === null) return spread
  }
  return null
}

function asOutlet(entry: OutletEntry | null): OutletEntry | null {
  return entry && entry.kind !== 'distributor' ? entry : null
}
