import { isWithin, type PageElement } from './dom.ts'
import type { PageLine } from './lines.ts'
import type { ElementMarks } from './marks.ts'
import type { PageMetadata } from './metadata.ts'

/** Share of common words (Dice) from which a heading is the headline that the metadata name. */
const ALIKE = 0.6
const MAX_TITLE = 400
/** A site's name at the end of a title is no longer than this, in UTF-16 units. */
const MAX_SITE = 45
const PART = /\s+[|–—»«·•:/-]+\s+|\s+[|»«·•]\s*|\s*[|»«·•]\s+/u

/**
 * The line that is the article's headline: the heading most like what the metadata say, else the highest right above the text.
 * @param firstText the article's first line of running text
 */
export function titleLine(
  lines: readonly PageLine[],
  marks: readonly ElementMarks[],
  region: PageElement,
  metadata: PageMetadata,
  firstText: PageLine | null,
): PageLine | null {
  const headings = lines.filter(
    (line) => line.heading !== null && line.text.length <= MAX_TITLE && !marks[line.block.index]!.isComment,
  )
  const names = namesOf(metadata)
  const site = siteOf(metadata)
  let best: PageLine | null = null
  let most = 0
  for (const line of headings) {
    if (isSite(line.text, site)) continue
    const alike = Math.max(
      0,
      ...names.map(({ name, trust }) => {
        const likeness = dice(line.text, name)
        return likeness < ALIKE ? 0 : likeness * trust
      }),
    )
    if (alike === 0) continue
    const isInside = isWithin(line.block, region)
    const isPage = marks[line.block.index]!.isPage
    const value =
      alike +
      (line.heading === 1 ? 0.1 : 0) +
      (isInside ? 0.1 : 0) -
      (isPage ? (line.heading === 1 ? 0.1 : 0.3) : 0) -
      // The site's own name above all, which leads home; or another article.
      (line.linked > 0.8 ? (isInside ? 0.1 : 0.25) : 0)
    if (value > most) [best, most] = [line, value]
  }
  if (best) return best
  const open = headings.filter((line) => !marks[line.block.index]!.isPage && !isSite(line.text, site))
  const at = firstText === null ? 0 : lines.indexOf(firstText)
  const above = new Set(lines.slice(Math.max(0, at - NEAR), at))
  const near = open.filter((line) => above.has(line))
  return (
    topOf(near.filter((line) => line.linked < 0.8)) ??
    topOf(near) ??
    topOf(open.filter((line) => line.heading === 1))
  )
}

/** Of headings the first of the highest rank; where that one has parts, the longest. */
function topOf(headings: readonly PageLine[]): PageLine | null {
  const highest = headings.reduce((level, line) => Math.min(level, line.heading!), 6)
  const first = headings.find((line) => line.heading === highest)
  if (!first) return null
  return headings
    .filter((line) => line.block === first.block)
    .reduce((longest, line) => (line.text.length > longest.text.length ? line : longest))
}

/** Lines above the running text among which a headline is looked for that no metadata name. */
const NEAR = 12

/**
 * The part of a heading that the metadata call the headline, where a kicker or a subtitle stands on its line; the whole otherwise.
 * Offsets into the line.
 */
export function headlinePart(
  line: string,
  metadata: PageMetadata,
): { readonly from: number; readonly to: number } {
  const whole = { from: 0, to: line.length }
  const site = siteOf(metadata)
  const names = metadata.headlines.slice(0, 3).map((name) => withoutSite(name, site))
  if (names.some((name) => bare(name) === bare(line))) return whole
  for (const name of names) {
    if (name.split(' ').length < MIN_WORDS || name.length >= line.length) continue
    if (line.endsWith(name)) return { from: line.length - name.length, to: line.length }
    if (line.startsWith(name)) return { from: 0, to: name.length }
  }
  return whole
}

const MIN_WORDS = 3

/** What metadata call the article, without the site's name; null when they don't name it. */
export function headlineOf(metadata: PageMetadata): string | null {
  const site = siteOf(metadata)
  const name = metadata.headlines.find((headline) => !isSite(headline, site)) ?? metadata.title
  return name === null ? null : withoutSite(name, site)
}

interface ArticleName {
  readonly name: string
  /** 0 to 1: the first names the article, parts of a title may name the site. */
  readonly trust: number
}

function namesOf(metadata: PageMetadata): ArticleName[] {
  const parts = metadata.title?.split(PART).filter((part) => part.trim().split(/\s+/u).length >= 2) ?? []
  return [
    ...metadata.headlines.slice(0, 3).map((name, i) => ({ name, trust: 1 - 0.05 * i })),
    ...(metadata.title ? [{ name: metadata.title, trust: 0.95 }] : []),
    ...parts.map((name, i) => ({ name, trust: i === 0 ? 0.95 : 0.75 })),
  ]
}

/** Names of the site, in small letters and nothing but letters and digits. */
function siteOf(metadata: PageMetadata): ReadonlySet<string> {
  const host =
    metadata.url && URL.canParse(metadata.url) ? new URL(metadata.url).hostname.replace(/^www\./u, '') : null
  return new Set(
    [
      metadata.outlet,
      metadata.metas.get('og:site_name') ?? null,
      host,
      host?.replace(/\.[a-z]+$/u, '') ?? null,
    ]
      .filter((name) => name !== null)
      .map(bare)
      .filter((name) => name.length > 2),
  )
}

function isSite(text: string, site: ReadonlySet<string>): boolean {
  return site.has(bare(text))
}

/** `Headline | Site`, `Headline - Site`, `Site: Headline`. A bar always parts them; a dash only where the site is known by name. */
function withoutSite(title: string, site: ReadonlySet<string>): string {
  const end = /^(?<rest>.+\S)\s+(?<mark>[|»«·•–—-])\s+(?<name>[^|»«·•]{2,})$/u.exec(title)?.groups
  if (
    end &&
    end.name!.length <= MAX_SITE &&
    (isSite(end.name!, site) || !/[–—-]/u.test(end.mark!) || end.name!.split(' ').length <= 2)
  )
    return withoutSite(end.rest!, site)
  const start = /^(?<name>[^|»«·•–—:]{2,45}?)\s*[|»«·•–—:-]\s+(?<rest>.+)$/u.exec(title)?.groups
  return start && isSite(start.name!, site) ? start.rest! : title
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

function dice(a: string, b: string): number {
  const words = (text: string) =>
    new Set(
      text
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== ''),
    )
  const [left, right] = [words(a), words(b)]
  let common = 0
  for (const word of left) if (right.has(word)) common++
  return left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size)
}
