import { createHash } from 'node:crypto'
import type { Span } from '../../src/base/spans.ts'
import { type Report, type ReportedEvent, reportSchema } from '../../src/document/report.ts'
import {
  type AnnotatedEvent,
  type AnnotatedReport,
  type Annotations,
  nearest,
  only,
} from './merging-gold-annotations.ts'
import { layOut } from './merging-gold-layout.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The report as a reader without errors would give it: what this report says, and nothing that only others know. */
export function loadedReport(report: AnnotatedReport, codebook: Annotations['codebook']): Report {
  const { text, id } = report
  const layout = layOut(text, report.published)
  const entities: Report['entities'] = []
  const figures: Report['figures'] = []
  const times: Report['times'] = []
  const keys = new Map<string, string>()
  const spanned = (words: string, evidence: Span) => nearest(text, words, evidence, id)

  const entity = (key: string, mention: string, span: Span | null): string => {
    const known = codebook[key]
    const [form, name = mention] = key.split('=')
    const [kind, country, sector] = form!.slice(1).split('/')
    if (!known && !key.startsWith('~')) throw new Error(`${id}: not in "codebook" of the annotations: ${key}`)
    const of = keys.get(known ? key : `${form}=${name}`) ?? `e${entities.length + 1}`
    if (!keys.has(known ? key : `${form}=${name}`)) {
      keys.set(known ? key : `${form}=${name}`, of)
      entities.push(
        reportSchema.shape.entities.element.parse({
          id: of,
          kind: known?.kind ?? kind,
          name: known?.name ?? name,
          country: known ? known.country : country || null,
          sector: known ? known.sector : sector || null,
          codebook: known ? key : null,
          role: null,
          coordinates: known?.coordinates ?? null,
          mentions: [],
        }),
      )
    }
    const mentions = entities.find((e) => e.id === of)!.mentions
    if (span && !mentions.some((m) => m.from === span.from && m.to === span.to))
      mentions.push({ ...span, kind: known || kind === 'place' ? 'name' : 'nominal' })
    return of
  }

  const attribution = (of: AnnotatedEvent, evidence: Span): ReportedEvent['attribution'] => {
    if (!of.attribution) return null
    const { name, kind, mention } = of.attribution
    const span = spanned(mention, evidence)
    const nowhere = { entity: null, from: 0, to: 0 }
    const agencies = layout.agency.map((a) => ({ name: a, kind: 'agency' as const, ...nowhere }))
    const chain = [
      { name: report.outlet, kind: 'outlet' as const, ...nowhere },
      ...agencies,
      { name, kind, entity: null, ...span },
    ]
    return { name, entity: null, ...span, chain }
  }

  const event = (of: AnnotatedEvent): ReportedEvent => {
    const evidence = only(text, of.evidence, id)
    const at = of.evidence.indexOf(of.trigger)
    if (at < 0) throw new Error(`${id}: trigger outside of the evidence: ${of.trigger}`)
    const trigger = { from: evidence.from + at, to: evidence.from + at + of.trigger.length }
    const args: ReportedEvent['arguments'] = []
    const fill = (role: 'actor' | 'recipient' | 'place', refs: readonly string[]): string[] =>
      refs.map((ref) => {
        const cut = ref.indexOf('@')
        const mention = spanned(ref.slice(cut + 1), evidence)
        const filler = entity(ref.slice(0, cut), ref.slice(cut + 1), mention)
        args.push({ role, entity: filler, mention })
        return filler
      })
    const actors = fill('actor', of.actors ?? [])
    const recipients = fill('recipient', of.recipients ?? [])
    const [place = null] = fill('place', of.place ? [of.place] : [])
    const source = attribution(of, evidence)

    let date: ReportedEvent['date'] = {
      edtf: report.published.slice(0, 10),
      marked: false,
      from: trigger.from,
      to: trigger.from,
    }
    if (of.date) {
      const mention = spanned(of.date.mention, evidence)
      date = { edtf: of.date.edtf, marked: true, ...mention }
      args.push({ role: 'date', entity: null, mention })
      if (!times.some((t) => t.from === mention.from))
        times.push({ ...mention, type: 'DATE', value: of.date.edtf, edtf: of.date.edtf })
    } else if (of.date === null) date = null

    const counted = (of.figures ?? []).map((figure) => {
      const mention = spanned(figure.mention, evidence)
      const known = figures.find((f) => f.from === mention.from && f.to === mention.to)
      args.push({ role: 'figure', entity: null, mention })
      if (known) return known.id
      figures.push({
        id: `f${figures.length + 1}`,
        ...mention,
        value: figure.value ?? null,
        min: figure.min ?? null,
        max: figure.max ?? null,
        approx: figure.approx ?? false,
        unit: figure.unit,
        counted: figure.counted ?? null,
        place,
        asOf: report.published.slice(0, 10),
        period: null,
        relation: null,
        attribution: source,
      })
      return figures.at(-1)!.id
    })

    const status = of.status ?? (of.aux === 'historical' ? 'historical' : source ? 'claimed' : 'asserted')
    const own = ['announced', 'promised', 'offered', 'denied', 'ruled-out'].includes(status)
    return {
      id: sha256(`${text}\n${evidence.from}-${evidence.to}\n${of.type}`).slice(0, 16),
      type: of.type,
      mode: of.mode ?? null,
      contexts: [],
      actors,
      recipients,
      place,
      placePrecision: place ? (of.precision ?? 'exact') : null,
      arguments: args,
      date,
      aux: of.aux ?? null,
      factuality: {
        status,
        by: of.by ? entity(of.by, codebook[of.by]?.name ?? of.by, null) : own ? (actors[0] ?? null) : null,
        cue: null,
      },
      attribution: source,
      figures: counted,
      evidence,
      trigger,
      mentions: (of.also ?? []).map((words) => only(text, words, id)),
      rule: 'hand',
      confidence: 1,
    }
  }

  const events = report.events.map(event).sort((a, b) => a.evidence.from - b.evidence.from)
  return reportSchema.parse({
    schema: 'lagebild/report@1',
    id,
    language: 'de',
    reader: { program: 'by hand', model: 'by hand', codebook: 'by hand' },
    source: {
      outlet: report.outlet,
      agency: layout.agency,
      url: report.url,
      path: 'test/gold/merging/reports.jsonl',
      sha256: sha256(text),
      fetched: null,
    },
    text,
    blocks: layout.blocks,
    title: null,
    titleText: report.title,
    published: { edtf: report.published, basis: 'given', evidence: [] },
    body: layout.body,
    sentences: layout.sentences,
    entities,
    times: times.sort((a, b) => a.from - b.from),
    figures,
    quotes: [],
    events,
    positions: [],
    diagnostics: [],
  })
}
