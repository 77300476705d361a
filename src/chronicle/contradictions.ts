import { intersect, parseEdtf } from '../base/calendar.ts'
import { hashOf, type TextId } from '../base/ids.ts'
import type { Status } from '../document/report.ts'
import { type Bounds, boundsOf, canBothHold, countedSets } from './figures.ts'
import { countryOf, placeKey } from './parties.ts'
import { dateOfPassage, type Passage, placeOfPassage, statusOf, type Telling } from './tellings.ts'
import type { ChronicleEvent, Contradiction, FigureReading, Party } from './types.ts'
import { compareText, fold } from './words.ts'

type Kind = Contradiction['kind']
type Statement = Contradiction['left']

/** Statuses that say it is so, and statuses that say it is not. */
const CLAIMING: ReadonlySet<Status> = new Set(['asserted', 'claimed', 'historical'])
const DENYING: ReadonlySet<Status> = new Set(['denied', 'negated'])

/**
 * Statements about one event that cannot both hold and do not come from one source. Of many that say the same, the first pair in
 * canonical order stands for all. Bounds are honoured: "at least 12" does not contradict 19.
 */
export function contradictionsOf(event: ChronicleEvent, passages: readonly Passage[]): Contradiction[] {
  const found = new Map<string, Contradiction>()
  const add = (kind: Kind, left: Statement, right: Statement, message: string, about: string) => {
    const key = `${kind} ${about}`
    if (found.has(key)) return
    const id = hashOf(
      'contradiction',
      kind,
      left.text,
      left.from,
      left.to,
      right.text,
      right.from,
      right.to,
    ).slice(0, 16)
    found.set(key, { id, kind, event: event.id, left, right, message })
  }
  figurePairs(event, passages, add)
  passagePairs(passages, add)
  return [...found.values()].sort((a, b) => compareText(a.kind, b.kind) || compareText(a.id, b.id))
}

type Add = (kind: Kind, left: Statement, right: Statement, message: string, about: string) => void

function figurePairs(event: ChronicleEvent, passages: readonly Passage[], add: Add): void {
  const texts = new Map<string, TextId>()
  for (const { tellings } of passages) for (const { reading } of tellings) texts.set(reading.id, reading.text)
  const statement = (reading: FigureReading): Statement => ({
    report: reading.report,
    quote: reading.quote,
    from: reading.figure.from,
    to: reading.figure.to,
    text: texts.get(reading.reading)!,
  })
  for (let x = 0; x < event.figures.length; x++) {
    for (let y = x + 1; y < event.figures.length; y++) {
      const left = event.figures[x]!
      const right = event.figures[y]!
      if (speakerOf(left) === speakerOf(right) || isRelated(left, right) || !disagree(left, right)) continue
      const about = [left.figure.unit, shown(left), shown(right)].sort().join()
      add(
        'figures',
        statement(left),
        statement(right),
        `${left.figure.unit}: ${shown(left)} / ${shown(right)}`,
        about,
      )
    }
  }
}

/** Who stands behind a figure: the source it is attributed to, within the source of the report. */
function speakerOf({ sourceKey, figure }: FigureReading): string {
  return `${sourceKey} ${figure.attribution === null ? '' : fold(figure.attribution.name)}`
}

/** A part of the other, an addition to it, or its own correction. */
function isRelated(a: FigureReading, b: FigureReading): boolean {
  if (a.reading !== b.reading)
    return a.figure.relation?.kind === 'adds-to' || b.figure.relation?.kind === 'adds-to'
  return a.figure.relation !== null || b.figure.relation !== null
}

function disagree({ figure: a }: FigureReading, { figure: b }: FigureReading): boolean {
  if (a.place !== null && b.place !== null && a.place !== b.place && a.relation !== null) return false
  const left = boundsOf(a)
  const right = boundsOf(b)
  switch (countedSets(a, b)) {
    case 'same':
      return !canBothHold(left, right)
    case 'left-in-right':
      return exceeds(left, right)
    case 'right-in-left':
      return exceeds(right, left)
    case 'apart':
      return false
  }
}

/** A part cannot be larger than its whole. */
function exceeds(part: Bounds, whole: Bounds): boolean {
  return part.low > whole.high
}

function shown({ quote, figure }: FigureReading): string {
  return quote === '' ? String(figure.value ?? figure.min ?? figure.max ?? '?') : quote
}

function passagePairs(passages: readonly Passage[], add: Add): void {
  for (let x = 0; x < passages.length; x++) {
    for (let y = x + 1; y < passages.length; y++) {
      const a = passages[x]!
      const b = passages[y]!
      if (voiceOf(a.lead) === voiceOf(b.lead)) continue
      const left = statementOf(a.lead)
      const right = statementOf(b.lead)
      const statuses = [statusOfPassage(a), statusOfPassage(b)] as const
      if (statuses.some((one) => CLAIMING.has(one)) && statuses.some((one) => DENYING.has(one))) {
        add('denial', left, right, statuses.join(' / '), `${voiceOf(a.lead)} ${voiceOf(b.lead)}`)
        continue
      }
      if (!statuses.every((one) => CLAIMING.has(one))) continue
      if (areOthers(a.actors, b.actors) && areOthers(a.actors, [...b.actors, ...b.recipients])) {
        const about = [namesOf(a.actors), namesOf(b.actors)]
        add('actors', left, right, about.join(' / '), about.sort().join())
      }
      const dates = [dateOfPassage(a), dateOfPassage(b)] as const
      if (dates[0]?.marked && dates[1]?.marked && areDisjoint(dates[0].edtf, dates[1].edtf)) {
        const about = [dates[0].edtf, dates[1].edtf]
        add('date', left, right, about.join(' / '), about.sort().join())
      }
      const places = [placeOfPassage(a), placeOfPassage(b)] as const
      if (
        places[0]?.precision === 'exact' &&
        places[1]?.precision === 'exact' &&
        placeKey(places[0]) !== placeKey(places[1])
      ) {
        const about = [places[0].name, places[1].name]
        add('place', left, right, about.join(' / '), about.sort().join())
      }
    }
  }
}

function voiceOf({ mention }: Telling): string {
  return `${mention.sourceKey} ${mention.attribution === null ? '' : fold(mention.attribution.name)}`
}

function statusOfPassage(passage: Passage): Status {
  return passage.overrides.status ?? statusOf(passage.lead.event)
}

function statementOf({ mention, reading }: Telling): Statement {
  return { report: mention.report, ...mention.evidence, text: reading.text }
}

/** Both known, and none in common by key or country. */
function areOthers(a: readonly Party[], b: readonly Party[]): boolean {
  const tokens = (party: Party) => countryOf(party) ?? party.codebook
  const left = a.map(tokens)
  const right = new Set(b.map(tokens))
  const known = left.length > 0 && right.size > 0 && !left.includes(null) && !right.has(null)
  return known && !left.some((token) => right.has(token))
}

function namesOf(parties: readonly Party[]): string {
  return parties.map((party) => party.name).join(', ')
}

function areDisjoint(a: string, b: string): boolean {
  const left = parseEdtf(a)
  const right = parseEdtf(b)
  return left !== null && right !== null && intersect(left, right) === null
}
