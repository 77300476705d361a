import { datesIn } from '../../extract/clean/stamps.ts'
import { EMBARGO } from '../../language/de/wire-copy.ts'
import { instant } from './instants.ts'

/** Lines of a text in which an embargo is looked for. */
const HEAD = 40
const LONGEST = 200

/**
 * The embargo that a line of the text states: an instant, ISO 8601 UTC; null when there is none; `unclear` when there is one
 * whose end cannot be told, as "until the speech begins".
 */
export function embargoIn(text: string): string | null {
  for (const line of text.split('\n', HEAD)) {
    const said = saidIn(line)
    if (said === null) continue
    return EMBARGO.lifted.some((word) => said.toLowerCase().startsWith(word))
      ? null
      : (untilOf(said) ?? 'unclear')
  }
  return null
}

/** Whether a line does nothing but state an embargo, so that it is no part of the report. */
export function isEmbargoLine(line: string): boolean {
  return saidIn(line) !== null
}

/** What stands behind the word for an embargo at the head of a line; null where there is none. */
function saidIn(line: string): string | null {
  if (line.length > LONGEST) return null
  const words = line.replace(/^[^\p{L}]+/u, '')
  const head = EMBARGO.heads.find((word) => words.toLowerCase().startsWith(word))
  if (head === undefined) return null
  const rest = words.slice(head.length)
  // A heading has a mark behind it, or a figure; prose goes on with a word.
  return /^\s*(?:[:!–-]|\d|bis\b|$)/iu.test(rest) ? rest.replace(/^[\s:!–-]+/u, '') : null
}

function untilOf(said: string): string | null {
  const found = datesIn(said)[0]
  if (found === undefined) return null
  if (/T\d{2}:\d{2}(?:Z|[+-])/u.test(found.edtf)) return instant(found.edtf)
  const clock = /(?<!\d)(?<hour>\d{1,2})(?:[.:](?<minute>\d{2}))?\s?(?:Uhr|h\b)/iu.exec(
    said.slice(0, found.from) + ' '.repeat(found.to - found.from) + said.slice(found.to),
  )?.groups
  const day = found.edtf.slice(0, 10)
  const time = /T(?<time>\d{2}:\d{2})/u.exec(found.edtf)?.groups?.time
  const own = clock === undefined ? '00:00' : `${clock.hour!.padStart(2, '0')}:${clock.minute ?? '00'}`
  return instant(`${day}T${time ?? own}`, 'central-europe')
}
