import { textId } from '../../src/base/ids.ts'
import type { Reading } from '../../src/chronicle/types.ts'
import type { Entity, Figure, NewsItem, Report, ReportedEvent } from '../../src/document/report.ts'
import { identify } from '../../src/store/identify.ts'

/** One sentence of a made-up report with the event it tells. */
export interface Told {
  readonly sentence: string
  /** Stands in the sentence. */
  readonly trigger: string
  readonly type: ReportedEvent['type']
  readonly actors?: readonly string[]
  readonly recipients?: readonly string[]
  readonly place?: string
  /** `exact` where it is not given. */
  readonly precision?: ReportedEvent['placePrecision']
  readonly date?: string
  /** The words of the date, which stand in the sentence. */
  readonly when?: string
  readonly marked?: boolean
  readonly mode?: string
  readonly aux?: ReportedEvent['aux']
  readonly status?: ReportedEvent['factuality']['status']
  readonly by?: string
  readonly figures?: readonly (Partial<Figure> & { readonly words: string })[]
}

export interface ReportOptions {
  readonly id: string
  readonly told: readonly Told[]
  readonly published?: string | null
  readonly outlet?: string | null
  readonly agency?: readonly string[]
  readonly url?: string | null
  readonly extra?: string
  readonly model?: string
  readonly item?: Partial<NewsItem>
}

/** Entities by a short hand: `USA` is a state, `USA/MIL:US-Armee` a party of it, `@Bagdad:IRQ` a place. */
function entityOf(hand: string): Entity {
  const place = /^@([^:]+)(?::(\w+))?$/.exec(hand)
  const party = /^(\w+)\/(\w+):(.+)$/.exec(hand)
  const base = { id: hand, codebook: null, role: null, sector: null, mentions: [] }
  if (place) return { ...base, kind: 'place', name: place[1]!, country: place[2] ?? null }
  if (!party)
    return { ...base, kind: 'state', name: hand, country: hand, sector: 'GOV', codebook: hand.toLowerCase() }
  const country = party[1] === 'null' ? null : party[1]!
  return { ...base, kind: 'organisation', name: party[3]!, country, sector: party[2] as Entity['sector'] }
}

const ITEM: NewsItem = {
  ...{ uri: 'urn:x:1', version: null, created: null, status: 'usable', embargoed: null, urgency: null },
  ...{ corrects: false, replaces: [], keywords: [] },
}

/** A valid report whose offsets fit its text. */
export function makeReport(options: ReportOptions): Report {
  const text = [
    ...options.told.map(({ sentence }) => sentence),
    ...(options.extra ? [options.extra] : []),
  ].join('\n')
  const entities = new Map<string, Entity>()
  const idOf = (hand: string) => {
    entities.set(hand, entityOf(hand))
    return hand
  }
  const figures: Figure[] = []
  const times: Report['times'] = []
  let from = 0
  const sentences: [number, number][] = []
  const events = options.told.map((told, index): ReportedEvent => {
    const to = from + told.sentence.length
    const trigger = from + told.sentence.indexOf(told.trigger)
    const span = { from: trigger, to: trigger + told.trigger.length }
    const whenAt = told.when === undefined ? null : from + told.sentence.indexOf(told.when)
    const when = whenAt === null ? { from, to: from } : { from: whenAt, to: whenAt + told.when!.length }
    if (whenAt !== null)
      times.push({ ...when, type: 'DATE', value: told.date ?? '', edtf: told.date ?? null })
    const attribution = (name: string) => ({ name, entity: null, from, to, chain: [] })
    const ids = (told.figures ?? []).map(({ words, ...given }) => {
      const at = from + told.sentence.indexOf(words)
      const id = `f${figures.length}`
      figures.push({
        ...{
          id,
          from: at,
          to: at + words.length,
          value: null,
          min: null,
          max: null,
          approx: false,
          unit: 'killed',
        },
        ...{ counted: null, place: null, asOf: null, period: null, relation: null, attribution: null },
        ...given,
      })
      return id
    })
    const event: ReportedEvent = {
      id: `v${index}`,
      type: told.type,
      mode: told.mode ?? null,
      contexts: [],
      actors: (told.actors ?? []).map(idOf),
      recipients: (told.recipients ?? []).map(idOf),
      place: told.place === undefined ? null : idOf(told.place),
      placePrecision: told.place === undefined ? null : (told.precision ?? 'exact'),
      arguments: [],
      date: told.date === undefined ? null : { edtf: told.date, marked: told.marked ?? true, ...when },
      aux: told.aux ?? null,
      factuality: { status: told.status ?? 'asserted', by: null, cue: null },
      attribution: told.by === undefined ? null : attribution(told.by),
      figures: ids,
      evidence: { from, to },
      trigger: span,
      mentions: [],
      rule: 'made-up',
      confidence: 0.5,
    }
    sentences.push([from, to])
    from = to + 1
    return event
  })
  const published = options.published ?? null
  return {
    schema: 'lagebild/report@1',
    id: options.id,
    language: 'de',
    reader: { program: '0', model: options.model ?? 'm', codebook: 'c' },
    source: {
      outlet: options.outlet === undefined ? options.id : options.outlet,
      agency: [...(options.agency ?? [])],
      url: options.url ?? null,
      path: null,
      sha256: textId(text),
      fetched: null,
      ...(options.item && { item: { ...ITEM, ...options.item } }),
    },
    text,
    blocks: [],
    title: null,
    published: { edtf: published, basis: published === null ? 'unknown' : 'given', evidence: [] },
    body: [[0, text.length]],
    sentences,
    entities: [...entities.values()].map((entity) => ({ ...entity, mentions: namesIn(text, entity) })),
    times,
    figures,
    quotes: [],
    events,
    positions: [],
    diagnostics: [],
  }
}

/** Where the name of a place or state stands, once for each time. */
function namesIn(text: string, { kind, name }: Entity): Entity['mentions'] {
  const mentions: Entity['mentions'] = []
  if (kind !== 'place' && kind !== 'state') return mentions
  for (let from = text.indexOf(name); from >= 0; from = text.indexOf(name, from + 1))
    mentions.push({ from, to: from + name.length, kind: 'name' })
  return mentions
}

/** As the store would hand it over. */
export function readingOf(report: Report, recordedAt = '2026-01-01T00:00:00.000Z'): Reading {
  const { text, sighting, reading } = identify(report)
  return { id: reading, sighting, text, recordedAt, report }
}

/** A small generator of pseudo-random numbers in [0, 1) (mulberry32): the same seed gives the same numbers everywhere. */
export function seeded(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
  const copy = [...values]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
  }
  return copy
}
