import { textId } from '../src/base/ids.ts'
import type { Entity, EventType, Figure, Report, ReportedEvent, Sector } from '../src/document/report.ts'

/** Made-up reports of made-up incidents, so many that merging can be timed. Same options, same reports. */
export interface IncidentOptions {
  readonly incidents: number
  readonly reports: number
  readonly seed: number
}

const COUNTRIES = 40
const TOWNS = 25
const YEARS = 10
const FIRST_DAY = Date.UTC(2012, 0, 1) / 86_400_000
const HUB_DAYS = 0.05
/** Share of all incidents that fall on hub days, each in one country. */
const ON_HUB_DAYS = 0.3
/** Share of reports that are a copy of an agency's report of the incident. */
const COPIES = 0.35
/** Share of reports that recall an older incident of the country. */
const RECALLS = 0.15
/** Share of reports that tell their incident without town, day and number. */
const VAGUE = 0.05

const AGENCIES = ['dpa', 'AFP', 'Reuters', 'AP']

interface Kind {
  readonly type: EventType
  readonly mode: string
  readonly triggers: readonly string[]
  readonly unit: Figure['unit'] | null
  readonly verbal: boolean
}

const KINDS: readonly Kind[] = [
  {
    type: 'ASSAULT',
    mode: 'explosives',
    triggers: ['Anschlag', 'Explosion', 'Bombe'],
    unit: 'killed',
    verbal: false,
  },
  {
    type: 'ASSAULT',
    mode: 'firearms',
    triggers: ['Überfall', 'Angriff', 'erschossen'],
    unit: 'killed',
    verbal: false,
  },
  {
    type: 'ASSAULT',
    mode: 'aerial',
    triggers: ['Luftangriff', 'bombardiert'],
    unit: 'killed',
    verbal: false,
  },
  {
    type: 'COERCE',
    mode: 'arrest',
    triggers: ['festgenommen', 'Festnahme'],
    unit: 'arrested',
    verbal: false,
  },
  {
    type: 'PROTEST',
    mode: 'demo',
    triggers: ['demonstriert', 'Kundgebung'],
    unit: 'protesters',
    verbal: false,
  },
  { type: 'ACCUSE', mode: 'disapprove', triggers: ['verurteilte', 'kritisierte'], unit: null, verbal: true },
  { type: 'REQUEST', mode: 'change', triggers: ['forderte', 'verlangte'], unit: null, verbal: true },
  { type: 'CONSULT', mode: 'meet', triggers: ['traf', 'Treffen', 'Gespräche'], unit: null, verbal: true },
]

interface Incident {
  readonly id: number
  readonly day: number
  readonly country: number
  readonly town: number
  readonly kind: Kind
  readonly victims: Sector
  readonly partner: number
  readonly count: number
  readonly topic: readonly string[]
  readonly reports: number
}

/** mulberry32: the same seed gives the same numbers everywhere. */
function generator(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** 2,000 words of two or three syllables. */
const SYLLABLES =
  'ba de fi go ku la me ni po ru sa te vi wo za bren dor fel gar hol kan lin mar nor pel ras sol tan ver wil'.split(
    ' ',
  )
const LEXICON = Array.from({ length: 2000 }, (_, at) => {
  const n = SYLLABLES.length
  const word = SYLLABLES[at % n]! + SYLLABLES[Math.floor(at / n) % n]! + SYLLABLES[(at * 7) % n]!
  return at % 3 === 0 ? word[0]!.toUpperCase() + word.slice(1) : word
})

const codeOf = (country: number): string =>
  `Q${String.fromCharCode(65 + Math.floor(country / 26), 65 + (country % 26))}`
const townOf = (country: number, town: number): string => {
  const name = LEXICON[(country * TOWNS + town) * 2 + 1]!
  return name[0]!.toUpperCase() + name.slice(1)
}

/** Reports per incident by rank: the r-th gets a share of 1/r^s of the largest; s is found so that the sum fits. */
function reportsPerIncident(incidents: number, reports: number): number[] {
  const largest = Math.max(1, Math.round(reports / 100))
  let low = 0
  let high = 3
  const sizes = (s: number) =>
    Array.from({ length: incidents }, (_, rank) => Math.max(1, Math.round(largest / (rank + 1) ** s)))
  for (let step = 0; step < 40; step++) {
    const s = (low + high) / 2
    if (sizes(s).reduce((a, b) => a + b, 0) > reports) low = s
    else high = s
  }
  return sizes(high)
}

function incidentsOf({ incidents, reports, seed }: IncidentOptions, random: () => number): Incident[] {
  const int = (n: number) => Math.floor(random() * n)
  const days = YEARS * 365
  const hubs = Array.from({ length: Math.round(days * HUB_DAYS) }, () => ({
    day: int(days),
    country: int(COUNTRIES),
  }))
  const sizes = reportsPerIncident(incidents, reports)
  return sizes.map((size, id) => {
    const hub = random() < ON_HUB_DAYS ? hubs[int(hubs.length)]! : null
    const country = hub?.country ?? int(COUNTRIES)
    return {
      id: id + seed * 0,
      day: FIRST_DAY + (hub?.day ?? int(days)),
      country,
      town: int(TOWNS),
      kind: KINDS[int(KINDS.length)]!,
      victims: (['CVL', 'MIL', 'COP'] as const)[int(3)]!,
      partner: int(COUNTRIES),
      count: 1 + int(60),
      topic: Array.from({ length: 6 }, () => LEXICON[int(LEXICON.length)]!),
      reports: size,
    }
  })
}

const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10)

/** One report, and which incident each of its events tells. */
export interface MadeReport {
  readonly report: Report
  readonly truth: readonly number[]
}

/** All reports by publication. */
export function* madeReports(options: IncidentOptions): Iterable<MadeReport> {
  const random = generator(options.seed)
  const incidents = incidentsOf(options, random)
  const older = new Map<number, Incident[]>()
  const plan: { incident: Incident; nth: number; published: number }[] = []
  for (const incident of incidents) {
    for (let nth = 0; nth < incident.reports; nth++) {
      // Half on the day, most within a week, the echo of great events for months.
      const delay = Math.floor(nth === 0 ? 0 : -Math.log(1 - random()) * (1 + Math.log2(incident.reports)))
      plan.push({ incident, nth, published: incident.day + delay })
    }
  }
  plan.sort((a, b) => a.published - b.published || a.incident.id - b.incident.id || a.nth - b.nth)
  const originals = new Map<number, MadeReport[]>()
  for (const { incident, nth, published } of plan) {
    const known = older.get(incident.country) ?? []
    const recalled =
      known.length > 0 && random() < RECALLS ? known[Math.floor(random() * known.length)]! : null
    const wired = originals.get(incident.id) ?? []
    const original =
      wired.length > 0 && random() < COPIES ? wired[Math.floor(random() * wired.length)]! : null
    const made = reportOf(incident, nth, published, recalled, original, random)
    if (original === null && made.report.source.agency.length > 0 && wired.length < 5)
      originals.set(incident.id, [...wired, made])
    if (nth === 0) older.set(incident.country, [...known.slice(-200), incident])
    yield made
  }
}

function reportOf(
  incident: Incident,
  nth: number,
  published: number,
  recalled: Incident | null,
  original: MadeReport | null,
  random: () => number,
): MadeReport {
  const int = (n: number) => Math.floor(random() * n)
  const outlet = `Blatt ${int(60)}`
  const id = `i${incident.id}-${nth}`
  if (original !== null) {
    const { report, truth } = original
    // A copy with a line of its own at the end: another text, the same offsets.
    const text = `${report.text}\n${LEXICON[int(2000)]} ${LEXICON[int(2000)]} ${id}`
    const source = { ...report.source, outlet, url: `https://${id}.example/`, sha256: textId(text) }
    return { report: { ...report, id, text, source, published: given(published) }, truth }
  }
  const draft = new Draft(random)
  draft.tell(incident, published)
  draft.filler(3 + int(6), incident.topic)
  const truth = [incident.id]
  if (recalled !== null) {
    draft.tell(recalled, published)
    truth.push(recalled.id)
  }
  draft.filler(2 + int(6), incident.topic)
  const agency = random() < 0.4 ? [AGENCIES[int(AGENCIES.length)]!] : []
  return { report: draft.report(id, outlet, agency, published), truth }
}

const given = (day: number): Report['published'] => ({ edtf: dateOf(day), basis: 'given', evidence: [] })

/** Builds a report sentence by sentence. */
class Draft {
  private text = ''
  private readonly sentences: [number, number][] = []
  private readonly entities = new Map<string, Entity>()
  private readonly figures: Figure[] = []
  private readonly events: ReportedEvent[] = []
  private readonly random: () => number

  constructor(random: () => number) {
    this.random = random
  }

  private pick<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.random() * values.length)]!
  }

  private sentence(text: string): [number, number] {
    const from = this.text.length
    this.text += `${text} `
    const span: [number, number] = [from, from + text.length]
    this.sentences.push(span)
    return span
  }

  filler(count: number, topic: readonly string[]): void {
    for (let i = 0; i < count; i++) {
      const words = Array.from({ length: 9 + Math.floor(this.random() * 9) }, () =>
        this.random() < 0.15 ? this.pick(topic) : this.pick(LEXICON),
      )
      this.sentence(`${words.join(' ')}.`)
    }
  }

  private entity(entity: Omit<Entity, 'role' | 'mentions'>): string {
    this.entities.set(entity.id, { ...entity, role: null, mentions: [] })
    return entity.id
  }

  private state(country: number): string {
    const code = codeOf(country)
    const name = `Land ${code}`
    return this.entity({ id: `s${code}`, kind: 'state', name, country: code, sector: 'GOV', codebook: code })
  }

  tell(incident: Incident, published: number): void {
    const { kind, country, town, day, topic, victims } = incident
    const code = codeOf(country)
    const isVague = this.random() < VAGUE
    const trigger = this.pick(kind.triggers)
    const own = [...topic].sort(() => this.random() - 0.5).slice(0, 3)
    const count = Math.max(
      1,
      Math.round(incident.count * (0.7 + 0.3 * Math.min(1, (published - day + 1) / 3))),
    )
    const hasCount = kind.unit !== null && !isVague && this.random() < 0.7
    const isPlaced = !kind.verbal && !isVague && this.random() < 0.8
    const words = [
      trigger,
      ...(hasCount ? [String(count)] : []),
      ...own,
      ...(isPlaced ? [townOf(country, town)] : []),
    ]
    const [from, to] = this.sentence(`${this.pick(LEXICON)} ${words.join(' ')} ${this.pick(LEXICON)}.`)
    const span = { from, to }
    const at = this.text.indexOf(trigger, from)
    const state = this.state(country)
    const people = this.entity({
      ...{ id: `p${code}${victims}`, kind: 'population', name: victims === 'CVL' ? 'Menschen' : 'Kräfte' },
      ...{ country: code, sector: victims, codebook: null },
    })
    const place = isPlaced
      ? this.entity({
          ...{
            id: `t${code}${town}`,
            kind: 'place',
            name: townOf(country, town),
            country: code,
            sector: null,
          },
          codebook: `${code}-${town}`,
          coordinates: [
            (country % 8) * 15 - 50 + (town % 5) * 0.6,
            Math.floor(country / 8) * 30 - 70 + Math.floor(town / 5) * 0.7,
          ],
        })
      : state
    const figures = hasCount ? [this.count(kind.unit!, count, this.text.indexOf(String(count), from))] : []
    const isDated = !isVague && (published > day || this.random() < 0.4)
    this.events.push({
      ...{
        id: `v${this.events.length}`,
        type: kind.type,
        mode: this.random() < 0.8 ? kind.mode : null,
        contexts: [],
      },
      actors: kind.verbal ? [this.state(incident.partner)] : this.random() < 0.3 ? [state] : [],
      recipients: kind.verbal ? [state] : [people],
      place: kind.verbal ? null : place,
      placePrecision: kind.verbal ? null : isPlaced ? 'exact' : 'country',
      arguments: [],
      date:
        isVague && published > day + 7
          ? null
          : { edtf: dateOf(isDated ? day : published), marked: isDated, from, to: from },
      aux: null,
      factuality: { status: 'asserted', by: null, cue: null },
      attribution: null,
      ...{ figures, evidence: span, trigger: { from: at, to: at + trigger.length }, mentions: [] },
      ...{ rule: 'made-up', confidence: 0.8 },
    })
  }

  private count(unit: Figure['unit'], value: number, from: number): string {
    const id = `f${this.figures.length}`
    this.figures.push({
      ...{ id, from, to: from + String(value).length, value, min: null, max: null, approx: false, unit },
      ...{ counted: 'Menschen', place: null, asOf: null, period: null, relation: null, attribution: null },
    })
    return id
  }

  report(id: string, outlet: string, agency: string[], published: number): Report {
    // Joined pieces would stay in memory as they are; a report from outside is one string.
    const text = JSON.parse(JSON.stringify(this.text)) as string
    return {
      ...{ schema: 'lagebild/report@1', id, language: 'de' },
      reader: { program: 'bench', model: 'm', codebook: 'c' },
      source: {
        outlet,
        agency,
        url: `https://${id}.example/`,
        path: null,
        sha256: textId(text),
        fetched: null,
      },
      ...{ text, blocks: [], title: null, published: given(published), body: [[0, text.length]] },
      ...{
        sentences: this.sentences,
        entities: [...this.entities.values()],
        times: [],
        figures: this.figures,
      },
      ...{ quotes: [], events: this.events, positions: [], diagnostics: [] },
    }
  }
}
