import type { Token } from '../../document/tokens.ts'
import type { Slot } from '../../language/lexicon.ts'
import { EMBEDDINGS } from '../factuality/embedding.ts'

/** Heads of the phrases that fill one slot of a trigger. */
export function fillersOf(trigger: Token, slot: Slot): Token[] {
  return withConjuncts(
    trigger.upos === 'NOUN' || trigger.upos === 'PROPN'
      ? nounFillers(trigger, slot)
      : verbFillers(trigger, slot),
  )
}

const PASSIVE_AGENTS = new Set(['von', 'durch', 'seitens'])

export function isPassive(verb: Token): boolean {
  return (
    verb.children.some((c) => c.deprel === 'nsubj:pass' || c.deprel === 'aux:pass') ||
    (verb.feat('VerbForm') === 'Part' && verb.relation === 'acl')
  )
}

function verbFillers(verb: Token, slot: Slot): Token[] {
  const passive = isPassive(verb)
  if (slot === 'subj') {
    if (passive)
      return verb.childrenBy('obl').filter((t) => t.deprel === 'obl:agent' || PASSIVE_AGENTS.has(caseOf(t)))
    return misreadObject(verb).length > 0 ? [] : subjectOf(verb)
  }
  if (slot === 'obj') {
    if (passive) return modifiedNoun(verb) ?? subjectOf(verb)
    const objects = verb.childrenBy('obj').filter((t) => t.lemma !== 'sich')
    return objects.length > 0 ? objects : misreadObject(verb)
  }
  if (slot === 'iobj')
    return verb
      .childrenBy('iobj', 'obl')
      .filter(
        (t) => caseOf(t) === '' && t.lemma !== 'sich' && (t.deprel !== 'obl' || caseFeature(t) === 'Dat'),
      )
  if (slot === 'inner') {
    const inner = verb.child('ccomp', 'xcomp')
    return inner ? subjectOf(inner) : []
  }
  return verb.childrenBy('obl', 'nmod').filter((t) => caseOf(t) === slot)
}

/** Verbs that nobody uses without an object: what looks like their lone subject and is counted, or accusative, is the object. */
const ALWAYS_TRANSITIVE = new Set([
  'töten',
  'ermorden',
  'verletzen',
  'vertreiben',
  'entführen',
  'festnehmen',
  'verhaften',
  'erschießen',
  'zerstören',
  'verurteilen',
  'freilassen',
  'besetzen',
  'erobern',
])

function misreadObject(verb: Token): Token[] {
  if (!ALWAYS_TRANSITIVE.has(verb.lemma) || verb.child('obj', 'ccomp')) return []
  return verb
    .childrenBy('nsubj')
    .filter((t) => t.child('nummod') !== null || t.child('det')?.feat('Case') === 'Acc')
}

/** The subject of the verb's own clause, or the one it shares: in coordination, with a modal, in a relative or infinitive clause. */
export function subjectOf(verb: Token): Token[] {
  const own = verb.childrenBy('nsubj', 'csubj').filter((t) => t.relation === 'nsubj')
  if (own.length > 0) return own.flatMap(relativeAntecedent)
  const head = verb.head
  if (!head) return []
  if (verb.relation === 'conj' && (head.upos === 'VERB' || head.upos === 'AUX'))
    return isPassive(head) === isPassive(verb) ? subjectOf(head) : []
  if (verb.relation === 'xcomp' || verb.relation === 'advcl') {
    // Control: with verbs that ask somebody, the infinitive's subject is the one who is asked.
    if (verb.feat('VerbForm') !== 'Inf' && verb.relation === 'advcl') return []
    const asked = OBJECT_CONTROL.has(head.lemma) ? head.childrenBy('obj', 'iobj', 'obl:arg') : []
    return asked.length > 0 ? asked : subjectOf(head)
  }
  if (verb.relation === 'acl' && verb.feat('VerbForm') === 'Part') return [head]
  return []
}

const OBJECT_CONTROL = new Set([
  'auffordern',
  'bitten',
  'drängen',
  'zwingen',
  'aufrufen',
  'beschuldigen',
  'vorwerfen',
  'warnen',
  'mahnen',
  'ermahnen',
  'erlauben',
  'verbieten',
  'untersagen',
  'bezichtigen',
  'helfen',
])

/** `die …, die angriffen`: the noun that a relative pronoun stands for. */
function relativeAntecedent(token: Token): Token[] {
  if (token.upos !== 'PRON' || token.feat('PronType') !== 'Rel') {
    const verb = token.head
    const relative =
      verb &&
      token.upos === 'PRON' &&
      /^(der|die|das|denen|welche[rs]?)$/i.test(token.form) &&
      verb.relation === 'acl'
    if (!relative) return [token]
  }
  for (let verb = token.head; verb; verb = verb.head) {
    if (verb.relation === 'acl') return verb.head ? [verb.head] : [token]
    if (!['conj', 'aux', 'cop', 'xcomp'].includes(verb.relation)) break
  }
  return [token]
}

/** `die getöteten Soldaten`, `die von Rebellen eroberte Stadt`: what an attributive participle stands before. */
function modifiedNoun(verb: Token): Token[] | null {
  return verb.relation === 'acl' || verb.relation === 'amod' ? (verb.head ? [verb.head] : []) : null
}

function nounFillers(noun: Token, slot: Slot): Token[] {
  if (slot === 'gen') {
    return noun.children.filter(
      (t) =>
        t.deprel === 'det:poss' ||
        (t.relation === 'nmod' && caseOf(t) === '') ||
        (t.relation === 'amod' && t.upos === 'ADJ'),
    )
  }
  if (slot === 'subj' || slot === 'obj' || slot === 'iobj') {
    const verb = supportVerb(noun)
    return verb ? verbFillers(verb, slot).filter((t) => t.index !== noun.index) : []
  }
  const own = noun.childrenBy('nmod', 'obl').filter((t) => caseOf(t) === slot)
  if (own.length > 0) return own
  const verb = supportVerb(noun)
  return verb ? verbFillers(verb, slot).filter((t) => t.index !== noun.index) : []
}

/** Verbs that carry an event noun and add only sides, time and place. */
const SUPPORT = new Set([
  'verüben',
  'ausführen',
  'durchführen',
  'fliegen',
  'führen',
  'starten',
  'beginnen',
  'fortsetzen',
  'üben',
  'erheben',
  'begehen',
  'leisten',
  'unternehmen',
  'äußern',
  'stellen',
  'machen',
  'halten',
  'abhalten',
  'aufnehmen',
  'geben',
  'kommen',
  'stattfinden',
  'erfolgen',
  'ausbrechen',
  'organisieren',
  'veranstalten',
  'einleiten',
  'verstärken',
  'ausweiten',
  'liefern',
  'richten',
  'verkünden',
  'erklären',
  'verlesen',
  'bekennen',
  'vornehmen',
  'absolvieren',
  'abstatten',
  'unterbreiten',
  'vereinbaren',
  'intensivieren',
])

/** The verb whose subject acts when the noun happens: as its object with nearly any verb, else only with those that carry it. */
export function supportVerb(noun: Token): Token | null {
  const verb = noun.head
  if (verb?.upos !== 'VERB') return null
  const embedding = EMBEDDINGS.get(verb.lemma)
  if (noun.relation === 'obj' && !isPassive(verb) && (!embedding || embedding.status === 'planned'))
    return verb
  if (noun.relation === 'obl' && caseOf(noun) === 'mit' && !embedding) return verb
  return SUPPORT.has(verb.lemma) && ['obj', 'nsubj', 'obl'].includes(noun.relation) ? verb : null
}

const caseFeature = (token: Token) => token.child('det')?.feat('Case') ?? token.feat('Case')

/** Lemma of the preposition, lower case; empty for a bare phrase. */
export function caseOf(token: Token): string {
  return token.child('case')?.lemma.toLowerCase() ?? ''
}

function withConjuncts(heads: readonly Token[]): Token[] {
  const out: Token[] = []
  for (const head of heads) {
    out.push(head)
    for (const child of head.childrenBy('conj'))
      if (['NOUN', 'PROPN', 'PRON', 'X', 'ADJ'].includes(child.upos)) out.push(child)
  }
  return out
}
