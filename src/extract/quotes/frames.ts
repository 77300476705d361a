import type { Span } from '../../base/spans.ts'
import type { EntityKind } from '../../document/report.ts'
import type { Sentence, Token } from '../../document/tokens.ts'
import { placesOfWriting } from '../../language/de/sources.ts'
import {
  addresseePrepositions,
  citingVerb,
  contentAdverbs,
  contentMarkers,
  sayingVerbs,
  speechActs,
} from '../../language/de/speech.ts'
import { isReportNoun, isSpoken, writingOf } from '../attribution/source-phrases.ts'
import type { EntityIndex } from '../entities/entity-index.ts'
import { type Act, EMBEDDINGS } from '../factuality/embedding.ts'
import {
  caseOf,
  isPassive,
  isPlainDative,
  isReportedBeside,
  isReportedMood,
  subjectOf,
} from '../syntax/clauses.ts'
import { covering } from '../syntax/phrases.ts'

/** A verb of saying with those who take part. */
export interface Frame {
  readonly verb: Token
  readonly cue: readonly Span[]
  readonly speaker: Span | null
  readonly speakerEntity: string | null
  readonly addressee: Span | null
}

/** Verbs of saying of a sentence, in text order. */
export function framesOf(sentence: Sentence, entities: EntityIndex): Frame[] {
  return sentence.tokens
    .filter((t) => t.upos === 'VERB' && (isSaying(t.lemma) || holdsView(t)))
    .map((verb) => frameOf(verb, entities))
}

const SAYING_ACTS: ReadonlySet<Act | undefined> = new Set<Act | undefined>([
  'report',
  'deny',
  'announce',
  'demand',
  'threaten',
])

const isSaying = (lemma: string): boolean =>
  sayingVerbs.has(lemma) || SAYING_ACTS.has(EMBEDDINGS.get(lemma)?.act)

/** The clause that holds what is said; null where the verb has none. */
export function contentOf({ verb }: Frame): Token | null {
  return (
    verb.childrenBy('ccomp').find(isContent) ??
    verb.childrenBy('conj').find(isReportedBeside) ??
    verb.childrenBy('xcomp').find((t) => t.upos === 'VERB') ??
    verb.childrenBy('parataxis').find((t) => t.upos === 'VERB' || t.child('cop') !== null) ??
    clauseAround(verb)
  )
}

/** `Als er ankam, sagte er: „…“`: the tree may take a clause of time for what is said. */
const isContent = (clause: Token): boolean =>
  clause.childrenBy('mark').every((t) => contentMarkers.has(t.lemma.toLowerCase()))

/** `Sie seien geflohen, hieß es bei der Agentur`: the tree may hang the verb of saying on what is said. */
function clauseAround(verb: Token): Token | null {
  const isBeside =
    ['conj', 'parataxis', 'advcl'].includes(verb.relation) &&
    verb.child('cc', 'mark') === null &&
    verb.child('nsubj') !== null
  const { head } = verb
  return isBeside && head && isReportedMood(head) && !isReportedMood(verb) ? head : null
}

/** `vertritt die Ansicht, …` */
const holdsView = (verb: Token): boolean =>
  verb.childrenBy('obj').some((t) => isReportNoun(t) && t.index > verb.index)

function frameOf(verb: Token, entities: EntityIndex): Frame {
  const speaker = speakerOf(verb)
  // Of a relative clause the pronoun speaks, and stands for the noun before it.
  const named = verb.childrenBy('nsubj').find((t) => t.upos === 'PRON') ?? speaker
  return {
    verb,
    cue: cueOf(verb),
    speaker:
      impersonalSource(verb) ?? (speaker && named ? phraseOf(isPassive(verb) ? speaker : named) : null),
    speakerEntity: speaker ? (entities.at(speaker)?.entity.id ?? null) : null,
    addressee: addresseeOf(verb),
  }
}

/** `In dem Bericht heißt es, …`: where it stands is who says it. */
function impersonalSource(verb: Token): Span | null {
  const where = writingOf(verb)
  return where
    ? covering(
        where.subtree.filter((t) => t.upos !== 'PUNCT'),
        where,
      )
    : null
}

function speakerOf(verb: Token): Token | null {
  if (!isSpoken(verb)) return null
  const subject = subjectOf(verb)[0] ?? null
  if (verb.lemma === citingVerb) return isPassive(verb) ? subject : (verb.child('obj') ?? subject)
  if (!isPassive(verb)) return subject
  return verb.childrenBy('obl').find((t) => t.deprel === 'obl:agent' || caseOf(t) === 'von') ?? null
}

/** The verb with its auxiliaries, its particle and the adverb that stands for what is said; neighbours are one stretch. */
function cueOf(verb: Token): Span[] {
  const words = verb.children.filter(
    (t) =>
      t.relation === 'aux' ||
      t.deprel === 'compound:prt' ||
      (t.relation === 'expl' && t.lemma === 'es') ||
      ((t.relation === 'advmod' || t.relation === 'obl') && contentAdverbs.has(t.form.toLowerCase())) ||
      (t.relation === 'obj' && t.lemma === 'sich'),
  )
  const out: { from: number; to: number; last: number }[] = []
  for (const { from, to, index } of [...words, verb].toSorted((a, b) => a.index - b.index)) {
    const before = out.at(-1)
    if (before && before.last === index - 1) {
      before.to = to
      before.last = index
    } else out.push({ from, to, last: index })
  }
  return out.map(({ from, to }) => ({ from, to }))
}

function addresseeOf(verb: Token): Span | null {
  const told = verb
    .childrenBy('iobj', 'obl', 'obj')
    .find(
      (t) =>
        t.lemma !== 'sich' &&
        (t.deprel === 'iobj' ||
          t.deprel === 'obl:arg' ||
          addresseePrepositions.has(caseOf(t)) ||
          isPlainDative(t)) &&
        (caseOf(t) === '' || addresseePrepositions.has(caseOf(t))),
    )
  if (!told) return null
  const words = told.subtree.filter((t) => t.relation !== 'case' && t.upos !== 'PUNCT')
  return covering(words, told)
}

/**
 * Who a sentence tells of, where it may be their words that the next one tells on in the Konjunktiv without a verb of saying: `Der Minister
 * zeigte sich besorgt. Die Lage sei …`; of a passive whoever acts, or the writing that it stands in. Null where that is nobody who speaks.
 */
export function holderOf({ root }: Sentence, entities: EntityIndex): Frame | null {
  if (!root) return null
  const writing = root.childrenBy('obl', 'nmod').find((t) => PLACES.has(caseOf(t)) && isReportNoun(t))
  const holder = writing ?? speakerOf(root)
  if (!holder) return null
  const kind = entities.at(holder)?.entity.kind
  if (!isReportNoun(holder) && (kind === undefined || !SPEAKING.has(kind))) return null
  return {
    verb: root,
    cue: [],
    speaker: phraseOf(holder),
    speakerEntity: entities.at(holder)?.entity.id ?? null,
    addressee: null,
  }
}

const PLACES: ReadonlySet<string> = new Set(placesOfWriting)

/** Kinds of those whose words a report tells on. */
export const SPEAKING: ReadonlySet<EntityKind> = new Set<EntityKind>([
  'person',
  'state',
  'government',
  'organisation',
  'role',
])

/** A noun with all that describes it, relative clauses left out. */
function phraseOf(head: Token): Span {
  const out: Token[] = []
  const stack = [head]
  while (stack.length > 0) {
    const token = stack.pop()!
    out.push(token)
    for (const child of token.children) {
      const isClause = child.relation === 'acl' && child.index > token.index
      if (
        !isClause &&
        child.relation !== 'punct' &&
        child.relation !== 'parataxis' &&
        child.relation !== 'case'
      )
        stack.push(child)
    }
  }
  return covering(out, head)
}

/** `Er bezeichnete die Tat als sinnlos`: a speech act without a clause; the whole clause is what is reported. */
export function speechActOf(
  sentence: Sentence,
  entities: EntityIndex,
): { readonly clause: Span; readonly frame: Frame } | null {
  const verb = sentence.root
  if (verb?.upos !== 'VERB' || !speechActs.has(verb.lemma) || !verb.child('obj', 'obl', 'nsubj:pass'))
    return null
  const frame = frameOf(verb, entities)
  return frame.speaker ? { clause: { from: sentence.from, to: sentence.to }, frame } : null
}
