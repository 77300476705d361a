import { contains } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { Attribution, EventType, SourceKind, SourceLink } from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'
import { clauseWords } from '../../language/de/clauses.ts'
import { subjectOf } from '../syntax/clauses.ts'
import type { Side } from './sides.ts'
import { VERBAL } from './verbal.ts'

/** Who tells of the event; nobody where an actor speaks for itself, unless somebody else tells that it did: `laut dem Sender kündigte er an`. */
export function claimantOf(
  source: Attribution | null,
  type: EventType,
  word: Token,
  actors: readonly Side[],
  doc: Document,
): Attribution | null {
  if (source === null || !VERBAL.has(type)) return source
  const speakers = source.chain.filter(({ kind }) => kind !== 'outlet' && kind !== 'agency')
  const isOwn = actors.length === 0 ? !isDone(word) : isOfSpeaker(word, actors)
  const other = speakers.findIndex(
    (link) => !(isOwn && !TELLING.has(link.kind)) && !actors.some((side) => speaksFor(link, side, doc)),
  )
  if (other < 0) return null
  const { name, entity, from, to } = speakers[other]!
  const chain = source.chain.filter((link) => !speakers.slice(0, other).includes(link))
  return { name, entity, from, to, chain }
}

/** Those who tell of others' acts; whoever else speaks of an act that nobody is named for performs it: `Ägypten werde aufgefordert, so X`. */
const TELLING: ReadonlySet<SourceKind> = new Set<SourceKind>(['media', 'anonymous', 'eyewitness'])

/** `X sagte, sein Land lehne ab`, `X sagte, man fordere`: whoever speaks is the subject, unless that is known to be somebody else. */
const isOfSpeaker = (word: Token, actors: readonly Side[]): boolean =>
  subjectOf(word).some(
    (subject) =>
      !actors.some((side) => contains(side, subject)) &&
      ((subject.upos === 'PRON' && subject.feat('PronType') === 'Prs') ||
        subject.child('det')?.feat('Poss') === 'Yes'),
  )

/** `X sagte, Ermittlungen seien eingeleitet worden`: what is over is told, not done by telling it. */
const isDone = (word: Token): boolean =>
  word
    .childrenBy('aux')
    .some(
      (t) =>
        t.form === clauseWords.passiveParticiple || (t.feat('Tense') === 'Past' && t.feat('Mood') === 'Ind'),
    )

/** Whoever acts speaks, or somebody of theirs does: `eine Sprecherin des Gerichts teilte mit, das Gericht lehne ab`. */
function speaksFor(link: SourceLink, side: Side, doc: Document): boolean {
  const { entity } = side
  if (entity.id === link.entity) return true
  if (entity.mentions.some((m) => contains(link, m))) return true
  const speaker = doc.layer('entities').find(({ id }) => id === link.entity)
  if (speaker?.kind === 'person' && speaker.country !== null && speaker.country === entity.country)
    return true
  return isOfTheirs(link, side, doc)
}

/** `ein NATO-Sprecher` speaks for the NATO, `die Sprecherin des Landgerichts` for what is then called `das Gericht`. */
function isOfTheirs(link: SourceLink, side: Side, doc: Document): boolean {
  const tokens = doc.layer('tokens')
  const named = tokens.within(side).filter((t) => t.upos === 'NOUN' || t.upos === 'PROPN')
  const speaking = tokens.within(link).filter((t) => t.upos === 'NOUN' || t.upos === 'PROPN')
  return named.some((name) => {
    const lemma = name.lemma.toLowerCase()
    return (
      lemma.length >= SHORTEST_PART &&
      speaking.some((t) => {
        const word = t.lemma.toLowerCase()
        return word !== lemma && (word.startsWith(lemma) || word.endsWith(lemma))
      })
    )
  })
}

/** Letters of a word that is looked for in a compound. */
const SHORTEST_PART = 3
