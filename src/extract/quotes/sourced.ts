import { contains, type Span } from '../../base/spans.ts'
import type { Sentence, Token } from '../../document/tokens.ts'
import { sourceKinds } from '../../language/de/sources.ts'
import { isReportNoun, type SourcePhrase, sourcePhrases } from '../attribution/source-phrases.ts'
import type { EntityIndex } from '../entities/entity-index.ts'
import { caseOf } from '../syntax/clauses.ts'
import { covering, nounPhrase } from '../syntax/phrases.ts'
import { type Frame, SPEAKING } from './frames.ts'
import { pair, restOf } from './parts.ts'
import { type Told, told } from './told.ts'

/** Who a sentence names as its source without a verb that governs what is said. */
export interface Source {
  /** The words that name the source. */
  readonly phrase: Span
  /** The clause that alone is theirs; null where the whole sentence is. */
  readonly clause: Token | null
  /** Where what they say ends. */
  readonly to: number
  readonly frame: Frame
}

/** `laut X`, `nach Angaben von X`, `wie X mitteilte`, at the head of a line `X: …`; null where a sentence has none. */
export function sourceIn(sentence: Sentence, entities: EntityIndex, text: string): Source | null {
  const phrase = outermost(sourcePhrases(sentence))
  if (!phrase) return headingOf(sentence, entities, text)
  const { head, cue, speaker, clause } = phrase
  return {
    phrase: { from: phrase.from, to: phrase.to },
    clause,
    to: sentence.to,
    frame: frameOf(head, [cue], speaker, entities),
  }
}

/** `wie die Agentur unter Berufung auf X berichtet`: the agency tells. */
const outermost = (phrases: readonly SourcePhrase[]): SourcePhrase | null =>
  phrases.find((one) => !phrases.some((other) => other !== one && contains(other, one))) ?? null

const frameOf = (head: Token, cue: readonly Span[], speaker: Span, entities: EntityIndex): Frame => ({
  verb: head,
  cue,
  speaker,
  speakerEntity: entities.at(head)?.entity.id ?? null,
  addressee: null,
})

/** `Zeitung: Minister tritt zurück`; what stands before the colon is a speaker, and no place or matter. */
function headingOf(sentence: Sentence, entities: EntityIndex, text: string): Source | null {
  const colon = sentence.tokens.findIndex((t) => t.form === ':')
  const isHead = sentence.from === 0 || text[sentence.from - 1] === '\n'
  if (!isHead || colon < 1 || colon > LONGEST_NAME || colon + 1 === sentence.tokens.length) return null
  const words = sentence.tokens.slice(0, colon)
  const heads = words.filter((t) => t.upos !== 'PUNCT' && !words.some((w) => w.is(t.head)))
  const [head] = heads
  if (!head || heads.length > 1 || !isSpeaker(head, entities)) return null
  const speaker = nounPhrase(head)
  // Behind a dash a headline tells something else.
  const next = sentence.tokens.slice(colon).find((t) => DASHES.has(t.form))
  return {
    phrase: { from: sentence.from, to: sentence.tokens[colon]!.to },
    clause: null,
    to: next?.from ?? sentence.to,
    frame: frameOf(head, [], speaker, entities),
  }
}

function isSpeaker(head: Token, entities: EntityIndex): boolean {
  if ((head.upos !== 'NOUN' && head.upos !== 'PROPN') || caseOf(head) !== '') return false
  const kind = entities.at(head)?.entity.kind
  return (
    // A state's name before a colon is mostly where it happens.
    (kind !== undefined && kind !== 'state' && SPEAKING.has(kind)) ||
    isReportNoun(head) ||
    sourceKinds.some(([pattern]) => pattern.test(head.lemma.toLowerCase()))
  )
}

const DASHES: ReadonlySet<string> = new Set(['–', '-', '—'])

/** Words of a name with its office before a colon. */
const LONGEST_NAME = 6

/** All that the source phrase speaks of: the sentence, or the clause that it stands in, but not the phrase itself. */
export function sourcedIn(
  sentence: Sentence,
  marks: readonly Span[],
  source: Source | null,
  text: string,
): Told[] {
  if (!source) return []
  const quote = source.clause
    ? restOf(covering(source.clause.subtree, source.clause), [source.phrase], text)
    : restOf({ from: sentence.from, to: source.to }, [source.phrase], text)
  const isAllDirect = quote.every(([from, to]) => marks.some((m) => contains(m, { from, to })))
  return quote.length === 0 || isAllDirect
    ? []
    : [told('indirect', quote, source.frame, [pair(source.phrase)])]
}
