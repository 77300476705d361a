import { parseEdtf } from '../../../base/calendar.ts'
import type { Document } from '../../../document/document.ts'
import type { ReportedEvent, TimeExpression } from '../../../document/report.ts'
import type { Token } from '../../../document/tokens.ts'
import { clauseWords } from '../../../language/de/clauses.ts'
import { isDated } from '../clause-times.ts'
import { periodOf } from '../periods.ts'
import { VERBAL } from '../verbal.ts'
import type { Asked } from './options.ts'
import { prepositionOf, relationTo } from './time-relations.ts'

type EventDate = NonNullable<ReportedEvent['date']>

/** When an event may have been; the date is null for the day of publication. */
export interface DateOption {
  readonly date: EventDate | null
  readonly features: readonly string[]
}

/** The days that are already known, by event: those told by rules and those chosen for the events before. Null: the day of the report. */
export type KnownDates = ReadonlyMap<ReportedEvent, string | null>

/** How many sentences back a time still counts. */
const REACH = 6
/** Sentences that open a report: what they tell of is what the whole report is about. */
const OPENING = 3

/** Days that an event may have been on, the day of publication first. */
export function dateOptions(asked: Asked, doc: Document, known: KnownDates): DateOption[] {
  const { event, word } = asked
  const own = word.sentence.index
  const clause = clauseFeatures(asked)
  const rule = event.date?.marked ? event.date : null
  const published = doc.layer('published').edtf?.slice(0, 10) ?? null
  const before = dateBefore(asked, known)
  const candidates = timesNear(asked, doc)
  const opening = candidates.find(({ sentence }) => sentence < OPENING)
  const today = [
    'today',
    `today:rule=${rule !== null}`,
    `today:before=${before === undefined ? 'none' : before === null ? 'today' : 'then'}`,
    `today:opening=${opening ? ageOf(opening.edtf, doc) : 'none'}`,
    `today:opening=${opening ? ageOf(opening.edtf, doc) : 'none'}/${VERBAL.has(event.type)}`,
    `today:at=${own < OPENING ? 'opening' : 'later'}`,
    ...clause.map((feature) => `today:${feature}`),
  ]
  const out: DateOption[] = [{ date: null, features: today }]
  const seen = new Set<string>()
  const ruled = rule && candidates.find(({ time }) => time.from === rule.from && time.to === rule.to)
  if (rule && !ruled) {
    seen.add(rule.edtf)
    const age = ageOf(rule.edtf, doc)
    out.push({ date: rule, features: ['then', 'rule', 'rule/computed', `rule/age=${age}`] })
  }
  for (const candidate of ruled ? [ruled, ...candidates] : candidates) {
    const { time, edtf, sentence } = candidate
    if (seen.has(edtf)) continue
    seen.add(edtf)
    const isRule = candidate === ruled
    const back = own - sentence
    const far =
      back === 0 ? 'same' : back < 0 ? 'ahead' : back > REACH ? 'opening' : String(Math.min(back, 5))
    const age = ageOf(edtf, doc)
    const relation = relationTo(time, word, back === 0, doc)
    const preposition = prepositionOf(time, doc)
    const sharing = [...known].filter(([e, date]) => e !== event && date === edtf).map(([e]) => e)
    const order = Math.min(out.length, 3)
    out.push({
      date: { edtf, marked: true, from: time.from, to: time.to },
      features: [
        'then',
        isRule ? 'rule' : rule ? 'not rule' : 'open',
        `far=${far}`,
        `far=${far}/rule=${isRule}`,
        `order=${order}/${far}`,
        `relation=${relation}`,
        `relation=${relation}/rule=${isRule}`,
        `relation=${relation}/${preposition}`,
        `preposition=${preposition}/rule=${isRule}`,
        `age=${age}`,
        `age=${age}/${tenseOf(word)}`,
        `age=${age}/${VERBAL.has(event.type)}/${event.aux}`,
        `age=${age}/far=${far === 'same'}`,
        `length=${lengthOf(edtf)}`,
        `length=${lengthOf(edtf)}/far=${far === 'same'}`,
        `published=${edtf === published}`,
        `opening=${sentence < OPENING}`,
        `before=${before === edtf}`,
        `before=${before === edtf}/${far}`,
        `before=${before === edtf}/${cueIn(word)}`,
        `dated=${Math.min(sharing.length, 3)}`,
        `same actor=${sharing.some((e) => e.actors.some((id) => event.actors.includes(id)))}`,
        `same type=${sharing.some((e) => e.type === event.type)}`,
        ...(isRule ? [] : clause.map((feature) => `then:${feature}`)),
      ],
    })
  }
  return out
}

interface Candidate {
  readonly time: TimeExpression
  readonly edtf: string
  readonly sentence: number
}

/** Times of the own sentence, of those before it, of the opening, and of the sentence after the first: what a title tells of is dated there. */
function timesNear({ word }: Asked, doc: Document): Candidate[] {
  const tokens = doc.layer('tokens')
  const own = word.sentence.index
  const published = doc.layer('published').edtf?.slice(0, 10) ?? null
  const all = doc.layer('times').filter(isDated)
  return all
    .flatMap((time): Candidate[] => {
      const sentence = tokens.sentenceAt(time.from)?.index
      if (sentence === undefined) return []
      const isNear = sentence <= own && (own - sentence <= REACH || sentence < OPENING)
      const isBelowTitle = own === 0 && sentence <= 1
      return isNear || isBelowTitle ? [{ time, edtf: periodOf(time, all, published, doc), sentence }] : []
    })
    .sort((a, b) => distance(a, word) - distance(b, word))
}

/** What stands in the own sentence is nearer than what stands before it, and that than what comes after. */
function distance({ time, sentence }: Candidate, word: Token): number {
  const apart = time.from < word.from ? word.from - time.to : time.from - word.to
  return sentence === word.sentence.index ? apart : 1e6 + apart
}

/** The day of the event told last before; undefined where there is none. */
function dateBefore({ event, course }: Asked, known: KnownDates): string | null | undefined {
  const before = course.before(event)
  return before && known.get(before)
}

function clauseFeatures({ event, word }: Asked): string[] {
  const article = word.upos === 'NOUN' ? (word.child('det')?.feat('Definite') ?? 'bare') : 'verb'
  return [
    `verb=${tenseOf(word)}`,
    `type=${event.type}`,
    `cue=${cueIn(word)}`,
    `aux=${event.aux}`,
    `article=${article}`,
    `claimed=${event.attribution !== null}`,
  ]
}

/** `hatte angegriffen`: told from a time before what the report tells of; a noun is told as its verb is. */
function tenseOf(word: Token): string {
  let verb: Token | null = word
  while (verb && verb.upos !== 'VERB') verb = verb.head
  if (!verb) return 'none'
  const auxiliary = verb.childrenBy('aux').find((t) => t.feat('VerbForm') === 'Fin')
  const finite = verb.feat('VerbForm') === 'Fin' ? verb : auxiliary
  if (!finite) return 'none'
  const tense = `${finite.feat('Tense')}/${finite.feat('Mood')}`
  return finite === verb ? tense : `${auxiliary!.lemma}:${tense}`
}

/** A word that says how the clause lies in time to the one before. */
function cueIn(word: Token): string {
  for (let verb: Token | null = word; verb; verb = verb.head) {
    const cue = verb.childrenBy('advmod').find((t) => clauseWords.sequence.has(t.lemma.toLowerCase()))
    if (cue) return cue.lemma.toLowerCase()
  }
  return 'none'
}

/** Day, month, year, or days from one to another. */
const lengthOf = (edtf: string): string => (edtf.includes('/') ? 'period' : String(edtf.length))

/** How long before the report a date lies. */
function ageOf(edtf: string, doc: Document): string {
  const then = parseEdtf(edtf)
  const published = doc.layer('published').edtf
  const now = published ? parseEdtf(published) : null
  if (!then || !now) return 'unknown'
  const days = now.first - then.last
  return days < 0 ? 'ahead' : AGES.find(([most]) => days <= most)![1]
}

/** Most days before the report, and how that is called. */
const AGES: readonly (readonly [number, string])[] = [
  [0, 'today'],
  [1, 'yesterday'],
  [3, 'days'],
  [7, 'week'],
  [31, 'month'],
  [400, 'year'],
  [Number.POSITIVE_INFINITY, 'years'],
]
