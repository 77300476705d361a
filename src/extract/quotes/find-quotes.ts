import { overlaps, type Span } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { Quote } from '../../document/report.ts'
import type { Sentence, Token } from '../../document/tokens.ts'
import { sourcePhrases } from '../attribution/attribution.ts'
import { createEntityIndex, type EntityIndex } from '../entities/entity-index.ts'
import { ACTS, EMBEDDINGS } from '../factuality/embedding.ts'
import { isReportedMood, subjectOf } from '../syntax/clauses.ts'
import { covering, nounPhrase } from '../syntax/phrases.ts'
import { isSpeech, quotationMarks } from './direct.ts'

type Pair = [number, number]
const pair = (at: Span): Pair => [at.from, at.to]

interface Frame {
  readonly cue: Token
  readonly speaker: Span | null
  readonly speakerEntity: string | null
}

/** Direct quotations, and what is reported with a verb of saying or a source phrase, with speaker and cue. */
export function findQuotes(doc: Document): Quote[] {
  const tokens = doc.layer('tokens')
  const entities = createEntityIndex(doc.layer('entities'))
  const direct = doc
    .layer('body')
    .flatMap((block) => quotationMarks(doc.text, block))
    .filter((q) => isSpeech(doc.text, q))
  const out: Quote[] = []
  let last: Frame | null = null
  for (const sentence of tokens.sentences) {
    const frames = framesOf(sentence, entities)
    const marks = direct.filter((q) => q.from >= sentence.from && q.from < sentence.to)
    for (const mark of marks) {
      const frame =
        frames.find((f) => !overlaps(f.cue, mark)) ?? following(sentence, mark, doc, entities) ?? null
      out.push(quoteOf('direct', mark, frame))
      if (frame) last = frame
    }
    const reported = frames.flatMap((frame) => {
      const content = frame.cue.child('ccomp', 'parataxis')
      if (!content || marks.some((m) => overlaps(m, content))) return []
      last = frame
      return [quoteOf('indirect', extent(content, frame.cue), frame)]
    })
    out.push(...reported)
    if (marks.length > 0 || reported.length > 0) continue
    const source = sourcePhrases(sentence)[0]
    const root = sentence.root
    if (source) {
      const entity = entities.at(source.head)?.entity.id ?? null
      const rest: Span =
        source.from - sentence.from < sentence.to - source.to
          ? { from: source.to, to: sentence.to }
          : { from: sentence.from, to: source.from }
      out.push({
        kind: 'indirect',
        quote: [pair(rest)],
        speaker: [pair(source)],
        cue: [],
        addressee: [],
        frame: [pair(source)],
        nested: false,
        speakerEntity: entity,
      })
    } else if (root && last && isReportedMood(root)) {
      out.push({ ...quoteOf('indirect', sentence, last), cue: [], frame: [] })
    } else if (root?.feat('Mood') === 'Ind') last = null
  }
  return out.sort((a, b) => a.quote[0]![0] - b.quote[0]![0])
}

function isSaying(lemma: string): boolean {
  const act = EMBEDDINGS.get(lemma)?.act
  return act !== undefined && ACTS[act].isSource
}

function framesOf(sentence: Sentence, entities: EntityIndex): Frame[] {
  return sentence.tokens
    .filter((t) => t.upos === 'VERB' && isSaying(t.lemma))
    .map((cue) => frameOf(cue, entities))
}

function frameOf(cue: Token, entities: EntityIndex): Frame {
  const subject = subjectOf(cue)[0] ?? null
  const found = subject && entities.at(subject)
  return {
    cue,
    speaker: subject
      ? found
        ? { from: found.mention.from, to: found.mention.to }
        : nounPhrase(subject)
      : null,
    speakerEntity: found?.entity.id ?? null,
  }
}

/** `„…“, sagte X`: where the quotation ends the sentence, the cue may stand in the next one on the same line. */
function following(sentence: Sentence, mark: Span, doc: Document, entities: EntityIndex): Frame | null {
  const next =
    sentence.index + 1 < sentence.columns.sentences.length ? sentence.columns.sentenceAt(mark.to + 2) : null
  if (!next || next.index === sentence.index || doc.text.slice(mark.to, next.from).includes('\n')) return null
  return framesOf(next, entities).find((f) => f.cue.from - mark.to < 40) ?? null
}

function extent(content: Token, cue: Token): Span {
  const beside = content.subtree.filter(
    (t) => t.upos !== 'PUNCT' && (cue.index < content.index ? t.index > cue.index : t.index < cue.index),
  )
  return covering(beside, content)
}

function quoteOf(kind: Quote['kind'], at: Span, frame: Frame | null): Quote {
  const particle = frame?.cue.child('compound:prt')
  return {
    kind,
    quote: [pair(at)],
    speaker: frame?.speaker ? [pair(frame.speaker)] : [],
    cue: frame ? [pair(frame.cue), ...(particle ? [pair(particle)] : [])] : [],
    addressee: [],
    frame: [],
    nested: false,
    speakerEntity: frame?.speakerEntity ?? null,
  }
}
