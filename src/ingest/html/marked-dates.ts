import { datesIn } from '../../extract/clean/stamps.ts'
import { edtfOf } from './date-values.ts'
import { type PageElement, textOf } from './dom.ts'
import { type ElementMarks, namesOf } from './marks.ts'

/** When a page was published and last changed, EDTF; null where nothing tells. */
export interface PageDates {
  readonly published: string | null
  readonly updated: string | null
}

const MAX_TIMES = 400
const PUBLISHED_NAMES =
  /(?:^|[\s-])(?:datepublished|dt-published|published|pubdate|entry-date|publish-date)(?=$|[\s-])|date-?published|publication-?date/u
const UPDATED_NAMES =
  /(?:^|[\s-])(?:datemodified|dt-updated|updated|modified|last-updated)(?=$|[\s-])|date-?modified/u

/** Days that an element is marked for: schema.org's `itemprop`, `<time pubdate>`, the classes of hAtom and h-entry. */
export function markedDates(elements: readonly PageElement[], marks: readonly ElementMarks[]): PageDates {
  let published: string | null = null
  let updated: string | null = null
  let looked = 0
  for (const element of elements) {
    if (looked > MAX_TIMES || (published && updated)) break
    const mark = marks[element.index]!
    if (mark.isComment) continue
    const isTime = element.name === 'time' || element.name === 'abbr'
    const itemprop = element.get('itemprop')
    if (
      !isTime &&
      itemprop === null &&
      !element.attributes.has('pubdate') &&
      !element.get('class')?.includes('publish')
    )
      continue
    const names = namesOf(element)
    const isPublished = element.attributes.has('pubdate') || PUBLISHED_NAMES.test(names)
    const isUpdated = UPDATED_NAMES.test(names)
    if (!isPublished && !isUpdated) continue
    looked++
    const date = markedValue(element)
    if (isPublished && (!isUpdated || published === null)) published ??= date
    else updated ??= date
  }
  return { published, updated }
}

function markedValue(element: PageElement): string | null {
  for (const key of ['datetime', 'content', 'title']) {
    const date = edtfOf(element.get(key))
    if (date) return date
  }
  const words = textOf(element).replace(/\s+/gu, ' ').trim()
  return words.length > 120 ? null : (edtfOf(words) ?? datesIn(words)[0]?.edtf ?? null)
}

/** What pages tell their own scripts: `"publishedAt":"2012-03-04T08:15"`. */
const IN_SCRIPT =
  /["'](?:date_?published|published_?(?:at|date|time|on)|(?:cms)?publish(?:ing)?_?(?:date|time)|publication_?date|first_?published(?:_?(?:at|date))?|pub_?date|release_?date)["']\s*:\s*["'](?<date>[\dT:.+Z /-]{8,35})["']/iu
const MAX_SCRIPTS = 2_000_000

export function dateInScripts(elements: readonly PageElement[]): string | null {
  let looked = 0
  for (const element of elements) {
    if (element.name !== 'script' || /ld\+json/iu.test(element.get('type') ?? '') || looked > MAX_SCRIPTS)
      continue
    const source = textOf(element)
    looked += source.length
    const date = edtfOf(IN_SCRIPT.exec(source.slice(0, MAX_SCRIPTS))?.groups?.date ?? null)
    if (date) return date
  }
  return null
}
