import type { Span } from '../../base/spans.ts'
import type { Status } from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'
import { clauseWords } from '../../language/de/clauses.ts'
import { caseOf, causativeOf, isPassive, isReportedBeside } from '../syntax/clauses.ts'
import { ACTS, type Act, EMBEDDINGS } from './embedding.ts'

/** How a trigger stands in its sentence. */
export interface Reading {
  readonly status: Status
  /** The word that decides it. */
  readonly cue: Span | null
  /** The governing word that speaks, or takes the event as its content. */
  readonly governor: { readonly token: Token; readonly act: Act } | null
  /** An aim (`um … zu`): nothing says that it was reached. */
  readonly isPurpose?: true
  /** `würde`, which in reported speech stands for the future. */
  readonly isReportedFuture?: true
}

const CLAUSAL = new Set(['ccomp', 'xcomp', 'parataxis', 'csubj', 'acl', 'advcl'])
const CONDITIONS = new Set(['wenn', 'falls', 'sofern', 'sollte', 'bevor', 'ehe'])
const NEGATIONS = new Set(['nicht', 'kein', 'nie', 'niemals', 'weder', 'ohne', 'keinerlei'])
const HEDGES = new Set([
  'möglich',
  'etwaig',
  'eventuell',
  'drohend',
  'befürchtet',
  'geplant',
  'bevorstehend',
  'künftig',
  'angeblich',
  'mutmaßlich',
  'potentiell',
  'potenziell',
])
const HYPOTHETICAL_MODALS = new Set(['können', 'dürfen', 'mögen', 'müssen'])

/** Status of one trigger from its own clause and from what governs it, nearest governor first. */
export function factualityOf(trigger: Token): Reading {
  const governor = governorOf(trigger)
  const carrier = carrierOf(trigger)
  const own = ownClause(trigger) ?? (carrier && ownClause(carrier))
  if (own && isComing(own) && governor) {
    // `kündigte an, sie würden angreifen`: the announcement decides; `sagte, er würde reisen` reports a plan.
    if (!ACTS[governor.act].isSource) return governed(governor)
    return { ...own, status: 'planned', governor }
  }
  if (own) return { ...own, governor: governor && ACTS[governor.act].isSource ? governor : null }
  // `das Angebot, zu helfen`: what a noun of an act is about is no aim.
  const isAim = governor === null || (isPurposeClause(trigger) && !governor.token.is(trigger.head))
  if (isAim && isOpenInfinitive(trigger)) return { ...reading('hypothetical', trigger), isPurpose: true }
  return governor ? governed(governor) : { status: 'asserted', cue: null, governor: null }
}

/**
 * `wird es keine Gespräche geben`, `Angriffe sollen stattfinden`: the verb that only says that the noun happens says also if it does.
 * So does the verb that has something done: `wollte das Lager nicht räumen lassen`.
 */
function carrierOf(trigger: Token): Token | null {
  const causative = causativeOf(trigger)
  if (causative) return causative
  const { upos, relation, head } = trigger
  const isCarried =
    upos === 'NOUN' && head?.upos === 'VERB' && ['obj', 'nsubj', 'nsubj:pass'].includes(relation)
  return isCarried && clauseWords.happeningVerbs.has(head.lemma) ? head : null
}

type Governor = NonNullable<Reading['governor']>

const governed = (governor: Governor): Reading => ({
  status: ACTS[governor.act].status,
  cue: governor.token,
  governor,
})

/** Future tense, or `würde` that may stand for it in reported speech. */
const isComing = (own: Reading): boolean =>
  own.status === 'planned' || (own.status === 'hypothetical' && own.isReportedFuture === true)

function governorOf(trigger: Token): Governor | null {
  const seen = new Set<number>([trigger.index])
  let token = trigger
  for (let parent = token.head; parent !== null && !seen.has(parent.index); parent = token.head) {
    seen.add(parent.index)
    const act = governs(parent, token)
    if (act) return { token: parent, act }
    const noun = nounBefore(token)
    if (noun) return noun
    if (!climbs(token)) break
    token = parent
  }
  return null
}

/** `erfolgt nach dem Angebot Kenias, Uganda zu helfen`: the tree may hang the infinitive on the verb; the noun right before it takes it. */
function nounBefore(infinitive: Token): Governor | null {
  if (infinitive.relation !== 'xcomp' && infinitive.relation !== 'advcl') return null
  if (!isOpenInfinitive(infinitive) || infinitive.child('mark')?.lemma === 'um') return null
  const comma = infinitive.subtree[0]
  if (comma?.upos !== 'PUNCT') return null
  const last = infinitive.sentence.tokens[comma.index - infinitive.sentence.tokens[0]!.index - 1] ?? null
  for (let noun = last; noun !== null && isNominal(noun); noun = noun.head) {
    const act = EMBEDDINGS.get(noun.lemma)?.act
    if (act && !ACTS[act].isSource) return { token: noun, act }
  }
  return null
}

const isNominal = ({ upos }: Token): boolean => upos === 'NOUN' || upos === 'PROPN'

/** `griff keine Stellungen an`: the negation stands with the object or the subject. */
function negatedObject(trigger: Token): Token | null {
  if (trigger.upos !== 'VERB') return null
  for (const phrase of trigger.childrenBy('obj', 'nsubj')) {
    const determiner = phrase.child('det')
    if (determiner && NEGATIONS.has(determiner.lemma.toLowerCase())) return determiner
  }
  return null
}

/** `Ein Angriff blieb aus`, `bleibe ihnen ein Angriff erspart`: the verb says that the deed did not happen. */
function absence(trigger: Token): Token | null {
  if (trigger.relation !== 'nsubj' || !trigger.head) return null
  const said = [trigger.head, ...trigger.head.childrenBy('xcomp')]
  return said.find((t) => clauseWords.absences.has(t.lemma)) ?? null
}

const isPurposeClause = (verb: Token): boolean => verb.relation === 'advcl' || verb.relation === 'acl'

/** `zu verhandeln`: what is still to be done, unless the verb above says that it was (`begann zu schießen`). */
function isOpenInfinitive(verb: Token): boolean {
  const withZu =
    verb.children.some((c) => /^(zu|um)$/i.test(c.form)) ||
    (verb.feat('VerbForm') === 'Inf' && /zu/.test(verb.form.slice(1)))
  if (!withZu || !['acl', 'advcl', 'xcomp', 'csubj', 'ccomp'].includes(verb.relation)) return false
  return !(verb.head && clauseWords.implicativeVerbs.has(verb.head.lemma))
}

function ownClause(trigger: Token): Reading | null {
  const denied = negatedObject(trigger) ?? absence(trigger)
  if (denied) return reading('negated', denied)
  // `werde nicht angreifen`: what is denied is no plan, wherever the two words stand.
  const negation = trigger
    .childrenBy('advmod', 'det')
    .find((child) => NEGATIONS.has(child.lemma.toLowerCase()))
  if (negation) return reading('negated', negation)
  for (const child of trigger.children) {
    const lemma = child.lemma.toLowerCase()
    if (child.relation === 'mark' && CONDITIONS.has(child.form.toLowerCase()))
      return reading('conditional', child)
    if (child.relation === 'amod' && HEDGES.has(lemma))
      return reading(
        lemma === 'geplant' || lemma === 'bevorstehend' || lemma === 'künftig' ? 'planned' : 'hypothetical',
        child,
      )
    if (child.relation === 'case' && lemma === 'ohne') return reading('negated', child)
    if (child.relation === 'aux') {
      if (HYPOTHETICAL_MODALS.has(lemma)) return reading('hypothetical', child)
      if (lemma === 'wollen') return reading('planned', child)
      // `sollen getötet worden sein` is hearsay about what was, not a plan.
      if (lemma === 'sollen' && isPerfectInfinitive(trigger)) return reading('claimed', child)
      if (lemma === 'sollen')
        return child.form.startsWith('sollte') ? reading('hypothetical', child) : reading('planned', child)
      if (/^würde/.test(child.form.toLowerCase()))
        return { ...reading('hypothetical', child), isReportedFuture: true }
      if (
        lemma === 'werden' &&
        !isParticiple(trigger, child) &&
        /^(wird|werden|wirst|werde|werdet)$/i.test(child.form)
      )
        return reading('planned', child)
    }
  }
  return null
}

/** In `wird unterstützt` the verb is a participle, in `wird entsenden` it is the infinitive. */
const isParticiple = (verb: Token, auxiliary: Token): boolean =>
  verb.feat('VerbForm') === 'Part' ||
  (auxiliary.deprel === 'aux:pass' && verb.form.toLowerCase() !== verb.lemma)

/** `angegriffen haben`, `getötet worden sein`: a participle whose auxiliary is itself an infinitive, which may stand after the last of several. */
const isPerfectInfinitive = (trigger: Token): boolean =>
  trigger.feat('VerbForm') !== 'Inf' &&
  [trigger, ...trigger.childrenBy('conj')].some((verb) =>
    verb.children.some((c) => c.relation === 'aux' && /^(sein|haben)$/i.test(c.form)),
  )

const reading = (status: Status, cue: Token): Reading => ({
  status,
  cue: { from: cue.from, to: cue.to },
  governor: null,
})

function governs(parent: Token, child: Token): Act | null {
  const act = EMBEDDINGS.get(parent.lemma)?.act ?? null
  if (!act) return null
  if (CLAUSAL.has(child.relation)) return child.relation === 'advcl' ? null : act
  if (ACTS[act].isSource && isReportedBeside(child)) return act
  if (ACTS[act].isSource) return child.relation === 'obj' && parent.upos === 'VERB' ? act : null
  if (parent.upos === 'VERB') {
    // `Der Angriff forderte Opfer`, `bei einem Besuch bat er um Hilfe`: who acts and what happens meanwhile is not what it is about.
    if (child.relation === 'nsubj' && !isPassive(parent)) return null
    if (child.relation === 'obl' && !takes(act, child)) return null
  }
  return ['obj', 'obl', 'nmod', 'nsubj', 'iobj'].includes(child.relation) ? act : null
}

/**
 * Whether what an act is about can stand behind a preposition: one ends, tries or goes on with a thing, but rules out, asks for or warns of
 * it. `in Gesprächen` and `nach dem Angriff` say when somebody asked for something; `nach Gesprächen` he may strive.
 */
function takes(act: Act, phrase: Token): boolean {
  if (act === 'stop' || act === 'continue' || act === 'try') return false
  const preposition = caseOf(phrase)
  const mayFear = act === 'demand' || act === 'consider'
  if (preposition === 'vor') return mayFear
  if (preposition === 'nach') return mayFear && phrase.child('det') === null
  if (preposition === 'in') return act === 'promise'
  return !clauseWords.adjuncts.has(preposition)
}

/** Relations through which a governor still reaches down. */
function climbs(token: Token): boolean {
  return (
    CLAUSAL.has(token.relation) ||
    ['obj', 'obl', 'nmod', 'nsubj', 'conj', 'iobj', 'compound', 'appos'].includes(token.relation)
  )
}
