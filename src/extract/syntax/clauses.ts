import type { Token } from '../../document/tokens.ts'
import { clauseWords } from '../../language/de/clauses.ts'

export function isPassive(verb: Token): boolean {
  if (verb.feat('VerbForm') === 'Part' && verb.relation === 'acl') return true
  if (verb.upos === 'ADJ' && verb.relation === 'amod') return true
  if (!verb.children.some((c) => c.deprel === 'nsubj:pass' || c.deprel === 'aux:pass')) return false
  // `seien in den Streik getreten` is the perfect of a verb that has no passive.
  return (
    !clauseWords.perfectWithSein.has(verb.lemma) || verb.childrenBy('aux').some((t) => t.lemma === 'werden')
  )
}

/** `ließ das Lager räumen`: the verb that has something done, above the verb that says what; they share their phrases. */
export function causativeOf(verb: Token): Token | null {
  const { head } = verb
  const isCaused = verb.upos === 'VERB' && (verb.relation === 'xcomp' || verb.relation === 'ccomp')
  return isCaused && head?.lemma === clauseWords.causative && verb.child('mark') === null ? head : null
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
    const asked = clauseWords.objectControl.has(head.lemma) ? head.childrenBy('obj', 'iobj', 'obl:arg') : []
    return asked.length > 0 ? asked : subjectOf(head)
  }
  if (verb.relation === 'acl' && verb.feat('VerbForm') === 'Part') return [head]
  return []
}

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

export const caseFeature = (token: Token) => token.child('det')?.feat('Case') ?? token.feat('Case')

/**
 * A bare phrase whose article leaves no choice but the dative, whatever the tree says: `dem Irak`, `den Truppen`. With `den`
 * only a plural that ends in -n can be one.
 */
export function isPlainDative(token: Token): boolean {
  if (caseOf(token) !== '' || (token.upos !== 'NOUN' && token.upos !== 'PROPN')) return false
  const article = token.child('det')?.form.toLowerCase() ?? ''
  if (/^(dem|einem|keinem|diesem|jenem|seinem|ihrem|unserem)$/.test(article)) return true
  if (article !== 'den' || !token.form.endsWith('n') || token.form === token.lemma) return false
  // `den Journalisten` is one of them or some of them: beside another object it is the dative.
  if (clauseWords.weakMasculines.test(token.lemma) && token.feat('Gender') !== 'Fem')
    return (token.head?.childrenBy('obj') ?? []).some((t) => !t.is(token) && t.lemma !== 'sich')
  return token.feat('Number') !== 'Sing'
}

/** Lemma of the preposition, lower case; empty for a bare phrase. */
export function caseOf(token: Token): string {
  return token.child('case')?.lemma.toLowerCase() ?? ''
}

/** Konjunktiv in a main clause, as of speech that is told on; forms that mostly mean something else are left out. */
export function isReportedMood(root: Token): boolean {
  if (isHearsay(root)) return true
  const finite = [root, ...root.children.filter((c) => c.relation === 'aux' || c.relation === 'cop')]
  return finite.some((t) => isSubjunctive(t) && !clauseWords.ambiguousSubjunctives.test(t.form))
}

/** `soll gesehen worden sein`: what others say of the past; `soll gesehen werden` is what somebody wants. */
export function isHearsay(verb: Token): boolean {
  if (verb.feat('VerbForm') !== 'Part') return false
  const auxiliaries = verb.childrenBy('aux')
  return (
    auxiliaries.some((t) => clauseWords.hearsay.has(t.form.toLowerCase())) &&
    auxiliaries.some((t) => t.feat('VerbForm') === 'Inf' && t.lemma !== clauseWords.passive)
  )
}

/** Konjunktiv I of `sein` or `haben`: in a main clause it can be nothing but somebody's words. */
export const isSurelyReported = (root: Token): boolean =>
  isHearsay(root) ||
  [root, ...root.childrenBy('aux', 'cop')].some((t) => clauseWords.reportingForms.has(t.form.toLowerCase()))

/** Konjunktiv I or II, by the form where it leaves no doubt, else as the analyser says. */
export const isSubjunctive = (token: Token): boolean =>
  clauseWords.subjunctives.has(token.form.toLowerCase()) || token.feat('Mood') === 'Sub'

/** `AFP meldete, Rebellen hätten …`: a clause in the Konjunktiv that is set beside its verb of saying without a conjunction. */
export const isReportedBeside = (clause: Token): boolean =>
  clause.relation === 'conj' &&
  clause.child('cc') === null &&
  [clause, ...clause.childrenBy('aux', 'cop')].some(isSubjunctive)
