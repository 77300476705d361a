import { contains } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { ReportedEvent } from '../../document/report.ts'
import type { Sentence, Token } from '../../document/tokens.ts'
import type { Predicate } from '../../language/lexicon.ts'
import { isDoneBySomebody } from './choices/decide.ts'
import { type CoderTables, codeTriggers } from './coder.ts'
import type { Refusal } from './outcome.ts'
import { entriesOf, readingOf } from './triggers.ts'

/** What became of one word of a sentence on its way to an event. */
export type WordStory = { readonly token: Token } & (
  | { readonly kind: 'coded'; readonly event: ReportedEvent; readonly isTelling: boolean }
  | {
      readonly kind: 'refused'
      readonly predicate: Predicate
      readonly why: Refusal | 'nobody' | 'doubtful'
      readonly by: Token | null
    }
  /** An entry says that the word shows no event here. */
  | { readonly kind: 'stopped'; readonly predicate: Predicate }
  /** Entries of the word whose conditions do not hold. */
  | { readonly kind: 'unmet'; readonly entries: readonly Predicate[] }
  /** A verb that is not in the lexicon. */
  | { readonly kind: 'unknown' }
)

export interface SentenceStory {
  /** Null where the offset lies in a block that is not read. */
  readonly sentence: Sentence | null
  /** Kind of the block at the offset. */
  readonly block: string | null
  readonly words: readonly WordStory[]
}

/**
 * Why the sentence at an offset was coded as it was, word by word: verbs, and nouns that the lexicon knows.
 * @param at UTF-16 offset in the document's text
 */
export function whyNot(doc: Document, tables: CoderTables, at: number): SentenceStory {
  const block = doc.layer('blocks').find((b) => b.from <= at && at < b.to)?.kind ?? null
  const sentence = doc.layer('tokens').sentenceAt(at)
  if (!sentence) return { sentence: null, block, words: [] }
  const coded = new Map(codeTriggers(doc, tables).map((one) => [one.trigger.token.index, one]))
  const words = sentence.tokens.flatMap((token): WordStory[] => {
    const one = coded.get(token.index)
    if (one?.coded.kind === 'refused') {
      const { why, by } = one.coded
      return [{ kind: 'refused', token, predicate: one.trigger.predicate, why, by }]
    }
    if (one) return [codedStory(token, one.trigger.predicate, one.coded.event, doc)]
    const stopped = readingOf(token, tables.lexicon)
    if (stopped) return [{ kind: 'stopped', token, predicate: stopped.predicate }]
    const entries = entriesOf(token, tables.lexicon)
    if (entries.length > 0) return [{ kind: 'unmet', token, entries }]
    return token.upos === 'VERB' ? [{ kind: 'unknown', token }] : []
  })
  return { sentence, block, words }
}

/** The event that the word shows, or the one that it tells again; none where the whole report names neither side, or leaves it too doubtful. */
function codedStory(token: Token, predicate: Predicate, coded: ReportedEvent, doc: Document): WordStory {
  const events = doc.layer('events')
  const own = events.find(({ trigger }) => trigger.from === token.from && trigger.to === token.to)
  if (own) return { kind: 'coded', token, event: own, isTelling: false }
  const told = events.find(({ mentions, evidence }) =>
    [evidence, ...mentions].some((m) => contains(m, token)),
  )
  return told
    ? { kind: 'coded', token, event: told, isTelling: true }
    : { kind: 'refused', token, predicate, why: isDoneBySomebody(coded) ? 'doubtful' : 'nobody', by: null }
}
