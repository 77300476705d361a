import type { Token } from '../../document/tokens.ts'
import { clauseWords } from '../../language/de/clauses.ts'
import { reportNouns } from '../../language/de/sources.ts'
import type { Slot } from '../../language/lexicon.ts'
import { EMBEDDINGS } from '../factuality/embedding.ts'
import { caseFeature, caseOf, causativeOf, isPassive, isPlainDative, subjectOf } from './clauses.ts'

/** Heads of the phrases that fill one slot of a trigger. */
export function fillersOf(trigger: Token, slot: Slot): Token[] {
  return withConjuncts(
    trigger.upos === 'NOUN' || trigger.upos === 'PROPN'
      ? nounFillers(trigger, slot)
      : verbFillers(trigger, slot),
  )
}

function verbFillers(verb: Token, slot: Slot): Token[] {
  const causative = causativeOf(verb)
  const own = ownFillers(verb, slot)
  return causative && own.length === 0 ? ownFillers(causative, slot) : own
}

function ownFillers(verb: Token, slot: Slot): Token[] {
  const passive = isPassive(verb)
  if (slot === 'subj') {
    if (passive) return agentsOf(verb)
    return misreadObject(verb).length > 0 ? [] : subjectOf(verb)
  }
  if (slot === 'obj') {
    if (passive) return modifiedNoun(verb) ?? subjectOf(verb)
    const given = givenTo(verb)
    const objects = verb
      .childrenBy('obj')
      .filter((t) => t.lemma !== 'sich' && !isPlainDative(t) && !(given && t.is(given)))
    return objects.length > 0 ? objects : misreadObject(verb)
  }
  // `forderte den Rücktritt des Ministers`: what is demanded or refused is no party, but it is somebody's.
  if (slot === 'whose') return ownFillers(verb, 'obj').flatMap((t) => t.children)
  if (slot === 'iobj') {
    const given = givenTo(verb)
    if (given) return [given]
    return verb
      .childrenBy('iobj', 'obl', 'obj')
      .filter(
        (t) =>
          isPlainDative(t) ||
          (t.relation !== 'obj' &&
            caseOf(t) === '' &&
            t.lemma !== 'sich' &&
            (t.deprel !== 'obl' || caseFeature(t) === 'Dat')),
      )
  }
  if (slot === 'inner') {
    const inner = verb.child('ccomp', 'xcomp')
    return inner ? subjectOf(inner) : []
  }
  const own = verb.childrenBy('obl', 'nmod').filter((t) => caseOf(t) === slot)
  if (own.length > 0) return own
  // `zieht seine Truppen wegen der Unruhen aus Syrien ab`: the tree may hang the phrase below the one before it.
  const beside = verb.childrenBy('obj', 'obl').flatMap((t) => [t, ...t.childrenBy('conj')])
  for (const phrases of [beside, beside.flatMap((t) => t.childrenBy('nmod'))]) {
    const below = phrases.flatMap((t) => t.childrenBy('nmod')).filter((t) => caseOf(t) === slot)
    if (below.length > 0) return below
  }
  // `forderte Ghana von Kenia Hilfe`: nor is a name somebody's.
  const names = slot === 'von' ? verb.childrenBy('nsubj').filter((t) => t.upos === 'PROPN') : []
  return names.flatMap((t) => t.childrenBy('nmod')).filter((t) => caseOf(t) === slot)
}

/** `gewährte Tunesien einen Kredit`: of two objects the first, without a mark of the accusative, is whom it is given to. */
function givenTo(verb: Token): Token | null {
  const objects = verb.childrenBy('obj').filter((t) => t.lemma !== 'sich' && t.upos !== 'PRON')
  const [first] = objects
  if (!first || objects.length < 2) return null
  const article = first.child('det')?.form.toLowerCase()
  return article === undefined || isPlainDative(first) ? first : null
}

/** Who does it, of a passive: `wurde von Rebellen gejagt und getötet` names them once for both verbs. */
function agentsOf(verb: Token): Token[] {
  const isAgent = (t: Token) => t.deprel === 'obl:agent' || clauseWords.passiveAgents.has(caseOf(t))
  const phrases = verb.childrenBy('obl')
  const own = phrases.filter(isAgent)
  if (own.length > 0) return own
  // `wurde vor dem Flughafen von Soldaten beschossen`: the tree may hang the agent below the phrase before it.
  // Who tells of it (`nach Angaben von Ärzten`) is nobody who did it.
  const below = phrases
    .filter((t) => !reportNouns.has(t.lemma))
    .flatMap((t) => t.childrenBy('nmod'))
    .filter(isAgent)
  if (below.length > 0) return below
  return verb.relation === 'conj' && verb.head && isPassive(verb.head) ? agentsOf(verb.head) : []
}

function misreadObject(verb: Token): Token[] {
  if (!clauseWords.alwaysTransitive.has(verb.lemma) || verb.child('obj', 'ccomp')) return []
  return verb
    .childrenBy('nsubj')
    .filter((t) => t.child('nummod') !== null || t.child('det')?.feat('Case') === 'Acc')
}

/** `Merkel zu Besuch in Ankara`: a headline without a verb, though the tagger may take a surname for one (`Blinken`). */
function headlineSubject(noun: Token): Token[] {
  const { head } = noun
  const isHeadline = head?.relation === 'root' && /^\p{Lu}/u.test(head.form)
  return isHeadline && /^(zu|auf)$/.test(caseOf(noun)) ? [head] : []
}

/** `übernahm die Verantwortung für den Anschlag`, `wird für den Anschlag verantwortlich gemacht`: who is said to have done it. */
function responsibleFor(noun: Token): Token[] | null {
  if (caseOf(noun) !== 'für' || !noun.head) return null
  const { head } = noun
  if (clauseWords.responsibility.has(head.lemma) && head.relation === 'obj')
    return head.head && subjectOf(head.head)
  if (clauseWords.responsible.has(head.lemma) && head.child('cop')) return subjectOf(head)
  // The tree may hang the deed on the verb, on its adjective or on who is blamed.
  for (const verb of [head, head.head])
    if (verb?.upos === 'VERB' && verb.children.some((t) => clauseWords.responsible.has(t.lemma)))
      return fillersOf(verb, 'obj')
  return null
}

/** `die getöteten Soldaten`, `die von Rebellen eroberte Stadt`: what an attributive participle stands before. */
function modifiedNoun(verb: Token): Token[] | null {
  return verb.relation === 'acl' || verb.relation === 'amod' ? (verb.head ? [verb.head] : []) : null
}

function nounFillers(noun: Token, slot: Slot): Token[] {
  if (slot === 'gen') {
    return noun.children.flatMap((t) => {
      if (t.deprel === 'det:poss') return possessor(noun) ?? [t]
      // `das Angebot Kenias`: the tree takes an owner without an article for an apposition, but its case tells.
      const isOwner =
        (t.relation === 'nmod' && caseOf(t) === '') ||
        (t.relation === 'appos' && isGenitiveName(t, noun)) ||
        (t.relation === 'amod' && t.upos === 'ADJ')
      return isOwner ? [t] : []
    })
  }
  if (slot === 'subj' || slot === 'obj' || slot === 'iobj') {
    const responsible = slot === 'subj' ? responsibleFor(noun) : null
    if (responsible) return responsible
    const verb = supportVerb(noun)
    if (verb) return verbFillers(verb, slot).filter((t) => t.index !== noun.index)
    return slot === 'subj' ? headlineSubject(noun) : []
  }
  const own = noun.childrenBy('nmod', 'obl')
  // `Überfall der Hamas auf Israel`: the tree may hang the target below the attacker.
  for (const phrases of [own, own.flatMap((t) => t.childrenBy('nmod', 'obl'))]) {
    const fitting = phrases.filter((t) => caseOf(t) === slot)
    if (fitting.length > 0) return fitting
  }
  const verb = supportVerb(noun)
  return verb ? verbFillers(verb, slot).filter((t) => t.index !== noun.index) : []
}

/** `die Besetzung Kuwaits`: by its case, or as a name right behind the noun that ends as genitives do. */
const isGenitiveName = (name: Token, noun: Token): boolean =>
  (name.feat('Case') === 'Gen' && noun.feat('Case') !== 'Gen') ||
  (name.upos === 'PROPN' && name.index === noun.index + 1 && /[^s]s$/.test(name.form))

/** `Die Rebellen verstärkten ihre Angriffe`: whose they are says the subject of the clause; null where the noun is the subject. */
function possessor(noun: Token): Token[] | null {
  const seen = new Set<number>()
  for (let t: Token = noun; t.head && !seen.has(t.index); t = t.head) {
    seen.add(t.index)
    if (t.relation === 'nsubj' || t.relation === 'conj') return null
    if (t.head.upos !== 'VERB') continue
    const subjects = subjectOf(t.head)
    return subjects.length > 0 ? subjects : null
  }
  return null
}

/** The verb whose subject acts when the noun happens: one that carries it, plans it, or has it with it. */
export function supportVerb(noun: Token): Token | null {
  const verb = noun.head
  if (verb?.upos !== 'VERB') return null
  const act = EMBEDDINGS.get(verb.lemma)?.act
  if (noun.relation === 'obj' && !isPassive(verb) && act === 'plan') return verb
  if (noun.relation === 'obl' && caseOf(noun) === 'mit' && !act) return verb
  if (!clauseWords.supportVerbs.has(verb.lemma)) return null
  const isAdjunct = noun.relation === 'obl' && clauseWords.circumstances.has(caseOf(noun))
  return ['obj', 'nsubj', 'obl'].includes(noun.relation) && !isAdjunct ? verb : null
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
