import type { Report } from '../document/report.ts'
import { NOTICES } from '../language/de/notices.ts'
import { fold } from './words.ts'

/** What an editor says about an earlier report. */
export interface Notice {
  readonly kind: 'correction' | 'withdrawal'
  /** Folded titles that it names. */
  readonly titles: readonly string[]
}

/** A notice says so at once: characters of the body that are looked at. */
const HEAD = 200
/** Of a withdrawal, whose text names what it takes back. */
const NAMED = 600
const LONGEST_TITLE = 160

/** Null for a report that is no notice. Only reports in German are recognised. */
export function noticeOf(report: Report, title: string | null): Notice | null {
  if (report.text === null || report.language !== 'de') return null
  const start = report.body[0]?.[0] ?? 0
  const head = fold(`${title ?? ''} ${report.text.slice(start, start + HEAD)}`)
  const says = (phrases: readonly string[]) => phrases.some((phrase) => startsWord(head, phrase))
  const kind = says(NOTICES.withdrawal) ? 'withdrawal' : null
  const opening = fold(title ?? report.text.slice(start, start + HEAD))
  const isCorrection = NOTICES.correction.some((phrase) => opening.replace(/^\P{L}+/u, '').startsWith(phrase))
  if (kind === null && !isCorrection) return null
  return { kind: kind ?? 'correction', titles: quotedIn(report.text.slice(start, start + NAMED)) }
}

function startsWord(text: string, phrase: string): boolean {
  const at = text.indexOf(phrase)
  return at >= 0 && !/\p{L}/u.test(text.charAt(at - 1))
}

function quotedIn(text: string): string[] {
  const titles = new Set<string>()
  for (const [open, close] of NOTICES.quotes) {
    for (let from = text.indexOf(open!); from >= 0; from = text.indexOf(open!, from + 1)) {
      const to = text.indexOf(close!, from + 1)
      if (to > from + 1 && to - from <= LONGEST_TITLE) titles.add(fold(text.slice(from + 1, to)))
    }
  }
  return [...titles]
}
