import { type Decision, decide, isOpen } from './rule.ts'
import { isListEntry, isSentence, wordCount } from './shape.ts'

const COMMENTS =
  /^(?:(?:\d+ )?(?:leser)?kommentare?(?: \(?\d+\)?)?|leserbriefe?|ihre meinung|diskussion|diskutieren sie mit.*|kommentare zu diesem artikel|comments?(?: \(\d+\))?|\d+ comments?)\s*:?$/iu
const LINK_LIST =
  /^[\s–—•*-]*(?:mehr zum thema|zum thema|lesen sie (?:auch|mehr|dazu|hierzu).*|mehr zu .{2,60}|(?:weitere|ähnliche|verwandte|andere|aktuelle|neueste|beliebte|empfohlene|passende|meistgelesene) (?:artikel|beiträge|meldungen|nachrichten|themen|news|links)(?: zum thema)?|(?:wikinews-portal:? )?(?:weitere )?themenverwandte?r? artikel.{0,60}|das könnte (?:sie|dich) (?:auch )?interessieren|auch interessant|siehe auch|meistgelesen|most read|related|read also|top-?themen|weblinks?|(?:interne|externe|weiterführende) (?:links|informationen|literatur)|links?(?: zum thema)?|einzelnachweise|fußnoten|quellen?|quellenangaben?|literatur|sources?|references|footnotes)(?: \(\d{1,2}\.\d{1,2}\.\d{4}\))?\s*:?$/iu
const COMMENT_SIGNS =
  /^(?:antworten|melden|gefällt mir|reply|report)$|\b(?:sagt|schreibt|schrieb|meint)(?: am .{4,30})?:$|vor \d+ (?:minuten?|stunden?|tagen?)|\d{1,2}[:.]\d{2} uhr$/iu

const CONTACT =
  /^(?:(?:presse|medien)-?kontakte?|kontakt für (?:die )?(?:presse|medien)|ansprechpartner(?:in)? für (?:die )?(?:presse|medien)|rückfragehinweis|pressestelle|press contact)\s?:/iu
const ABOUT = /^(?:über (?:den|die|das|uns|\p{Lu})|about )[^!?]{0,80}:$/iu
const PRESS_RELEASE =
  /^(?:presse|medien)(?:mitteilung|information|kontakt)|^press (?:release|contact)|^diese pressemitteilung/iu

/** What stands under a heading of links or comments; names and meanings of the rules of this file. */
export const SECTION_RULES = [
  {
    name: 'comment-section',
    kind: 'furniture',
    finds: 'what stands below the heading of the readers’ comments',
  },
  {
    name: 'link-list',
    kind: 'furniture',
    finds: 'a heading of links or sources with the short lines that follow it',
  },
  {
    name: 'sender-section',
    kind: 'furniture',
    finds: 'whom to ask and who the sender is, at the end of a press release',
  },
  { name: 'repeated-line', kind: 'furniture', finds: 'a line that stands more than once on the page' },
] as const

export function applySections(decisions: readonly Decision[]): void {
  markRepeated(decisions)
  markLinkLists(decisions)
  markComments(decisions)
  markSender(decisions)
}

/** Below the text of a press release: the heading and the paragraph under it. */
function markSender(decisions: readonly Decision[]): void {
  const isRelease = decisions.some(({ unit }) => PRESS_RELEASE.test(unit.text.slice(0, 60)))
  if (!isRelease) return
  for (const [i, { unit }] of decisions.entries()) {
    const isHeading = unit.text.length < 200 && (CONTACT.test(unit.text) || ABOUT.test(unit.text))
    if (!isHeading || !isOpen(decisions[i]!) || running(decisions.slice(0, i)) < 40) continue
    decide(decisions[i]!, 'furniture', 'sender-section')
    if (!unit.text.endsWith(':') && unit.blankAfter) continue
    for (let j = i + 1; j < decisions.length; j++) {
      const below = decisions[j]!
      if (j > i + 1 && below.unit.blankBefore) break
      if (isOpen(below)) decide(below, 'furniture', 'sender-section')
    }
  }
}

/** Short lines that recur are the page's; of a repeated sentence the first copy is the article's. */
function markRepeated(decisions: readonly Decision[]): void {
  const first = new Map<string, Decision>()
  const firstOpen = decisions.find(isOpen)
  for (const decision of decisions) {
    const { text } = decision.unit
    if (!isOpen(decision) || text.length > 2000 || wordCount(text) < 3) continue
    const earlier = first.get(text)
    if (!earlier) {
      first.set(text, decision)
      continue
    }
    decide(decision, 'furniture', 'repeated-line')
    if (!isSentence(text) && earlier !== firstOpen) decide(earlier, 'furniture', 'repeated-line')
  }
}

function markLinkLists(decisions: readonly Decision[]): void {
  for (let i = 0; i < decisions.length; i++) {
    const heading = decisions[i]!
    if (
      !isOpen(heading) ||
      wordCount(heading.unit.text.slice(0, 400)) > 12 ||
      !LINK_LIST.test(heading.unit.text)
    )
      continue
    decide(heading, 'furniture', 'link-list')
    for (let j = i + 1; j < decisions.length; j++) {
      const entry = decisions[j]!
      if (!isOpen(entry)) {
        if (entry.kind === 'furniture' || entry.kind === 'stamp') continue
        break
      }
      if (LINK_LIST.test(entry.unit.text) || !isListEntry(entry.unit.text)) break
      decide(entry, 'furniture', 'link-list')
    }
  }
}

/**
 * Below the heading of the comments all is theirs, when an article stands above it. When most of the running text follows,
 * the heading was but a link to them: then only what is no sentence goes.
 */
function markComments(decisions: readonly Decision[]): void {
  const at = decisions.findIndex(
    (d) => d.unit.text.length < 80 && COMMENTS.test(d.unit.text) && (isOpen(d) || d.kind === 'furniture'),
  )
  if (at < 0) return
  const before = running(decisions.slice(0, at))
  const after = decisions.slice(at + 1)
  const hasSigns = after.some((d) => d.unit.text.length < 120 && COMMENT_SIGNS.test(d.unit.text))
  const isTheirs = before >= 60 && (hasSigns || running(after) <= before)
  decide(decisions[at]!, 'furniture', 'comment-section')
  for (const decision of after) {
    if (isTheirs || (before > 0 && isOpen(decision) && !isSentence(decision.unit.text)))
      decide(decision, 'furniture', 'comment-section')
  }
}

/** Words of running text. */
function running(decisions: readonly Decision[]): number {
  let words = 0
  for (const decision of decisions)
    if (isOpen(decision) && isSentence(decision.unit.text))
      words += wordCount(decision.unit.text.slice(0, 5000))
  return words
}
