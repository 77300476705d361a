import { contains, type Span, span } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { Position, Stance } from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'
import {
  accusationNouns,
  demandingModals,
  judgements,
  judgingVerbs,
  readyAdjectives,
  rejectingVerbs,
  type StanceWord,
  stanceNouns,
  stanceVerbs,
} from '../../language/de/stances.ts'
import type { Slot } from '../../language/lexicon.ts'
import { ACTING, createEntityIndex, type EntityIndex } from '../entities/entity-index.ts'
import { caseOf, isPassive, subjectOf } from '../syntax/clauses.ts'
import { evidenceOf } from '../syntax/evidence.ts'
import { covering } from '../syntax/phrases.ts'
import { fillersOf, supportVerb } from '../syntax/slots.ts'

interface Taken {
  readonly stance: Stance
  readonly topic: Token
}

/** Where each party stands: who supports, opposes, demands, offers, denies or rules out what. One position a holder and word. */
export function findPositions(doc: Document): Position[] {
  const tokens = doc.layer('tokens')
  const entities = createEntityIndex(doc.layer('entities'))
  const out: Position[] = []
  for (let row = 0; row < tokens.length; row++) {
    const word = tokens.at(row)!
    const taken = takenBy(word)
    const evidence = evidenceOf(doc.text, word, true)
    if (!taken) {
      const voiced = voicedBy(word)
      const speaker = voiced ? speakerAt(word, doc) : null
      if (voiced && speaker) out.push(positionOf(speaker, voiced, evidence, doc))
      continue
    }
    for (const holder of holdersOf(word, entities, doc)) out.push(positionOf(holder, taken, evidence, doc))
  }
  return out
}

function takenBy(word: Token): Taken | null {
  if (word.upos === 'VERB') return byVerb(word)
  if (word.upos === 'NOUN') return byNoun(word)
  return word.upos === 'ADJ' && readyAdjectives.has(word.lemma) ? byReadiness(word) : null
}

/** `ist bereit, … zu …`, `zeigte sich offen für …` */
function byReadiness(adjective: Token): Taken | null {
  const topic =
    adjective.child('ccomp', 'xcomp', 'acl', 'advcl') ??
    adjective.child('nmod', 'obl') ??
    showingVerb(adjective)
      ?.childrenBy('obl', 'xcomp', 'ccomp')
      .find((t) => t.upos === 'VERB' || /^(für|zu)$/.test(caseOf(t)))
  return topic ? { stance: isNegated(adjective) ? 'rules-out' : 'offers', topic } : null
}

/** `zeigte` of `zeigte sich offen`. */
const showingVerb = ({ relation, head }: Token): Token | null =>
  head?.upos === 'VERB' && (relation === 'advmod' || relation === 'xcomp') ? head : null

/** What the speaker of a sentence takes on by it: a duty is demanded, a future that is denied is ruled out, praise and blame. */
function voicedBy(word: Token): Taken | null {
  if (isDemanded(word)) return { stance: 'demands', topic: word }
  if (isNegatedFuture(word)) return { stance: 'rules-out', topic: word }
  const judgement = word.child('cop') && !isNegated(word) ? judgements.get(word.lemma) : undefined
  const [topic] = judgement ? subjectOf(word) : []
  return judgement && topic ? { stance: judgement, topic } : null
}

/** `werde nicht vergelten`, `werde es nicht geben` */
const isNegatedFuture = (word: Token): boolean =>
  word.upos === 'VERB' &&
  isNegated(word) &&
  !isPassive(word) &&
  word.childrenBy('aux').some((t) => t.lemma === 'werden')

/** A main verb under a modal of duty. */
const isDemanded = (word: Token): boolean =>
  word.upos === 'VERB' &&
  word.childrenBy('aux').some((t) => demandingModals.has(t.lemma) && t.feat('VerbForm') !== 'Inf')

function byVerb(verb: Token): Taken | null {
  if (isNegated(verb)) return null
  if (rejectingVerbs.has(verb.lemma)) {
    const [topic] = fillersOf(verb, 'obj')
    return topic ? { stance: accusationNouns.has(topic.lemma) ? 'denies' : 'opposes', topic } : null
  }
  for (const row of stanceVerbs.get(verb.lemma) ?? []) {
    if (row.needs === 'sich' && !verb.children.some((t) => t.lemma === 'sich')) continue
    const topic = topicOf(verb, row)
    if (topic) return { stance: row.stance, topic }
  }
  return judgingVerbs.has(verb.lemma) ? byJudgement(verb) : null
}

/** `bezeichnete den Angriff als Verstoß`, `nannte dies einen Fehler` */
function byJudgement(verb: Token): Taken | null {
  const objects = [...fillersOf(verb, 'obj'), ...verb.childrenBy('obj', 'xcomp')]
  const phrases = [
    ...objects,
    ...verb.childrenBy('obl', 'advmod'),
    ...objects.flatMap((t) => t.childrenBy('nmod')),
  ]
  for (const phrase of phrases) {
    const stance = judgements.get(phrase.lemma) ?? judgements.get(phrase.form)
    const isSaidOf = caseOf(phrase) === 'als' || (verb.lemma === 'nennen' && objects.length > 1)
    const topic = objects.find((t) => !t.is(phrase)) ?? verb.child('nsubj:pass')
    if (stance && isSaidOf && topic) return { stance, topic }
  }
  return null
}

function byNoun(noun: Token): Taken | null {
  const row = stanceNouns.get(noun.lemma)
  const topic = row && (topicOf(noun, row) ?? noun.child('acl', 'ccomp'))
  // Where a verb of position governs it, that verb tells: `lehnte die Forderung ab`.
  if (!row || !topic || (noun.head && stanceVerbs.has(noun.head.lemma))) return null
  return { stance: row.stance, topic }
}

const isNegated = (verb: Token): boolean =>
  verb.childrenBy('advmod').some((t) => /^(nicht|nie|niemals|keinesfalls)$/.test(t.lemma.toLowerCase()))

function topicOf(word: Token, { topic }: StanceWord): Token | null {
  for (const slot of topic) {
    const [found] = fillersOf(word, slot as Slot).filter(
      (t) => t.lemma !== 'sich' && t.upos !== 'ADJ' && !isTime(t),
    )
    if (found) return found
    if (slot === 'obj' && word.upos === 'VERB') {
      const clause = word.child('ccomp', 'xcomp')
      if (clause) return clause
    }
  }
  return null
}

/** `zum ersten Mal` is no topic. */
const isTime = (phrase: Token): boolean => phrase.lemma === 'Mal'

/** Who takes the position: the subject, the agent of a passive, whose noun it is; else who speaks there. */
function holdersOf(word: Token, entities: EntityIndex, doc: Document): string[] {
  const phrases =
    word.upos === 'VERB'
      ? fillersOf(word, 'subj')
      : word.upos === 'ADJ'
        ? subjectOf(showingVerb(word) ?? word)
        : [
            ...fillersOf(word, 'gen'),
            ...fillersOf(word, 'von'),
            ...(supportVerb(word) ? fillersOf(word, 'subj') : []),
          ]
  const named = phrases.flatMap((t) => {
    const found = entities.at(t)?.entity
    return found && ACTING.has(found.kind) ? [found.id] : []
  })
  if (named.length > 0 || (phrases.length > 0 && word.upos === 'VERB' && !isPassive(word)))
    return [...new Set(named)]
  const speaker = speakerAt(word, doc)
  return speaker ? [speaker] : []
}

/** Who says what stands here, in direct or reported speech. */
function speakerAt(word: Token, doc: Document): string | null {
  const around = doc
    .layer('quotes')
    .filter((q) => q.speakerEntity !== null && q.kind !== 'reported')
    .find((q) => q.quote.some((part) => contains(span(...part), word)))
  return around?.speakerEntity ?? null
}

export function positionOf(
  holder: string,
  { stance, topic }: Taken,
  evidence: Span,
  doc: Document,
): Position {
  const words = topic.subtree.filter((t) => t.upos !== 'PUNCT' && t.relation !== 'case')
  const at = covering(words, topic)
  return {
    holder,
    topic: doc.text.slice(at.from, at.to).replace(/\s+/g, ' '),
    topicKey: topicKey(stance, topic),
    stance,
    evidence,
  }
}

/** Act and the nouns of the topic, so that two wordings of one thing meet: `demands:rückzug/truppe`. */
function topicKey(stance: Stance, topic: Token): string {
  const nouns = topic.subtree
    .filter((t) => t.upos === 'NOUN' || t.upos === 'PROPN' || t.index === topic.index)
    .map((t) => t.lemma.toLowerCase())
  return `${stance === 'opposes' || stance === 'supports' ? 'on' : stance}:${[...new Set(nouns)].slice(0, 3).join('/')}`
}
