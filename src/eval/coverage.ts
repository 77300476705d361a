import { contains } from '../base/spans.ts'
import type { Document } from '../document/document.ts'
import type { Token } from '../document/tokens.ts'
import { createEntityIndex } from '../extract/entities/entity-index.ts'
import { EMBEDDINGS } from '../extract/factuality/embedding.ts'
import type { Lexicon } from '../language/lexicon.ts'

/** What a corpus says often and the tables do not know. */
export const GAPS = ['person', 'name', 'role', 'verb', 'noun'] as const
/**
 * `person`: persons whom the codebook does not know. `name`: other proper nouns that nothing knows. `role`: nouns right before a person's
 * name that are no known office. `verb`, `noun`: predicates with two parties that show no event.
 */
export type Gap = (typeof GAPS)[number]

export interface Unknown {
  readonly gap: Gap
  readonly words: string
  readonly count: number
  /** In how many documents. */
  readonly documents: number
}

/** Counts over documents; the same document may be given once only. */
export class Coverage {
  readonly #lexicon: Lexicon
  readonly #counts = new Map<string, { gap: Gap; words: string; count: number; documents: number }>()

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
  }

  /** @param doc read to the end of the pipeline */
  add(doc: Document): void {
    const seen = new Set<string>()
    for (const [gap, words] of gapsIn(doc, this.#lexicon)) {
      const key = `${gap} ${words}`
      const entry = this.#counts.get(key) ?? { gap, words, count: 0, documents: 0 }
      entry.count++
      if (!seen.has(key)) entry.documents++
      seen.add(key)
      this.#counts.set(key, entry)
    }
  }

  /** The most frequent of each gap, by documents, then by count. */
  top(limit: number): Unknown[] {
    const order = (a: Unknown, b: Unknown) =>
      b.documents - a.documents || b.count - a.count || (a.words < b.words ? -1 : 1)
    return GAPS.flatMap((gap) =>
      [...this.#counts.values()]
        .filter((entry) => entry.gap === gap)
        .toSorted(order)
        .slice(0, limit),
    )
  }
}

function* gapsIn(doc: Document, lexicon: Lexicon): Generator<[Gap, string]> {
  const tokens = doc.layer('tokens')
  const entities = createEntityIndex(doc.layer('entities'))
  const times = doc.layer('times')
  for (const entity of doc.layer('entities')) {
    if (entity.codebook === null && entity.mentions.some((m) => m.kind === 'name'))
      yield [entity.kind === 'person' ? 'person' : 'name', entity.name]
  }
  for (let row = 0; row < tokens.length; row++) {
    const token = tokens.at(row)!
    const known = entities.at(token)
    if (times.some((time) => contains(time, token))) continue
    if (token.upos === 'PROPN' && !known && token.relation !== 'flat') yield ['name', nameFrom(token)]
    if (token.upos === 'NOUN' && !known && token.next && entities.at(token.next)?.entity.kind === 'person')
      yield ['role', token.lemma]
    if (EMBEDDINGS.has(token.lemma)) continue
    const isEvent = lexicon.byLemma.has(`${token.upos === 'VERB' ? 'verb' : 'noun'}:${token.lemma}`)
    if (isEvent || (token.upos !== 'VERB' && token.upos !== 'NOUN')) continue
    const parties = token.children.filter((child) => {
      const kind = entities.at(child)?.entity.kind
      return kind !== undefined && kind !== 'object' && kind !== 'place' && SIDES.has(child.relation)
    })
    if (parties.length > 1) yield [token.upos === 'VERB' ? 'verb' : 'noun', token.lemma]
  }
}

const SIDES = new Set(['nsubj', 'obj', 'iobj', 'obl', 'nmod'])

/** A proper noun with the rest of its name: `Schwarzes Meer`. */
function nameFrom(token: Token): string {
  const words = [token, ...token.childrenBy('flat')].toSorted((a, b) => a.index - b.index)
  return words.map((t) => t.form).join(' ')
}
