import type { ChronicleEvent, Party } from '../../src/chronicle/types.ts'
import { EVENT_TYPES, FIGURE_UNITS, type Figure, STATUSES, type Status } from '../../src/document/report.ts'
import { actInWords, eventLine } from '../../src/render/event-line.ts'
import type { Messages } from '../../src/render/messages/contract.ts'
import { dateInWords } from '../../src/render/messages/dates.ts'
import { format } from '../../src/render/messages/format.ts'
import { messagesFor } from '../../src/render/messages/index.ts'
import { figureInWords } from '../../src/render/messages/numbers.ts'
import { partyInWords } from '../../src/render/messages/parties.ts'

const state = (iso3: string, name: string): Party => ({
  ...{ key: iso3, name, country: iso3, sector: 'GOV', codebook: iso3 },
})
export const ACTOR = state('USA', 'Vereinigte Staaten')
export const RECIPIENT = state('IRQ', 'Irak')
const SOLDIERS: Party = {
  ...{
    key: 'IRQ|MIL|soldaten',
    name: 'Soldaten',
    country: 'IRQ',
    sector: 'MIL',
    codebook: null,
    common: true,
  },
}
const PERSON: Party = {
  ...{ key: 'usa-kerry-john', name: 'John Kerry', country: 'USA', sector: 'GOV', codebook: 'usa-kerry-john' },
}

/** An event of no chronicle: an air strike, told by one report that leans on one source. */
export function sampleEvent(of: {
  readonly status: Status
  readonly by?: 'Centcom' | null
  readonly changes?: Partial<ChronicleEvent>
}): ChronicleEvent {
  const { status, by = null, changes = {} } = of
  const span = { from: 0, to: 1, quote: '' }
  const mention = {
    ...{
      id: 'm',
      type: 'ASSAULT',
      reading: 'r',
      text: 't',
      report: 'report',
      reportEvent: 'v',
      outlet: 'Nordblick',
    },
    ...{ agency: [], url: null, published: null, recordedAt: '', evidence: span, also: [], trigger: span },
    ...{ date: null, aux: null, status, rule: '', confidence: 1, sourceKey: 's', superseded: null },
    attribution: by === null ? null : { name: by, entity: null, from: 0, to: 0, chain: [] },
    attributedTo: by === null ? null : { key: by, name: by, country: 'USA', sector: 'MIL', codebook: null },
  }
  return {
    ...{
      id: 'e',
      aliases: [],
      type: 'ASSAULT',
      mode: 'aerial',
      contexts: [],
      place: null,
      date: null,
      aux: null,
    },
    ...{ actors: [ACTOR], recipients: [RECIPIENT], status, figures: [], mentions: [mention] },
    ...{
      independentSources: 1,
      firstReported: null,
      lastReported: null,
      confidence: 1,
      review: null,
      retracted: false,
      history: [],
    },
    ...changes,
  } as unknown as ChronicleEvent
}

const sampleFigure = (given: Partial<Figure>): Figure => ({
  ...{ id: 'f', from: 0, to: 0, value: null, min: null, max: null, approx: false, unit: 'killed' },
  ...{ counted: null, place: null, asOf: null, period: null, relation: null, attribution: null },
  ...given,
})

const FIGURES: Readonly<Record<string, Partial<Figure>>> = {
  'bound: at least 12': { min: 12 },
  'bound: at most 12': { max: 12 },
  'bound: 12 to 30': { min: 12, max: 30 },
  'bound: about 1200': { value: 1200, approx: true },
  'money: 2.5 million dollars': { value: 2_500_000, unit: 'money', counted: 'Dollar' },
}

const DATES = [
  '2014',
  '2014-01',
  '2014-01-05',
  '2014-01-05/2014-01-11',
  '2014-01-30/2014-02-02',
  '2014-01-05T19:09',
]

/** What a native speaker reads to check a language: every message as a reader meets it, filled. */
export function languageTable(language: string): Map<string, string> {
  const messages = messagesFor(language)
  const { locale, labels, alerts, sectors, sourceKinds } = messages
  const rows = new Map<string, string>()
  for (const type of EVENT_TYPES)
    for (const mode of [null, ...Object.keys(messages.acts[type].modes)])
      rows.set(`act: ${type}${mode === null ? '' : `/${mode}`}`, actInWords({ type, mode }, messages))
  for (const status of STATUSES) {
    rows.set(`line: ${status}`, eventLine(sampleEvent({ status }), messages))
    rows.set(`line: ${status}, by Centcom`, eventLine(sampleEvent({ status, by: 'Centcom' }), messages))
  }
  const unknown = sampleEvent({ status: 'asserted', changes: { actors: [], recipients: [SOLDIERS] } })
  rows.set('line: unknown actor', eventLine(unknown, messages))
  const meeting = sampleEvent({
    status: 'planned',
    changes: { type: 'CONSULT', mode: 'visit', actors: [PERSON, RECIPIENT], recipients: [], aux: 'future' },
  })
  rows.set('line: meeting', eventLine(meeting, messages))
  rows.set('status: future', messages.statuses.future)
  for (const unit of FIGURE_UNITS)
    for (const value of [1, 3, 12])
      if (unit !== 'other')
        rows.set(`figure: ${value} ${unit}`, figureInWords(sampleFigure({ value, unit }), messages)!)
  for (const [key, figure] of Object.entries(FIGURES))
    rows.set(key, figureInWords(sampleFigure(figure), messages)!)
  for (const edtf of DATES) rows.set(`date: ${edtf}`, dateInWords(edtf, messages))
  for (const iso3 of ['DEU', 'SYR', 'PSE', 'XKX', 'GBR', 'COD'])
    rows.set(`country: ${iso3}`, partyInWords(state(iso3, iso3), messages))
  rows.set(
    'population of Iraq',
    partyInWords({ ...SOLDIERS, key: 'people-IRQ', codebook: 'people-IRQ' }, messages),
  )
  rows.set('party without a sector', partyInWords({ ...SOLDIERS, name: 'X', sector: null }, messages))
  for (const [key, value] of Object.entries(sectors)) rows.set(`sector: ${key}`, value)
  for (const [key, value] of Object.entries(sourceKinds)) rows.set(`source: ${key}`, value)
  for (const [key, value] of Object.entries(messages.stances)) rows.set(`stance: ${key}`, value)
  for (const [key, value] of Object.entries(messages.contradictions)) rows.set(`contradiction: ${key}`, value)
  for (const [key, value] of Object.entries(messages.changes)) rows.set(`change: ${key}`, value)
  for (const [key, value] of Object.entries(alerts))
    rows.set(`alert: ${key}`, format(locale, value, sampleValues(messages)))
  for (const [key, value] of Object.entries(labels))
    for (const n of /\{n, plural/.test(value) ? [0, 1, 2, 3, 11, 100] : [null])
      rows.set(
        `label: ${key}${n === null ? '' : ` ${n}`}`,
        format(locale, value, { ...sampleValues(messages), n: n ?? 0 }),
      )
  rows.set('undated', messages.undated)
  return rows
}

function sampleValues(messages: Messages): Record<string, string> {
  const figure = (value: number) => figureInWords(sampleFigure({ value }), messages)!
  return {
    ...{ before: figure(12), after: figure(19), bound: '≥ 15', kind: messages.contradictions.figures },
    ...{ holder: 'John Kerry', topic: '…', time: dateInWords('2014-01-05', messages) },
    period: dateInWords('2014-01-05/2014-01-11', messages),
  }
}

/** Tab-separated: the key, English, the language itself. */
export function renderLanguageTable(language: string): string {
  const english = languageTable('en')
  const own = languageTable(language)
  return `key\ten\t${language}\n${[...own].map(([key, text]) => `${key}\t${english.get(key)}\t${text}\n`).join('')}`
}
