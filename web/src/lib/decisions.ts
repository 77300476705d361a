import type { JournalAnswer } from '../../../src/serve/api.ts'

export type JournalEntry = JournalAnswer['entries'][number]
export type DecisionKind = JournalEntry['kind']
