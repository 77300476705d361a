import type { LineRule } from './rule.ts'
import { wordCount, wordsOf } from './shape.ts'
import { isPageCount } from './stamps.ts'

const CRUMB = /\s*(?:>{1,2}|»|›|→)\s+/u
const CRUMB_HOME = /^(?:startseite|home|start|sie sind hier\s?:?.*|[\w-]+(?:\.[\w-]+)+)$/iu
const OFFER =
  /(?<!\p{L})jetzt(?!\p{L}).{0,60}(?<!\p{L})(?:gratis|kostenlos|kostenfrei|unverbindlich)\s(?:\p{L}+\s)?(?:testen|lesen|probelesen|einstellen|registrieren|anmelden|ausprobieren|herunterladen)\s?!?$/iu
const APP = /^(?:mehr|alle|weitere|noch mehr)\s.{2,40}\sin (?:der|unserer) [\p{L}\p{N} -]{0,40}app\s?[.!]?$/iu
const ANSWERABLE =
  /^(?:hinweis\s?:\s*)?(?:inhaltlich\s)?verantwortlich für (?:den|die|diesen?|dieses|das) (?:text|inhalt|meldung|mitteilung|pressemitteilung|beitrag|angaben)\p{L}*(?!\p{L}).{0,60}(?:absender|aussender|herausgeber|verfasser|einsteller|unternehmen)/iu
const EDITED =
  /(?<!\p{L})(?:redigiert|redaktionell bearbeitet)\s(?:von|vom|durch)(?!\p{L}).{0,80}(?:rückfragen|fragen) an|^\(?(?:bei\s)?rückfragen (?:bitte )?an (?:die|den|das|unsere) (?:redaktion|newsroom|büro)|^\([^()]{0,80}(?<!\p{L})redigiert (?:von|vom) [^()]{2,80}\)$/iu

/** Lines of a page's tools and of its own trade: where one is, what one may do, what one should buy. */
export const TOOL_RULES: readonly LineRule[] = [
  {
    name: 'breadcrumb',
    kind: 'furniture',
    finds: 'the path from the start page to the article',
    holds: (line) => {
      if (line.length > 160 || /[«„“”"]/u.test(line)) return false
      const crumbs = line.split(CRUMB).map((crumb) => crumb.trim())
      if (crumbs.length < 2 || crumbs.some((crumb) => crumb === '' || wordCount(crumb) > 6)) return false
      return CRUMB_HOME.test(crumbs[0]!) || (crumbs.length > 2 && !/[.!?:]$/u.test(line))
    },
  },
  {
    name: 'tool-row',
    kind: 'furniture',
    finds: 'a row of buttons in square brackets',
    holds: (line) => line.length <= 200 && /^(?:\[[^[\]]{2,40}\][\s|·]*){2,}$/u.test(line),
  },
  {
    name: 'page-count',
    kind: 'furniture',
    finds: 'how long the reading takes, or how many have read it',
    holds: (line) => line.length <= 80 && isPageCount(line.replace(/^\p{L}+[.,:|]\s/u, '')),
  },
  {
    name: 'refresh-notice',
    kind: 'furniture',
    finds: 'a notice between plus signs that the page renews itself',
    holds: (line) =>
      wordCount(line) <= 25 &&
      /^\+{2,}.*\+{2,}$/u.test(line) &&
      /(?<!\p{L})(?:seite|ticker|liveblog|blog|browser)(?!\p{L})/iu.test(line) &&
      /aktualisier|neu (?:ge)?laden|refresh/iu.test(line),
  },
  {
    name: 'more-entries',
    kind: 'furniture',
    finds: 'the button that loads more entries',
    holds: (line) =>
      /^(?:ältere|neuere|weitere|mehr|alle|frühere|vorherige) (?:einträge|meldungen|beiträge|artikel|nachrichten|posts) (?:laden|anzeigen|lesen|einblenden|ansehen)\W*$/iu.test(
        line,
      ),
  },
  {
    name: 'short-link',
    kind: 'furniture',
    finds: 'a short address of the page with its label',
    holds: (line) =>
      line.length <= 200 &&
      /^(?:kurz-?link|kurz-?url|permalink|shortlink)(?!\p{L})[^.!?]{0,40}:/iu.test(line),
  },
  {
    name: 'offer',
    kind: 'furniture',
    finds: 'an offer to try, to join, or to load an app',
    holds: (line) => wordCount(line) <= 18 && !/[„“”"»«]/u.test(line) && (OFFER.test(line) || APP.test(line)),
  },
  {
    name: 'answerable-note',
    kind: 'furniture',
    finds: 'a note on who answers for a press release',
    holds: (line) => line.length < 800 && ANSWERABLE.test(line),
  },
  {
    name: 'editing-note',
    kind: 'furniture',
    finds: 'a note on who edited the text and whom to ask',
    holds: (line) => wordCount(line) <= 40 && EDITED.test(line),
  },
  {
    name: 'distribution-note',
    kind: 'furniture',
    finds: 'a note on who spread a press release',
    holds: (line) => wordCount(line) <= 20 && distributorIn(line) !== null,
  },
  {
    name: 'sender-line',
    kind: 'byline',
    finds: 'the sender of a press release with its label',
    holds: (line) =>
      wordCount(line) <= 14 &&
      /^(?:presse|medien)?(?:mitteilung|meldung|information) (?:von|der|des)\s?:\s+\p{Lu}/iu.test(line) &&
      !/[„“”"»«]/u.test(line),
  },
  {
    name: 'agency-slug',
    kind: 'byline',
    finds: 'an agency’s sign followed by the short signs of its editors',
    holds: (line, { outlets }) => {
      const [agency, ...signs] = wordsOf(line.slice(0, 80))
      return (
        line.length <= 60 &&
        outlets.byName(agency ?? '')?.kind === 'agency' &&
        signs.length >= 2 &&
        signs.every((sign) => /^[\p{Ll}\d]{1,5}$/u.test(sign)) &&
        signs.some((sign) => /^[^aeiouyäöü]+$/u.test(sign) || /\d/.test(sign))
      )
    },
  },
]

/** The name in `Diese Pressemitteilung wurde über NAME verbreitet.`; null when the line is another. */
export function distributorIn(line: string): string | null {
  return (
    /^Diese (?:Presse|Medien)?(?:mitteilung|meldung|information) wurde (?:über|von|durch|via) (?<name>\p{Lu}[^.,;:]{1,50}?) (?:verbreitet|veröffentlicht|versandt|verteilt)\.?$/iu.exec(
      line,
    )?.groups?.name ?? null
  )
}
