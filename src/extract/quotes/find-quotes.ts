import { contains, overlaps, type Span } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { Quote } from '../../document/report.ts'
import type { Sentence } from '../../document/tokens.ts'
import { sourcePhrases } from '../attribution/attribution.ts'
import { createEntityIndex, type EntityIndex } from '../entities/entity-index.ts'
import { isReportedMood } from '../syntax/clauses.ts'
import { isSpeech, quotationMarks } from './direct.ts'
import { contentOf, type Frame, framesOf, speechActOf } from './frames.ts'
import { type Pair, pair, partsOf, restOf } from './parts.ts'

interface Reading {
  readonly sentence: Sentence
  readonly frames: readonly Frame[]
  /** Stretches between quotation marks that begin in the sentence. */
  readonly marks: readonly Span[]
}

/** Direct quotations, and what is reported with a verb of saying or a source phrase, with speaker, cue, addressee and frame. */
export function findQuotes(doc: Document): Quote[] {
  const tokens = doc.layer('tokens')
  const entities = createEntityIndex(doc.layer('entities'))
  const direct = doc
    .layer('body')
    .flatMap((block) => quotationMarks(doc.text, block))
    .filter((q) => isSpeech(doc.text, q))
  const readings = tokens.sentences.map(
    (sentence): Reading => ({
      sentence,
      frames: framesOf(sentence, entities),
      marks: direct.filter((q) => q.from >= sentence.from && q.from < sentence.to),
    }),
  )
  const out: Quote[] = []
  let last: Frame | null = null
  for (const [i, reading] of readings.entries()) {
    const { sentence } = reading
    const found = [...directIn(readings, i, doc.text), ...reportedIn(reading, doc.text)]
    const told = found.length > 0 ? found : sourcedIn(reading, entities, doc.text)
    out.push(...told.map(({ quote }) => quote))
    if (told.length > 0) {
      last = told.at(-1)!.frame
      continue
    }
    const root = sentence.root
    if (root && last && isReportedMood(root)) continueWith(out, sentence, last)
    else {
      last = null
      const act = speechActOf(sentence, entities)
      if (act)
        out.push(quoteOf('reported', [pair(act.clause)], { ...act.frame, cue: [], addressee: null }, []))
    }
  }
  return out.sort((a, b) => a.quote[0]![0] - b.quote[0]![0])
}

interface Told {
  readonly quote: Quote
  readonly frame: Frame | null
}

/** `„…“, sagte X`; the cue may stand in the sentence, behind it on the same line, or before it with a colon. */
function directIn(readings: readonly Reading[], at: number, text: string): Told[] {
  const { sentence, frames, marks } = readings[at]!
  return marks.map((mark): Told => {
    const own = frames.find((f) => !contains(mark, f.verb))
    if (own) return told('direct', [pair(mark)], own, restOf(sentence, marks, text))
    const beside = besideOf(readings, at, mark, text)
    return beside
      ? told('direct', [pair(mark)], beside.frame, restOf(beside.sentence, marks, text))
      : told('direct', [pair(mark)], null, [])
  })
}

/** Furthest that a cue may begin behind a quotation, in characters. */
const NEAR = 40

function besideOf(
  readings: readonly Reading[],
  at: number,
  mark: Span,
  text: string,
): { readonly frame: Frame; readonly sentence: Sentence } | null {
  const next = readings[at + 1]
  if (next && next.marks.length === 0 && !text.slice(mark.to, next.sentence.from).includes('\n')) {
    const frame = next.frames.find((f) => f.verb.from - mark.to < NEAR)
    if (frame && !contentOf(frame)) return { frame, sentence: next.sentence }
  }
  const before = readings[at - 1]
  if (before && text[before.sentence.to - 1] === ':') {
    const frame = before.frames.at(-1)
    if (frame) return { frame, sentence: before.sentence }
  }
  return null
}

/** `X sagte, dass …`, `…, teilte X mit`: the clause below the verb of saying. */
function reportedIn({ sentence, frames, marks }: Reading, text: string): Told[] {
  return frames.flatMap((frame): Told[] => {
    const content = contentOf(frame)
    if (!content || marks.some((m) => overlaps(m, content))) return []
    const { quote, rest } = partsOf(sentence, content.subtree, text)
    return quote.length > 0 ? [told('indirect', quote, frame, rest)] : []
  })
}

/** `Laut X …`, `nach Angaben von X …`, `wie X mitteilte, …`: all but the source phrase. */
function sourcedIn({ sentence, marks }: Reading, entities: EntityIndex, text: string): Told[] {
  const source = sourcePhrases(sentence)[0]
  if (!source) return []
  const quote = restOf(sentence, [source], text)
  if (quote.length === 0) return []
  const frame: Frame = {
    verb: source.head,
    cue: [source.cue],
    speaker: source.speaker,
    speakerEntity: entities.at(source.head)?.entity.id ?? null,
    addressee: null,
  }
  return marks.length > 0 ? [] : [told('indirect', quote, frame, [pair(source)])]
}

/** A sentence in the Konjunktiv goes on with what the last speaker said; sentences in a row are one quotation. */
function continueWith(out: Quote[], sentence: Sentence, last: Frame): void {
  const before = out.at(-1)
  if (before?.kind === 'indirect-free-indirect' && sentence.from - before.quote[0]![1] < 3) {
    before.quote[0]![1] = sentence.to
    return
  }
  out.push(quoteOf('indirect-free-indirect', [pair(sentence)], { ...last, cue: [], addressee: null }, []))
}

const told = (kind: Quote['kind'], quote: Pair[], frame: Frame | null, rest: Pair[]): Told => ({
  quote: quoteOf(kind, quote, frame, rest),
  frame,
})

function quoteOf(kind: Quote['kind'], quote: Pair[], frame: Frame | null, rest: Pair[]): Quote {
  return {
    kind,
    quote,
    speaker: frame?.speaker ? [pair(frame.speaker)] : [],
    cue: frame ? frame.cue.map(pair) : [],
    addressee: frame?.addressee ? [pair(frame.addressee)] : [],
    frame: rest,
    nested: false,
    speakerEntity: frame?.speakerEntity ?? null,
  }
}
