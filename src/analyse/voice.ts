import type { WordRow } from './columns.ts'

const PASSIVE: Readonly<Record<string, string>> = { nsubj: 'nsubj:pass', csubj: 'csubj:pass' }
const ACTIVE: Readonly<Record<string, string>> = { 'nsubj:pass': 'nsubj', 'csubj:pass': 'csubj' }

/**
 * A subject is passive exactly where its verb has a passive auxiliary. The greedy parser labels a subject before it has seen the
 * participle and its auxiliary at the end of the clause; this puts the label right afterwards.
 */
export function voiceOfSubjects(rows: readonly WordRow[]): void {
  const passive = new Set<number>()
  for (const row of rows) if (row.deprel === 'aux:pass') passive.add(row.head)
  for (const row of rows) {
    const agreed = passive.has(row.head) ? PASSIVE[row.deprel] : ACTIVE[row.deprel]
    if (agreed !== undefined) row.deprel = agreed
  }
}
