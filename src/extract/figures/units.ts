import type { FigureUnit } from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'
import type { NounIndex } from '../entities/nouns.ts'

/** Nouns that fix the unit whatever stands around them (lemma or head of a compound). */
const BY_NOUN: readonly (readonly [RegExp, FigureUnit])[] = [
  [/^(tote|toter|getötete|todesopfer|leiche|gefallene|tod|getöteter)$/, 'killed'],
  [/(verletzte|verwundete|verletzter|verwundeter)$/, 'injured'],
  [/(entführte|geisel|entführter)$/, 'abducted'],
  [/(festgenommene|verhaftete|häftling|gefangene|inhaftierte|gefangener)$/, 'arrested'],
  [/(flüchtling|vertriebene|vertriebener|obdachlose)$/, 'displaced'],
  [/(angriff|anschlag|luftschlag|attentat|attacke|überfall)$/, 'attacks'],
  [/(flugzeug|hubschrauber|helikopter|kampfjet|drohne|maschine|bomber|jet)$/, 'aircraft'],
  [/(rakete|granate|geschoss|bombe|marschflugkörper)$/, 'rockets'],
  [/^(euro|dollar|us-dollar|pfund|franken|yen|rubel|cent|schekel)$/, 'money'],
  [/^tag$/, 'days'],
]

/** Verbs that say what happened to those who are counted. */
const BY_VERB: readonly (readonly [RegExp, FigureUnit])[] = [
  [
    /^(töten|sterben|umkommen|erschießen|ermorden|hinrichten|umbringen|fallen|enthaupten|verbrennen|massakrieren)$/,
    'killed',
  ],
  [/^(verletzen|verwunden)$/, 'injured'],
  [/^(festnehmen|verhaften|inhaftieren)$/, 'arrested'],
  [/^(entführen|verschleppen|kidnappen)$/, 'abducted'],
  [/^(fliehen|flüchten|vertreiben)$/, 'displaced'],
]
const COUNTS_PEOPLE = new Set<FigureUnit>([
  'troops',
  'police',
  'militants',
  'protesters',
  'civilians',
  'other',
])

export function unitOf(noun: Token | null, number: Token, nouns: NounIndex): FigureUnit {
  const lemma = noun?.lemma.toLowerCase() ?? ''
  if (lemma === 'mann' && /^stark/.test(noun?.next?.form ?? '')) return 'troops'
  for (const [pattern, unit] of BY_NOUN) if (pattern.test(lemma)) return unit
  const actor = noun ? (nouns.read(noun.form, noun.lemma)?.actor ?? null) : null
  const fate = fateOf(noun ?? number)
  const base = actor?.unit ?? (noun && nouns.read(noun.form, noun.lemma) ? 'other' : null)
  if (
    fate &&
    (base === null ? noun === null || /^(mensch|person|mann|frau|kind)/.test(lemma) : COUNTS_PEOPLE.has(base))
  )
    return fate
  return base ?? 'other'
}

/** What the clause says happened to the counted ones: as its subject in the passive, its object, or in an attribute. */
function fateOf(counted: Token): FigureUnit | null {
  for (const child of counted.childrenBy('amod', 'acl')) {
    for (const [pattern, unit] of BY_VERB) if (pattern.test(child.lemma.toLowerCase())) return unit
    if (/^(getötet|tot|gefallen)/.test(child.lemma.toLowerCase())) return 'killed'
    if (/^(verletzt|verwundet)/.test(child.lemma.toLowerCase())) return 'injured'
  }
  const verb = counted.head
  if (!verb) return null
  if (PEOPLE.test(counted.lemma) && counted.relation !== 'nmod') {
    const told = counted.sentence.tokens.filter(
      (t) => t.upos === 'VERB' && BY_VERB.some(([pattern]) => pattern.test(t.lemma)),
    )
    if (told.length === 1) return BY_VERB.find(([pattern]) => pattern.test(told[0]!.lemma))![1]
  }
  if (
    counted.relation !== 'obj' &&
    counted.deprel !== 'nsubj:pass' &&
    !(counted.relation === 'nsubj' && INTRANSITIVE.has(verb.lemma))
  )
    return null
  for (const [pattern, unit] of BY_VERB) if (pattern.test(verb.lemma)) return unit
  if (verb.lemma === 'kommen' && verb.childrenBy('obl').some((t) => t.lemma === 'Leben')) return 'killed'
  return null
}

/** Where people are counted and one verb of the sentence tells a fate, it is theirs, wherever the tree hangs them. */
const PEOPLE = /^(Mensch|Person|Zivilist)$/
const INTRANSITIVE = new Set(['sterben', 'umkommen', 'fallen', 'fliehen', 'flüchten', 'kommen', 'verbrennen'])
