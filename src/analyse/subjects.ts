import { UPOS } from '../document/tokens.ts'
import type { LanguageData } from '../language/contract.ts'
import type { WordRow } from './columns.ts'

/**
 * A clause has one subject. Where the network gives a verb two, the one inside its reported clause goes there, and of two in one clause
 * case and agreement say which is the object; where they say nothing, both stay.
 */
export function oneSubject(rows: WordRow[], language: LanguageData): void {
  const byHead = new Map<number, number[]>()
  rows.forEach((row, i) => {
    if (row.deprel !== 'nsubj') return
    const known = byHead.get(row.head)
    if (known) known.push(i)
    else byHead.set(row.head, [i])
  })
  for (const [verb, subjects] of byHead) {
    if (subjects.length < 2 || verb < 0) continue
    const left = subjects.filter((i) => !movedToReport(rows, verb, i))
    if (left.length === 2) demoteOne(rows, verb, left as [number, number], language)
  }
}

/** `Die Lage sei ernst, sagte er`: the clause that is said lacks its subject, and this one stands on its side of the verb. */
function movedToReport(rows: WordRow[], verb: number, subject: number): boolean {
  const report = rows.findIndex((row) => row.head === verb && row.deprel === 'ccomp')
  if (report < 0 || subject < verb !== report < verb) return false
  const hasOwn = rows.some((row) => row.head === report && row.deprel.startsWith('nsubj'))
  const other = rows.some(
    (row, i) => i !== subject && row.head === verb && row.deprel === 'nsubj' && i < verb !== subject < verb,
  )
  if (hasOwn || !other) return false
  rows[subject]!.head = report
  return true
}

function demoteOne(
  rows: WordRow[],
  verb: number,
  [first, second]: [number, number],
  language: LanguageData,
): void {
  const number = finiteNumber(rows, verb)
  const marks = [first, second].map((i) => markOf(rows, i, number, language))
  for (const [i, mark] of marks.entries()) {
    const other = marks[1 - i]
    const row = rows[i === 0 ? first : second]!
    if (mark === 'object' && other !== 'object') row.deprel = 'obj'
    else if (mark === 'dative' && other !== 'dative') row.deprel = 'obl:arg'
    else if (other === 'subject' && mark === null) row.deprel = 'obj'
  }
}

type Mark = 'subject' | 'object' | 'dative' | null

/** What the form of a phrase leaves it to be. */
function markOf(rows: readonly WordRow[], at: number, number: string | null, language: LanguageData): Mark {
  const row = rows[at]!
  const { cases } = language
  const form = row.form.toLowerCase()
  if (UPOS[row.upos] === 'PRON') return cases.nominativePronouns.has(form) ? 'subject' : null
  const article = rows.find((r) => r.head === at && r.deprel === 'det')?.form.toLowerCase() ?? ''
  if (cases.accusativeArticles.has(article)) return 'object'
  if (cases.dativeArticles.has(article)) return 'dative'
  const own = /Number=(Sing|Plur)/.exec(row.feats)?.[1] ?? null
  const isList = rows.some((r) => r.head === at && r.deprel === 'conj')
  return number !== null && own !== null && !isList && own !== number ? 'object' : null
}

/** Number of the finite verb of a clause. */
function finiteNumber(rows: readonly WordRow[], verb: number): string | null {
  const finite = [
    rows[verb]!,
    ...rows.filter((row) => row.head === verb && /^(aux|cop)/.test(row.deprel)),
  ].find((row) => row.feats.includes('VerbForm=Fin'))
  return (finite && /Number=(Sing|Plur)/.exec(finite.feats)?.[1]) ?? null
}
