import { dayNumber, daysInMonth, weekdayOf } from '../../base/calendar.ts'

/** A date and time that stands apart from the running text. */
export interface Stamp {
  /** `2023-11-05`, `2023-11-05T19:09-05:00`, `2023-11`; null when only a time is named. */
  readonly edtf: string | null
  /** `T19:09-05:00`; null when no time is named. */
  readonly time: string | null
}

const MONTHS: Readonly<Record<string, number>> = {
  januar: 1,
  jänner: 1,
  january: 1,
  jan: 1,
  februar: 2,
  feber: 2,
  february: 2,
  feb: 2,
  märz: 3,
  maerz: 3,
  march: 3,
  mär: 3,
  mar: 3,
  april: 4,
  apr: 4,
  mai: 5,
  may: 5,
  juni: 6,
  june: 6,
  jun: 6,
  juli: 7,
  july: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  oktober: 10,
  october: 10,
  okt: 10,
  oct: 10,
  november: 11,
  nov: 11,
  dezember: 12,
  december: 12,
  dez: 12,
  dec: 12,
}
/** Offset in minutes; `us` zones follow the summer time of the United States. */
const ZONES: Readonly<Record<string, number | { readonly us: number }>> = {
  MEZ: 60,
  MESZ: 120,
  CET: 60,
  CEST: 120,
  UTC: 0,
  GMT: 0,
  WEZ: 0,
  OEZ: 120,
  OESZ: 180,
  EET: 120,
  EEST: 180,
  MSK: 180,
  BST: 60,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  PST: -480,
  PDT: -420,
  ET: { us: -300 },
  CT: { us: -360 },
  PT: { us: -480 },
}
const MONTH = Object.keys(MONTHS)
  .sort((a, b) => b.length - a.length)
  .join('|')
const WEEKDAY = String.raw`(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\.?,?\s+(?:(?:den|der|dem)\s+)?`
const DATE = String.raw`(?:${WEEKDAY})?(?:(?<iso>\d{4}-\d{2}(?:-\d{2})?)|(?<day>\d{1,2})\.\s?(?:(?<mon>${MONTH})\.?|(?<mnum>\d{1,2})\.)\s?(?<year>\d{4}|\d{2}(?!\d))|(?<emon>${MONTH})\.?\s(?<eday>\d{1,2}),?\s(?<eyear>\d{4})|(?<fday>\d{1,2})\s(?<fmon>${MONTH})\s(?<fyear>\d{4}))`
const ZONE = Object.keys(ZONES)
  .sort((a, b) => b.length - a.length)
  .join('|')
const TIME = String.raw`(?<hour>[01]?\d|2[0-4])(?:[:.](?<minute>[0-5]\d)(?::[0-5]\d)?)?(?<uhr>\s?Uhr|\s?h\b)?(?:\s?\(?(?<zone>${ZONE}|Ortszeit|local time)\)?)?`
const LABEL = String.raw`(?:(?:zuletzt\s)?(?:aktualisiert|geändert|veröffentlicht|erschienen|erstellt|publiziert|updated|published|posted|stand|datum|date|ausgabe|artikel|meldung|pressemitteilung|nachrichten?)(?:\s(?:am|vom|on))?|vom|am)\s?:?\s+`
const WHOLE = new RegExp(
  String.raw`^\(?(?:${LABEL})?(?:${DATE})?(?:\s?[,|–—·/-]\s?|\s+|$)?(?:um\s|at\s)?(?:${TIME})?\)?[.:|]?$`,
  'iu',
)
const LABELLED = new RegExp(
  String.raw`^(?:(?:zuletzt\s)?(?:aktualisiert|geändert|veröffentlicht|publiziert|updated|published|posted|stand|datum|date)(?:\s(?:am|vom|on))?)\s?:?\s+(?:${DATE})\s*[:|–—-]?\s+(?=(?<next>\S{1,2}))`,
  'iu',
)
const TICKER = new RegExp(String.raw`^(?:\+{2,}\s*)?${TIME}\s*(?:\+{2,}|[:–—|-])\s+(?=["„“»«(]?\p{L})`, 'iu')

/** A line that is nothing but a date, a time, or both; null when it is anything else. */
export function readStamp(line: string): Stamp | null {
  if (line.length > 90 || !/\d/.test(line)) return null
  const wire = wireStamp(line)
  if (wire) return wire
  const groups = WHOLE.exec(withoutCounts(line))?.groups
  if (!groups) return null
  const date = dateOfGroups(groups)
  if (date === null && !isClock(groups)) return null
  return stampOf(date, groups)
}

const ANYWHERE = new RegExp(
  String.raw`(?<![\p{L}\d.,/-])(?:${DATE})(?![\p{L}\d])(?:[\s,|–—·-]{0,4}(?:um\s)?(?:${TIME})(?![\d.:]))?`,
  'giu',
)

/** Full dates anywhere in a text, with the time that follows; offsets into the text. */
export function datesIn(
  text: string,
): { readonly from: number; readonly to: number; readonly edtf: string }[] {
  return [...text.matchAll(ANYWHERE)].flatMap((match) => {
    const date = dateOfGroups(match.groups!)
    if (date === null || date.length < 10) return []
    return [
      {
        from: match.index,
        to: match.index + match[0].length,
        edtf: stampOf(date, match.groups!).edtf ?? date,
      },
    ]
  })
}

/** `Lesezeit: 4 Minuten`, `312 Leser`: numbers of the page that stand beside its date. */
export function isPageCount(words: string): boolean {
  return (
    /^(?:lesezeit|lesedauer|reading time)\s?:?\s*(?:(?:ca\.?|etwa|rund)\s)?[\p{L}\d]{1,10}\s?(?:min\.?|minuten?|minutes?)$/iu.test(
      words,
    ) ||
    /^(?:bisher(?:ige)?\s)?\d[\d.]{0,10}\s?(?:leser|aufrufe|klicks|zugriffe|views|mal gelesen|x gelesen)$/iu.test(
      words,
    )
  )
}

/** The line without page numbers and counts at its end. */
function withoutCounts(line: string): string {
  const parts = line.replace(/(?<=\d),?\s(?:Seite|S\.)\s?\d{1,3}$/u, '').split(/\s([|·•–—-])\s/u)
  while (parts.length > 1 && isPageCount(parts.at(-1)!)) parts.splice(-2)
  return parts.reduce((whole, part, i) => (i % 2 === 0 ? whole + part : `${whole} ${part} `), '')
}

/** `051744 Jan 14`: day, hour and minute, as agencies close a dispatch. */
function wireStamp(line: string): Stamp | null {
  const groups = new RegExp(
    String.raw`^(?<day>\d{2})(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d)\s?(?<mon>${MONTH})\s(?<year>\d{4}|\d{2})$`,
    'iu',
  ).exec(line)?.groups
  const date = groups ? dateOfGroups(groups) : null
  return groups && date ? stampOf(date, groups) : null
}

/** `Stand: 3. Mai 2011 Headline`: the label with its date, null when there is none. */
export function readLabelledDate(line: string): { readonly length: number; readonly stamp: Stamp } | null {
  const match = LABELLED.exec(line.slice(0, 120))
  const date = match?.groups ? dateOfGroups(match.groups) : null
  // The headline begins in upper case; told apart here, for the pattern ignores case.
  if (!/^["„“»«]?\p{Lu}/u.test(match?.groups?.next ?? '')) return null
  return match && date ? { length: match[0].trimEnd().length, stamp: { edtf: date, time: null } } : null
}

/** `14:32 Uhr: Text` or `+++ 14.32 Uhr +++ Text`: the entry of a live blog. */
export function readTickerTime(line: string): { readonly length: number; readonly stamp: Stamp } | null {
  const match = TICKER.exec(line.slice(0, 60))
  if (!match?.groups || !isClock(match.groups)) return null
  return { length: match[0].trimEnd().length, stamp: stampOf(null, match.groups) }
}

/** The stamp's time on an earlier stamp's day. */
export function onDay(stamp: Stamp, day: string): string {
  return stamp.time === null ? day : day + stamp.time
}

type Groups = Readonly<Record<string, string | undefined>>

function isClock(groups: Groups): boolean {
  return groups.hour !== undefined && (groups.uhr !== undefined || groups.minute !== undefined)
}

function dateOfGroups(groups: Groups): string | null {
  if (groups.iso)
    return /^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/.test(groups.iso) ? groups.iso : null
  const day = Number(groups.day ?? groups.eday ?? groups.fday)
  const name = (groups.mon ?? groups.emon ?? groups.fmon)?.toLowerCase()
  const month = name === undefined ? Number(groups.mnum) : (MONTHS[name] ?? 0)
  const written = groups.year ?? groups.eyear ?? groups.fyear ?? ''
  const year = written.length === 2 ? Number(written) + (Number(written) < 70 ? 2000 : 1900) : Number(written)
  if (!(month >= 1 && month <= 12) || !(day >= 1 && day <= daysInMonth(year, month))) return null
  return `${year}-${two(month)}-${two(day)}`
}

function stampOf(date: string | null, groups: Groups): Stamp {
  if (!isClock(groups)) return { edtf: date, time: null }
  const hour = Number(groups.hour) % 24
  const time = `T${two(hour)}:${groups.minute ?? '00'}${offsetOf(groups.zone, date)}`
  return { edtf: date === null ? null : date.length === 10 ? date + time : date, time }
}

function offsetOf(zone: string | undefined, date: string | null): string {
  const entry = zone === undefined ? undefined : ZONES[zone.toUpperCase()]
  if (entry === undefined) return ''
  if (typeof entry === 'number') return offsetText(entry)
  return date === null ? '' : offsetText(entry.us + (isUsSummer(date) ? 60 : 0))
}

function offsetText(minutes: number): string {
  if (minutes === 0) return 'Z'
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

/** From the second Sunday of March to the day before the first Sunday of November (rule since 2007). */
function isUsSummer(date: string): boolean {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const sunday = (m: number, from: number) => {
    let d = from
    while (weekdayOf(dayNumber(year, m, d)) !== 7) d++
    return dayNumber(year, m, d)
  }
  const at = dayNumber(year, month, day)
  return at >= sunday(3, 8) && at < sunday(11, 1)
}

function two(n: number): string {
  return String(n).padStart(2, '0')
}
