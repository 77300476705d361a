import type { Span } from '../../base/spans.ts'
import type { Status } from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'
import { EMBEDDINGS, type Embedding } from './embedding.ts'

/** How a trigger stands in its sentence. */
export interface Reading {
  readonly status: Status
  /** The word that decides it. */
  readonly cue: Span | null
  /** The governing word that speaks, or takes the event as its content. */
  readonly governor: { readonly token: Token; readonly embedding: Embedding } | null
  /** An aim (`um … zu`): nothing says that it was reached. */
  readonly isPurpose?: true
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
  const own = ownClause(trigger)
  if (own) return own
  if (
    trigger.feat('VerbForm') === 'Inf' &&
    (trigger.relation === 'advcl' || trigger.relation === 'acl') &&
    isInfinitiveClause(trigger)
  ) {
    return { ...reading('hypothetical', trigger), isPurpose: true }
  }
  const seen = new Set<number>([trigger.index])
  let token = trigger
  for (let parent = token.head; parent !== null && !seen.has(parent.index); parent = token.head) {
    seen.add(parent.index)
    const embedding = governs(parent, token)
    if (embedding) return { status: embedding.status, cue: parent, governor: { token: parent, embedding } }
    if (!climbs(token)) break
    token = parent
  }
  return { status: 'asserted', cue: null, governor: null }
}

/** `griff keine Stellungen an`: the negation stands with the object or the subject. */
function negatedObject(trigger: Token): Token | null {
  if (trigger.upos !== 'VERB') return null
  for (const phrase of trigger.childrenBy('obj', 'nsubj')) {
    const determiner = phrase.child('det')
    if (determiner && NEGATIONS.has(determiner.lemma.toLowerCase())) return determiner
  }
  return null
}

const isInfinitiveClause = (verb: Token) =>
  verb.children.some((c) => c.form.toLowerCase() === 'zu' || c.form.toLowerCase() === 'um') ||
  /zu/.test(verb.form.slice(1))

function ownClause(trigger: Token): Reading | null {
  const denied = negatedObject(trigger)
  if (denied) return reading('negated', denied)
  for (const child of trigger.children) {
    const lemma = child.lemma.toLowerCase()
    if ((child.relation === 'advmod' || child.relation === 'det') && NEGATIONS.has(lemma))
      return reading('negated', child)
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
      if (lemma === 'sollen')
        return child.form.startsWith('sollte') ? reading('hypothetical', child) : reading('planned', child)
      if (/^würde/.test(child.form.toLowerCase())) return reading('hypothetical', child)
      if (
        lemma === 'werden' &&
        trigger.feat('VerbForm') !== 'Part' &&
        /^(wird|werden|wirst|werde|werdet)$/i.test(child.form)
      )
        return reading('planned', child)
    }
  }
  return null
}

const reading = (status: Status, cue: Token): Reading => ({
  status,
  cue: { from: cue.from, to: cue.to },
  governor: null,
})

function governs(parent: Token, child: Token): Embedding | null {
  const embedding = EMBEDDINGS.get(parent.lemma) ?? null
  if (!embedding) return null
  if (CLAUSAL.has(child.relation)) return child.relation === 'advcl' ? null : embedding
  if (embedding.effect === 'speaks')
    return child.relation === 'obj' && parent.upos === 'VERB' ? embedding : null
  return ['obj', 'obl', 'nmod', 'nsubj', 'iobj'].includes(child.relation) ? embedding : null
}

/** Relations through which a governor still reaches down. */
function climbs(token: Token): boolean {
  return (
    CLAUSAL.has(token.relation) ||
    ['obj', 'obl', 'nmod', 'nsubj', 'conj', 'iobj', 'compound', 'appos'].includes(token.relation)
  )
}
