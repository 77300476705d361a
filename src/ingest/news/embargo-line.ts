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
    if (line.length > LONGEST) continue
    const plain = line.replace(/^[^\p{L}]+/u, '').toLowerCase()
    const head = EMBARGO.heads.find((word) => plain.startsWith(word))
    if (head === undefined) continue
    const rest = line.replace(/^[^\p{L}]+/u, '').slice(head.length)
    // A heading has a mark behind it, or a figure; prose goes on with a word.
    if (!/^\s*(?:[:!–-]|\d|bis\b|$)/iu.test(rest)) continue
    const said = rest.replace(/^[\s:!–-]+/u, '')
    if (EMBARGO.lifted.some((word) => said.toLowerCase().startsWith(word))) return null
    return untilOf(said) ?? 'unclear'
  }
  return null
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
