import { parseEdtf } from '../../../base/calendar.ts'
import type { Document } from '../../../document/document.ts'
import type { ReportedEvent, TimeExpression } from '../../../document/report.ts'
import type { Token } from '../../../document/tokens.ts'
import { clauseWords } from '../../../language/de/clauses.ts'
import type { Asked } from './options.ts'

/** A day that the text names before an event that names none; the time is null for the day of publication. */
export interface DateOption {
  readonly time: TimeExpression | null
  readonly features: readonly string[]
}

/** How many sentences back a time still counts. */
const REACH = 4

/** Days that an event without a time of its own may have, the day of publication first. */
export function dateOptions(asked: Asked, doc: Document): DateOption[] {
  const { event, word, course } = asked
  const tokens = doc.layer('tokens')
  const own = word.sentence.index
  const before = course.before(event)
  const told = [`verb=${tenseOf(word)}`, `type=${event.type}`, `cue=${cueIn(word)}`, `aux=${event.aux}`]
  const out: DateOption[] = [
    { time: null, features: ['today', ...told.map((feature) => `today:${feature}`)] },
  ]
  const seen = new Set<string>()
  const times = doc.layer('times').filter((time) => isDay(time) && time.from < event.trigger.from)
  for (const time of times.reverse()) {
    const sentence = tokens.sentenceAt(time.from)
    if (!sentence) continue
    const back = own - sentence.index
    if (back > REACH) break
    if (seen.has(time.edtf!)) continue
    seen.add(time.edtf!)
    const dated = course.datedAt(time.from)
    const shares = dated.some((e) => e.actors.some((id) => event.actors.includes(id)))
    const age = ageOf(time.edtf!, doc)
    out.push({
      time,
      features: [
        'then',
        `back=${back}`,
        `order=${Math.min(out.length, 3)}`,
        `order=${Math.min(out.length, 3)}/${back}`,
        `age=${age}`,
        `age=${age}/${tenseOf(word)}`,
        `verb=${tenseOf(word)}`,
        `cue=${cueIn(word)}`,
        `dates an event=${dated.length > 0}`,
        `same actor=${shares}`,
        `same type=${dated.some((e) => e.type === event.type)}`,
        `last event=${dated.some((e) => e === before)}`,
        `aux=${event.aux}`,
        `length=${time.edtf!.length}`,
      ],
    })
  }
  return out
}

const isDay = ({ edtf, type }: TimeExpression): boolean =>
  edtf !== null && (type === 'DATE' || type === 'TIME')

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

/** How long before the report a date lies. */
function ageOf(edtf: string, doc: Document): string {
  const then = parseEdtf(edtf)
  const published = doc.layer('published').edtf
  const now = published ? parseEdtf(published) : null
  if (!then || !now) return 'unknown'
  const days = now.first - then.last
  if (days < 0) return 'ahead'
  return days === 0
    ? 'today'
    : days < 3
      ? 'days'
      : days < 8
        ? 'week'
        : days < 32
          ? 'month'
          : days < 400
            ? 'year'
            : 'years'
}

/** The date of an event by a time that an earlier sentence names. */
export const dateBy = ({ edtf, from, to }: TimeExpression): NonNullable<ReportedEvent['date']> => ({
  edtf: edtf!.slice(0, edtf!.includes('/') ? undefined : 10),
  marked: true,
  from,
  to,
})
