/** A small made-up crisis for the tests of the server and the pages: own words, no report ever said this. */
import { type EventId, eventId, readingId, sightingId, type TextId, textId } from '../src/base/ids.ts'
import type {
  Chronicle,
  ChronicleEvent,
  EventMention,
  FigureReading,
  Party,
  PlaceRef,
  Reading,
} from '../src/chronicle/types.ts'
import type {
  Attribution,
  BlockKind,
  EventType,
  Figure,
  Report,
  SourceKind,
  Status,
} from '../src/document/report.ts'
import type { ServeDeps } from '../src/serve/deps.ts'

export const HOSTILE = '<img src=x onerror="document.title=\'owned\'"> Lager am Stadtrand'

interface DocumentSpec {
  readonly id: string
  readonly outlet: string | null
  readonly agency?: readonly string[]
  readonly published: string | null
  readonly blocks: readonly (readonly [BlockKind, string])[]
}

const DOCUMENTS: readonly DocumentSpec[] = [
  {
    id: 'falludscha-abend',
    outlet: 'Nordkurier am Abend',
    agency: ['dpa'],
    published: '2014-01-05',
    blocks: [
      ['furniture', 'Startseite | Politik | Ausland | Newsletter bestellen'],
      ['title', 'Armee beschießt Viertel im Osten von Falludscha'],
      ['stamp', 'Bagdad, 5. Januar 2014 (dpa)'],
      [
        'lead',
        'Die irakische Armee hat am Sonntag Stellungen im Osten von Falludscha mit Artillerie beschossen. Nach Angaben eines Krankenhausarztes wurden mindestens 17 Zivilisten getötet.',
      ],
      [
        'body',
        'Das Verteidigungsministerium in Bagdad sprach dagegen von neun getöteten Kämpfern und bestritt, dass Zivilisten zu Schaden kamen. Ministerpräsident Nuri al-Maliki forderte die Stämme auf, die Bewaffneten aus der Stadt zu weisen.',
      ],
      [
        'body',
        'US-Außenminister John Kerry bot der Regierung Unterstützung an, schloss aber die Entsendung von Bodentruppen aus. „Das ist ihr Kampf“, sagte er vor seiner Abreise aus Jerusalem.',
      ],
      ['caption', 'Rauch über dem Stadtrand, aufgenommen am Sonntagmittag.'],
      ['furniture', 'Mehr zum Thema: Fragen und Antworten | Teilen | Drucken | Kommentare (41)'],
    ],
  },
  {
    id: 'falludscha-kliniken',
    outlet: 'Rheinblatt',
    agency: ['AFP'],
    published: '2014-01-06',
    blocks: [
      ['title', 'Klinik meldet 23 Tote nach Beschuss'],
      [
        'body',
        'Bei dem Beschuss von Falludscha sind nach Angaben der Klinikleitung 23 Menschen getötet und rund 60 verletzt worden. Die Leitung sagte, die meisten seien Anwohner gewesen.',
      ],
      [
        'body',
        'Bewaffnete Stammesangehörige nahmen in der Nacht ein Polizeirevier ein und führten zwölf Beamte ab. Tausende Familien verließen die Stadt in Richtung Norden. Washington bot am Montag doch Bodentruppen an.',
      ],
    ],
  },
  {
    id: 'rafah-ticker',
    outlet: 'Morgenpost Küste',
    published: '2009-01-17T19:09+01:00',
    blocks: [
      ['title', 'Rafah: Grenzübergang für Stunden geöffnet'],
      [
        'body',
        'Ägypten öffnete den Grenzübergang Rafah am Samstag für einige Stunden und ließ Krankenwagen passieren. Ein Sprecher der Hamas kündigte an, das Feuer für eine Woche einzustellen, falls Israel seine Truppen abziehe.',
      ],
      [
        'body',
        'Israels Luftwaffe griff nach Armeeangaben zwischen dem 5. und 11. Januar rund 40 Tunnel an der Grenze an. In Kairo trafen sich Vertreter Ägyptens und der Vereinten Nationen.',
      ],
    ],
  },
  {
    id: 'hilfswerk.html',
    outlet: null,
    published: null,
    blocks: [
      ['title', 'Hilfswerk versorgt Geflohene'],
      [
        'body',
        `Ein Hilfswerk brachte Decken und Wasser in das ${HOSTILE}. Demonstranten blockierten für eine Stunde die Zufahrt.`,
      ],
    ],
  },
]

interface Built {
  readonly spec: DocumentSpec
  readonly reading: Reading
  readonly text: string
}

const RECORDED = '2026-11-20T08:00:00Z'

function build(spec: DocumentSpec): Built {
  const text = spec.blocks.map(([, words]) => words).join('\n')
  const id = textId(text)
  const blocks: Report['blocks'] = []
  for (const [kind, words] of spec.blocks) {
    const from = blocks.length > 0 ? blocks.at(-1)!.to + 1 : 0
    blocks.push({ from, to: from + words.length, kind, published: null })
  }
  const title = blocks.find(({ kind }) => kind === 'title') ?? null
  const sighting = sightingId(id, spec.outlet, null, spec.published)
  const report: Report = {
    schema: 'lagebild/report@1',
    id: spec.id,
    language: 'de',
    reader: { program: '0.1.0', model: 'fixture', codebook: 'fixture' },
    source: {
      outlet: spec.outlet,
      agency: [...(spec.agency ?? [])],
      url: spec.outlet ? `https://example.org/${spec.id}` : null,
      path: spec.id,
      sha256: id,
      fetched: null,
    },
    text,
    blocks,
    title: title && { from: title.from, to: title.to },
    published: { edtf: spec.published, basis: spec.published ? 'given' : 'unknown', evidence: [] },
    body: blocks.filter(({ kind }) => kind !== 'furniture').map(({ from, to }) => [from, to]),
    sentences: [],
    entities: [],
    times: [],
    figures: [],
    quotes: [],
    events: [],
    positions: [],
    diagnostics: [],
  }
  return {
    spec,
    text,
    reading: { id: readingId(sighting, 'fixture'), sighting, text: id, recordedAt: RECORDED, report },
  }
}

const built = new Map(DOCUMENTS.map((spec) => [spec.id, build(spec)]))
export const readings: readonly Reading[] = [...built.values()].map(({ reading }) => reading)

function locate(report: string, words: string) {
  const from = built.get(report)!.text.indexOf(words)
  if (from < 0) throw new Error(`The fixture's ${report} does not contain: ${words}`)
  return { from, to: from + words.length, quote: words }
}

function said(report: string, words: string, name: string, kind: SourceKind): Attribution {
  const at = locate(report, words)
  const { spec } = built.get(report)!
  const here = { entity: null, from: 0, to: 0 }
  return {
    name,
    entity: null,
    from: at.from,
    to: at.to,
    chain: [
      ...(spec.outlet ? [{ ...here, name: spec.outlet, kind: 'outlet' as const }] : []),
      ...(spec.agency ?? []).map((agency) => ({ ...here, name: agency, kind: 'agency' as const })),
      { name, entity: null, kind, from: at.from, to: at.to },
    ],
  }
}

interface MentionSpec {
  readonly report: string
  readonly evidence: string
  readonly trigger: string
  readonly status?: Status
  readonly by?: readonly [words: string, name: string, kind: SourceKind]
}

function mention(spec: MentionSpec): EventMention {
  const { reading, spec: document } = built.get(spec.report)!
  const trigger = locate(spec.report, spec.trigger)
  return {
    id: eventId(reading.text, trigger.from, trigger.to, 'ASSAULT'),
    type: 'ASSAULT',
    reading: reading.id,
    text: reading.text,
    report: spec.report,
    reportEvent: 'v1',
    outlet: document.outlet,
    agency: document.agency ?? [],
    url: reading.report.source.url,
    published: document.published,
    recordedAt: RECORDED,
    evidence: locate(spec.report, spec.evidence),
    also: [],
    trigger,
    date: null,
    aux: null,
    status: spec.status ?? 'asserted',
    attribution: spec.by ? said(spec.report, ...spec.by) : null,
    rule: 'fixture',
    confidence: 0.8,
    sourceKey: document.agency?.[0] ?? spec.report,
    superseded: null,
  }
}

function figure(
  report: string,
  words: string,
  sentence: string,
  values: Pick<Figure, 'unit'> & Partial<Figure>,
): FigureReading {
  const { reading, spec } = built.get(report)!
  const at = locate(report, words)
  return {
    reading: reading.id,
    text: reading.text,
    report,
    outlet: spec.outlet,
    published: spec.published,
    figure: {
      id: `f-${report}-${at.from}`,
      from: at.from,
      to: at.to,
      value: null,
      min: null,
      max: null,
      approx: false,
      counted: null,
      place: null,
      asOf: null,
      period: null,
      relation: null,
      attribution: null,
      ...values,
    },
    quote: words,
    sentence: locate(report, sentence),
    placeKey: null,
    sourceKey: spec.agency?.[0] ?? report,
    superseded: null,
  }
}

const party = (name: string, country: string | null, sector: Party['sector']): Party => ({
  key: `${country}-${sector}-${name.toLowerCase()}`,
  name,
  country,
  sector,
  codebook: null,
  kind: 'organisation',
})
/** Without coordinates it is on no map. */
const place = (name: string, country: string, coordinates: PlaceRef['coordinates'] = null): PlaceRef => ({
  ...{ name, country, coordinates },
  codebook: null,
  precision: 'exact',
})

const ARMY = party('Irakische Armee', 'IRQ', 'MIL')
const TRIBES = party('Bewaffnete Stammesangehörige', 'IRQ', 'REB')
const IRAQ = party('Irakische Regierung', 'IRQ', 'GOV')
const USA = party('Vereinigte Staaten', 'USA', 'GOV')
const EGYPT = party('Ägypten', 'EGY', 'GOV')
const ISRAEL = party('Israelische Luftwaffe', 'ISR', 'MIL')
const HAMAS = party('Hamas', 'PSE', 'REB')
const FALLUJAH = place('Falludscha', 'IRQ', [33.35, 43.78])
const RAFAH = place('Rafah', 'PSE', [31.29, 34.25])

interface EventSpec {
  readonly type: EventType
  readonly mode?: string
  readonly actors?: readonly Party[]
  readonly recipients?: readonly Party[]
  readonly place?: PlaceRef
  readonly edtf?: string
  readonly marked?: boolean
  readonly aux?: ChronicleEvent['aux']
  readonly mentions: readonly MentionSpec[]
  readonly figures?: readonly FigureReading[]
  readonly aliases?: readonly string[]
}

function event(spec: EventSpec): ChronicleEvent {
  const mentions = spec.mentions.map(mention)
  const first = mentions[0]!
  const published = mentions.flatMap((found) => found.published ?? []).sort()
  return {
    id: eventId(first.text as TextId, first.evidence.from, first.evidence.to, spec.type),
    aliases: (spec.aliases ?? []) as readonly EventId[],
    type: spec.type,
    mode: spec.mode ?? null,
    contexts: ['military'],
    actors: spec.actors ?? [],
    recipients: spec.recipients ?? [],
    place: spec.place ?? null,
    date: spec.edtf ? { edtf: spec.edtf, marked: spec.marked ?? true } : null,
    aux: spec.aux ?? null,
    status: first.status,
    history: [],
    retracted: false,
    figures: spec.figures ?? [],
    mentions,
    independentSources: new Set(mentions.map(({ sourceKey }) => sourceKey)).size,
    firstReported: published[0] ?? null,
    lastReported: published.at(-1) ?? null,
    confidence: 0.8,
    review: null,
  }
}

const SHELLING =
  'Die irakische Armee hat am Sonntag Stellungen im Osten von Falludscha mit Artillerie beschossen'
const CLINIC =
  'Bei dem Beschuss von Falludscha sind nach Angaben der Klinikleitung 23 Menschen getötet und rund 60 verletzt worden'
const DOCTOR = 'Nach Angaben eines Krankenhausarztes wurden mindestens 17 Zivilisten getötet'
const MINISTRY = 'Das Verteidigungsministerium in Bagdad sprach dagegen von neun getöteten Kämpfern'

export const EVENTS: readonly ChronicleEvent[] = [
  event({
    type: 'ASSAULT',
    mode: 'aerial',
    actors: [ISRAEL],
    place: RAFAH,
    edtf: '2009-01-05/2009-01-11',
    mentions: [
      {
        report: 'rafah-ticker',
        evidence:
          'Israels Luftwaffe griff nach Armeeangaben zwischen dem 5. und 11. Januar rund 40 Tunnel an der Grenze an',
        trigger: 'griff',
        status: 'claimed',
        by: ['Armeeangaben', 'Israelische Armee', 'military'],
      },
    ],
    figures: [
      figure('rafah-ticker', 'rund 40', 'rund 40 Tunnel', {
        unit: 'other',
        value: 40,
        approx: true,
        counted: 'Tunnel',
      }),
    ],
  }),
  event({
    type: 'CONSULT',
    mode: 'multilateral',
    actors: [EGYPT, party('Vereinte Nationen', 'IGO', 'IGO')],
    place: place('Kairo', 'EGY'),
    edtf: '2009-01',
    marked: false,
    mentions: [
      {
        report: 'rafah-ticker',
        evidence: 'In Kairo trafen sich Vertreter Ägyptens und der Vereinten Nationen',
        trigger: 'trafen',
      },
    ],
  }),
  event({
    type: 'RETREAT',
    mode: 'access',
    actors: [EGYPT],
    recipients: [party('Bewohner von Gaza', 'PSE', 'CVL')],
    place: RAFAH,
    edtf: '2009-01-17',
    mentions: [
      {
        report: 'rafah-ticker',
        evidence:
          'Ägypten öffnete den Grenzübergang Rafah am Samstag für einige Stunden und ließ Krankenwagen passieren',
        trigger: 'öffnete',
      },
    ],
  }),
  event({
    type: 'CONCEDE',
    actors: [HAMAS],
    recipients: [party('Israel', 'ISR', 'GOV')],
    edtf: '2009-01-17',
    mentions: [
      {
        report: 'rafah-ticker',
        evidence:
          'Ein Sprecher der Hamas kündigte an, das Feuer für eine Woche einzustellen, falls Israel seine Truppen abziehe',
        trigger: 'kündigte',
        status: 'conditional',
        by: ['Ein Sprecher der Hamas', 'Sprecher der Hamas', 'party'],
      },
    ],
  }),
  event({
    type: 'ASSAULT',
    mode: 'heavy-weapons',
    actors: [ARMY],
    recipients: [TRIBES],
    place: FALLUJAH,
    edtf: '2014-01-05',
    aliases: ['0123456789abcdef'],
    mentions: [
      { report: 'falludscha-abend', evidence: SHELLING, trigger: 'beschossen' },
      {
        report: 'falludscha-kliniken',
        evidence: CLINIC,
        trigger: 'Beschuss',
        status: 'claimed',
        by: ['der Klinikleitung', 'Klinikleitung', 'medical'],
      },
    ],
    figures: [
      figure('falludscha-abend', 'mindestens 17', DOCTOR, {
        unit: 'killed',
        min: 17,
        counted: 'Zivilisten',
        attribution: said('falludscha-abend', 'eines Krankenhausarztes', 'Krankenhausarzt', 'medical'),
      }),
      figure('falludscha-abend', 'neun', MINISTRY, {
        unit: 'killed',
        value: 9,
        counted: 'Kämpfer',
        attribution: said(
          'falludscha-abend',
          'Das Verteidigungsministerium',
          'Verteidigungsministerium',
          'official',
        ),
      }),
      figure('falludscha-kliniken', '23 Menschen', CLINIC, {
        unit: 'killed',
        value: 23,
        counted: 'Menschen',
        attribution: said('falludscha-kliniken', 'der Klinikleitung', 'Klinikleitung', 'medical'),
      }),
      figure('falludscha-kliniken', 'rund 60', CLINIC, { unit: 'injured', value: 60, approx: true }),
    ],
  }),
  event({
    type: 'REQUEST',
    mode: 'yield',
    actors: [party('Nuri al-Maliki', 'IRQ', 'GOV')],
    recipients: [{ ...party('Stämme', 'IRQ', 'CVL'), common: true }],
    place: FALLUJAH,
    edtf: '2014-01-05',
    marked: false,
    mentions: [
      {
        report: 'falludscha-abend',
        evidence:
          'Ministerpräsident Nuri al-Maliki forderte die Stämme auf, die Bewaffneten aus der Stadt zu weisen',
        trigger: 'forderte',
      },
    ],
  }),
  event({
    type: 'SUPPORT',
    actors: [USA],
    recipients: [IRAQ],
    edtf: '2014-01-05',
    marked: false,
    mentions: [
      {
        report: 'falludscha-abend',
        evidence: 'US-Außenminister John Kerry bot der Regierung Unterstützung an',
        trigger: 'bot',
        status: 'offered',
      },
    ],
  }),
  event({
    type: 'REJECT',
    mode: 'assist',
    actors: [USA],
    recipients: [IRAQ],
    edtf: '2014-01-05',
    marked: false,
    aux: 'negated',
    mentions: [
      {
        report: 'falludscha-abend',
        evidence: 'schloss aber die Entsendung von Bodentruppen aus',
        trigger: 'schloss',
        status: 'ruled-out',
      },
    ],
  }),
  event({
    type: 'COERCE',
    mode: 'arrest',
    actors: [TRIBES],
    recipients: [party('Polizei', 'IRQ', 'COP')],
    place: FALLUJAH,
    edtf: '2014-01-06',
    mentions: [
      {
        report: 'falludscha-kliniken',
        evidence:
          'Bewaffnete Stammesangehörige nahmen in der Nacht ein Polizeirevier ein und führten zwölf Beamte ab',
        trigger: 'führten',
      },
    ],
    figures: [
      figure('falludscha-kliniken', 'zwölf', 'führten zwölf Beamte ab', {
        unit: 'arrested',
        value: 12,
        counted: 'Beamte',
      }),
    ],
  }),
  event({
    type: 'AID',
    actors: [party('Hilfswerk', null, 'NGO')],
    recipients: [party(HOSTILE, null, 'CVL')],
    mentions: [
      {
        report: 'hilfswerk.html',
        evidence: `Ein Hilfswerk brachte Decken und Wasser in das ${HOSTILE}`,
        trigger: 'brachte',
      },
    ],
  }),
  event({
    type: 'PROTEST',
    mode: 'obstruct',
    actors: [party('Demonstranten', null, 'CVL')],
    mentions: [
      {
        report: 'hilfswerk.html',
        evidence: 'Demonstranten blockierten für eine Stunde die Zufahrt',
        trigger: 'blockierten',
      },
    ],
  }),
]

export const SHELLING_EVENT = EVENTS[4]!

const left = locate('falludscha-abend', DOCTOR)
const right = locate('falludscha-kliniken', CLINIC)

export const CHRONICLE: Chronicle = {
  asOf: null,
  events: EVENTS,
  contradictions: [
    {
      id: 'c1',
      kind: 'figures',
      event: SHELLING_EVENT.id,
      left: { report: 'falludscha-abend', text: readings[0]!.text, ...left },
      right: { report: 'falludscha-kliniken', text: readings[1]!.text, ...right },
      message: 'killed: at least 17, 23',
      resolved: null,
    },
    {
      id: 'c2',
      kind: 'denial',
      event: SHELLING_EVENT.id,
      left: { report: 'falludscha-abend', text: readings[0]!.text, ...left },
      right: {
        ...{ report: 'falludscha-abend', text: readings[0]!.text },
        ...locate('falludscha-abend', 'bestritt, dass Zivilisten zu Schaden kamen'),
      },
      message: 'denied',
      resolved: 'superseded',
    },
  ],
  positions: [
    {
      holder: USA,
      topic: 'Bodentruppen im Irak',
      topicKey: 'bodentruppe irak',
      stance: 'rules-out',
      report: 'falludscha-abend',
      text: readings[0]!.text,
      published: '2014-01-05',
      evidence: locate('falludscha-abend', 'schloss aber die Entsendung von Bodentruppen aus'),
    },
    {
      holder: USA,
      topic: 'Bodentruppen',
      topicKey: 'bodentruppe irak',
      stance: 'offers',
      report: 'falludscha-kliniken',
      text: readings[1]!.text,
      published: '2014-01-06',
      evidence: locate('falludscha-kliniken', 'Washington bot am Montag doch Bodentruppen an'),
    },
  ],
  figures: EVENTS.flatMap(({ figures }) => figures),
  coverage: {
    documents: 4,
    sightings: 4,
    outlets: [
      { name: 'Nordkurier am Abend', sightings: 1 },
      { name: 'Rheinblatt', sightings: 1 },
      { name: 'Morgenpost Küste', sightings: 1 },
    ],
    period: '2009-01-17/2014-01-06',
    undated: 1,
    unread: [
      {
        id: 'archiv/kaputt.warc',
        code: 'warc-truncated',
        message: 'The record ends before its stated length.',
        recordedAt: RECORDED,
      },
    ],
    failed: [{ report: 'hilfswerk.html', code: 'date-unknown', message: 'No date in the page.' }],
  },
}

export function fixtureDeps(chronicle: Chronicle = CHRONICLE): ServeDeps {
  return {
    store: {
      async *readings() {
        yield* readings
      },
      text: async (id) => readings.find((reading) => reading.text === id)?.report.text ?? null,
      version: async () => 1,
    },
    chronicleOf: async () => chronicle,
  }
}
