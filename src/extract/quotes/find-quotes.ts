import { contains, type Span } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { Quote } from '../../document/report.ts'
import type { Sentence } from '../../document/tokens.ts'
import { resumingAdverbs } from '../../language/de/speech.ts'
import { createEntityIndex } from '../entities/entity-index.ts'
import { isHearsay, isReportedMood, isSurelyReported } from '../syntax/clauses.ts'
import { covering } from '../syntax/phrases.ts'
import { isSpeech, quotationMarks } from './direct.ts'
import { contentOf, type Frame, framesOf, holderOf, speechActOf } from './frames.ts'
import { pair, partsOf, restOf } from './parts.ts'
import { type Source, sourcedIn, sourceIn } from './sourced.ts'
import { quoteOf, type Told, told } from './told.ts'

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
  let recent: { readonly frame: Frame; readonly row: number } | null = null
  for (const [i, reading] of readings.entries()) {
    const { sentence } = reading
    const source = sourceIn(sentence, entities, doc.text)
    const reported = reportedIn(reading, doc.text)
    const heard: Told[] = [
      ...directIn(readings, i, source, last, doc.text),
      ...(reported.length > 0 ? reported : sourcedIn(sentence, reading.marks, source, doc.text)),
    ]
    out.push(...heard.map(({ quote }) => quote))
    if (heard.length > 0) {
      last = heard.at(-1)!.frame ?? last
      if (last) recent = { frame: last, row: i }
      continue
    }
    const root = sentence.root
    // A new paragraph has a new voice.
    const before = readings[i - 1]?.sentence
    const isNewVoice = !before || doc.text.slice(before.to, sentence.from).includes('\n')
    if (isNewVoice) recent = null
    const isToldOn = root !== null && isReportedMood(root)
    let speaker = isToldOn ? last : null
    if (isToldOn && recent && i - recent.row <= (isSurelyReported(root) ? MEMORY : 1))
      speaker ??= recent.frame
    if (isToldOn && before && !isNewVoice && !isHearsay(root)) speaker ??= holderOf(before, entities)
    const resumed =
      last && sentence.tokens.find((t) => t.upos === 'ADV' && resumingAdverbs.has(t.lemma.toLowerCase()))
    if (last && resumed) {
      const frame = { ...last, cue: [resumed], addressee: null }
      out.push(quoteOf('indirect', restOf(sentence, [resumed], doc.text), frame, [pair(resumed)]))
    } else if (speaker) {
      continueWith(out, sentence, speaker)
      last = speaker
      recent = { frame: speaker, row: i }
    } else {
      last = null
      const act = speechActOf(sentence, entities)
      if (act)
        out.push(quoteOf('reported', [pair(act.clause)], { ...act.frame, cue: [], addressee: null }, []))
      const said = act?.frame ?? reading.frames.find((f) => f.speaker !== null)
      if (said) recent = { frame: said, row: i }
    }
  }
  return out.sort((a, b) => a.quote[0]![0] - b.quote[0]![0])
}

/** Sentences for which the last one who spoke is remembered; where the mood may be another's, the sentence before alone. */
const MEMORY = 3

/**
 * `„…“, sagte X`: the cue may stand in the sentence where the quotation begins or ends, behind it on the same line, or before it with a
 * colon. Without any it is the last speaker's.
 */
function directIn(
  readings: readonly Reading[],
  at: number,
  source: Source | null,
  last: Frame | null,
  text: string,
): Told[] {
  const { marks, sentence } = readings[at]!
  return marks.map((mark): Told => {
    const quote = [pair(mark)]
    const ending =
      readings.slice(at, at + LONGEST_SPEECH).find((r) => r.sentence.to >= mark.to) ?? readings[at]!
    for (const reading of [ending, readings[at]!]) {
      const own = reading.frames.find((f) => !contains(mark, f.verb))
      if (own) return told('direct', quote, own, restOf(reading.sentence, [mark, ...marks], text))
    }
    if (source) return told('direct', quote, source.frame, [pair(source.phrase)])
    const beside = besideOf(readings, at, mark, text)
    if (beside) return told('direct', quote, beside.frame, restOf(beside.sentence, marks, text))
    const named = namedBefore(sentence, mark, text)
    if (named) return told('direct', quote, named, named.speaker ? [pair(named.speaker)] : [])
    return told('direct', quote, last && { ...last, cue: [], addressee: null }, [])
  })
}

/** `Minister Müller: „…“` */
function namedBefore(sentence: Sentence, mark: Span, text: string): Frame | null {
  const before = text.slice(sentence.from, mark.from).trimEnd()
  const first = sentence.tokens[0]
  if (!before.endsWith(':') || before.length > LONGEST_NAME || !first) return null
  const speaker = { from: sentence.from, to: sentence.from + before.length - 1 }
  return { verb: first, cue: [], speaker, speakerEntity: null, addressee: null }
}

/** Characters of a name with its office before a colon. */
const LONGEST_NAME = 90
/** Sentences within one pair of quotation marks. */
const LONGEST_SPEECH = 20

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
    if (!content || marks.some((m) => contains(m, content))) return []
    const telling = contains(covering(content.subtree, content), frame.verb) ? frame.verb.subtree : []
    const said = content.subtree.filter((t) => !telling.some((other) => other.is(t)))
    const { quote, rest } = partsOf(sentence, said, text)
    return quote.length > 0 ? [told('indirect', quote, frame, rest)] : []
  })
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
