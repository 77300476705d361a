import type { LineContext, LineRule } from './rule.ts'
import { isSentence, wordCount, wordsOf } from './shape.ts'
import { datesIn, readStamp } from './stamps.ts'

const BY =
  /^(?:(?:ein|eine)n?\s(?:gast)?(?:beitrag|kommentar|analyse|bericht|interview|reportage|essay)\s(?:von|by)|von|by|text|autor(?:in|en)?\s?:?|bericht(?:et)? von|interview|protokoll)\s*:?\s+/iu
const PARTICLE =
  /^(?:von|van|der|den|de|al|el|bin|ibn|di|da|du|la|le|zu|und|and|mit|für|dpa|afp|rtr|epa|apa|sda|ap|y|&|\||-|–)$/u
const NAME = /^\(?\p{Lu}[\p{L}\p{N}'’.-]*\)?[,;]?$/u
const CREDIT_WORD =
  /^(?:dpa|afp|epa|rtr|apa|sda|ap|ddp|dapd|pa|akg|picture|alliance|images?|getty|imago|ullstein|keystone|reuters|privat|archiv|via|und|von|der|the|by)(?:[/-].*)?$/iu
const PICTURE_WORD =
  '(?:Fotos?|Bild(?:er|quelle|nachweis)?|Photos?|Grafik|Karte|Illustration|Screenshot|Archivfoto|Archivbild|Symbolbild|Symbolfoto|Foto-?Credit|Credit|Quelle|Copyright)'
const CREDIT_TAIL = new RegExp(
  String.raw`(?:^|[\s(|\[])(?<credit>${PICTURE_WORD}\s?[:©]\s?|©\s?)(?<name>[^:]{2,70}?)[)\]]?$`,
  'u',
)
const CAPTION_LABEL =
  /^\(?(?:Bild|Foto|Im Bild|Auf dem (?:Foto|Bild)|Bildunterschrift|Bildtext|Grafik|Karte|(?:Beitrags|Titel|Aufmacher|Cover)bild|Archivbild|Archivfoto|Symbolbild|Symbolfoto)(?:\s?:\s|\)?$)/u
const PICTURE_MARK =
  /\((?:Archivbild|Archivfoto|Symbolbild|Symbolfoto|Archiv|Foto\s?:[^()]{2,60}|Bild\s?:[^()]{2,60})\)\.?$/u

/** Where the credit begins in a caption, an offset into the line; -1 when the line ends in none. */
export function creditStart(line: string, context: LineContext): number {
  const match = CREDIT_TAIL.exec(line.slice(-110))
  if (!match?.groups) return -1
  const name = match.groups.name!.trim()
  const words = name.split(/[\s/,|]+/u).filter((word) => word !== '')
  const isName =
    words.length > 0 &&
    words.length <= 8 &&
    words.every(
      (word) =>
        /^[\p{Lu}\p{N}@©(]/u.test(word) || CREDIT_WORD.test(word) || context.outlets.byName(word) !== null,
    )
  if (!isName || (/\.$/u.test(name) && words.length > 2)) return -1
  const cut = match[0].search(/[^\s]/u)
  return Math.max(0, line.length - 110) + match.index + cut
}

/** `(dpa/AFP)`, `dpa, rtr`, `(xyz/mno)`: signs of agencies or editors. */
export function isSignLine(line: string, { outlets }: LineContext): boolean {
  if (line.length > 60) return false
  const inner = /^[([](?<signs>[^()[\]]+)[)\]]\.?$/u.exec(line)?.groups?.signs
  const signs = (inner ?? line)
    .replace(
      /^(?:quellen?|(?:mit )?material(?:ien)? (?:der|von|aus)(?: den)?(?: nachrichten)?(?: ?agenturen)?|material|agenturen)\s?:?\s+/iu,
      '',
    )
    .split(/\s?[/,;+]\s?|\s+(?:und|mit|and)\s+/iu)
  const isAgency = (sign: string) => outlets.byName(sign)?.kind === 'agency'
  if (signs.some(isAgency))
    return signs.every(
      (sign) =>
        isAgency(sign) ||
        outlets.byName(sign) !== null ||
        /^[\p{L}.-]{1,12}$/u.test(sign) ||
        /^agenturen$/iu.test(sign),
    )
  return (inner !== undefined || signs.length > 1) && signs.every((sign) => /^\p{Ll}{2,5}$/u.test(sign))
}

function isByline(line: string, { outlets }: LineContext): boolean {
  if (line.length > 120) return false
  const opening = BY.exec(line)
  if (!opening) return false
  const rest = withoutDate(line.slice(opening[0].length)).trim()
  if (/[.!?]$/u.test(rest) && !/\b\p{Lu}\.$/u.test(rest)) return false
  const words = wordsOf(rest)
  if (words.length === 0 || words.length > 12 || !/^\p{Lu}|^dpa|^afp/u.test(rest)) return false
  if (!words.every((word) => NAME.test(word) || PARTICLE.test(word))) return false
  const names = words.filter((word) => NAME.test(word)).length
  return names >= 2 || outlets.byName(rest) !== null || (names === 1 && /:/.test(opening[0]))
}

/** The line without the date and time that close it. */
function withoutDate(line: string): string {
  const date = datesIn(line).at(-1)
  return date && line.length - date.to <= 6
    ? line.slice(0, date.from).replace(/[\s,|–—•·-]+(?:am|vom)?\s*$/u, '')
    : line
}

/** Who wrote it, when it appeared, what the picture shows. */
export const CREDIT_RULES: readonly LineRule[] = [
  {
    name: 'stamp-line',
    kind: 'stamp',
    finds: 'a date, a time or both, alone on the line',
    holds: (line) => readStamp(line) !== null,
  },
  {
    name: 'ago-line',
    kind: 'stamp',
    finds: 'how long ago something appeared',
    holds: (line) =>
      /^(?:vor \d+ (?:minuten?|stunden?|tag(?:en)?|wochen?)|\d+ (?:min|minutes?|hours?|days?) ago|(?:gestern|heute),? (?:um )?\d{1,2}[:.]\d{2}(?: uhr)?)$/iu.test(
        line,
      ),
  },
  { name: 'byline', kind: 'byline', finds: 'who wrote it', holds: isByline },
  {
    name: 'sign-line',
    kind: 'byline',
    finds: 'signs of agencies or editors alone on the line',
    holds: isSignLine,
  },
  {
    name: 'picture-credit',
    kind: 'caption',
    finds: 'a picture caption that ends in its credit',
    holds: (line, context) => wordCount(line) <= 70 && creditStart(line, context) >= 0,
  },
  {
    name: 'caption-label',
    kind: 'caption',
    finds: 'a line that names itself a picture’s text',
    holds: (line) => wordCount(line) <= 60 && (CAPTION_LABEL.test(line) || PICTURE_MARK.test(line)),
  },
  {
    name: 'box-heading',
    kind: 'furniture',
    finds: 'the heading of a box of facts whose text is not here',
    holds: (line) =>
      wordCount(line) <= 10 &&
      !isSentence(line) &&
      /^(?:(?:zahlen und )?fakten|zahlen(?:,? daten(?:,? fakten)?)?|daten|hintergrund|chronologie|zeitleiste|infografik|grafik|info(?:box|kasten)?|steckbrief|zur person|stichwort|glossar|bilder(?:galerie|strecke)?|fotostrecke|video|karte|interaktiv|umfrage|zitate|fragen und antworten)(?:\s(?:zu[mr]?|über|von|rund um|aus|im|in|der|des)\s[\p{L}\p{N}\s„“"»«–-]+)?:?$/iu.test(
        line,
      ),
  },
]
