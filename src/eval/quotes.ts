import { overlaps, type Span, span, textOf } from '../base/spans.ts'
import type { Quote, QuoteKind } from '../document/report.ts'
import { bestAssignment } from './assignment.ts'
import { type Evaluation, type Miss, pairUp, type Reports } from './evaluation.ts'
import { type GoldQuote, QUOTE_PARTS, type QuoteDocument, type QuotePart } from './gold-quotes.ts'
import { type Sums, score, share } from './scores.ts'

/** A quotation as the sets of tokens of its parts. */
interface TokenQuote extends Readonly<Record<QuotePart, ReadonlySet<number>>> {
  readonly kind: QuoteKind | null
  readonly words: string
}

const NONE: TokenQuote = {
  quote: new Set(),
  addressee: new Set(),
  cue: new Set(),
  frame: new Set(),
  speaker: new Set(),
  kind: null,
  words: '',
}

/** Breaks ties of overlap towards quotations of one kind. */
const SAME_KIND = 0.01

/**
 * Quotations by the measure of Petersen-Frey and Biemann (2024): they are paired by overlap of tokens, and each part of each pair, and of
 * each quotation that is left over, adds the share of its tokens that the other side has; all parts weigh the same.
 */
export function evaluateQuotes(gold: readonly QuoteDocument[], reports: Reports): Evaluation {
  const { pairs, ...rest } = pairUp(gold, reports)
  const errors: Miss[] = []
  const documents = pairs.map(({ gold: document, report }) => {
    const matched = matchQuotes(
      tokenQuotes(document, document.quotes),
      tokenQuotes(document, (report?.quotes ?? []).map(asSpans)),
    )
    for (const [one, other] of matched) {
      if (shared(one.quote, other.quote) > 0) continue
      const list = (what: Miss['what'], { kind, words }: TokenQuote) => {
        if (kind !== null) errors.push({ id: document.id, what, kind, words })
      }
      list('missed', one)
      list('extra', other)
    }
    return matched
  })
  const scoreOf = (name: string, parts: readonly QuotePart[]) =>
    score(
      name,
      documents.map((matched) => sumsOf(matched, parts)),
    )
  return {
    ...rest,
    scores: [
      scoreOf('messages', ['quote']),
      scoreOf('roles', QUOTE_PARTS.slice(1)),
      scoreOf('joint', QUOTE_PARTS),
      ...QUOTE_PARTS.slice(1).map((part) => scoreOf(part, [part])),
    ],
    shares: [
      share(
        'speaker overlaps where the quote was found',
        documents.map((matched) => {
          const found = matched.filter(
            ([one, other]) => shared(one.quote, other.quote) > 0 && one.speaker.size > 0,
          )
          return [found.filter(([one, other]) => shared(one.speaker, other.speaker) > 0).length, found.length]
        }),
      ),
    ],
    errors,
  }
}

/** Here `reported` and `gold` count the parts that are there, as every one weighs 1. */
function sumsOf(matched: readonly (readonly [TokenQuote, TokenQuote])[], parts: readonly QuotePart[]): Sums {
  let [right, reported, found, gold] = [0, 0, 0, 0]
  for (const [one, other] of matched) {
    for (const part of parts) {
      const both = shared(one[part], other[part])
      if (other[part].size > 0) {
        right += both / other[part].size
        reported++
      }
      if (one[part].size > 0) {
        found += both / one[part].size
        gold++
      }
    }
  }
  return { right, reported, found, gold }
}

/** Pairs of gold and reported; what is left over stands beside {@link NONE}. */
function matchQuotes(
  gold: readonly TokenQuote[],
  reported: readonly TokenQuote[],
): [TokenQuote, TokenQuote][] {
  const weights = gold.map((one) =>
    reported.map((other) => {
      const both = shared(one.quote, other.quote)
      const isSameKind = one.kind === other.kind && both > 0
      return (2 * both) / (one.quote.size + other.quote.size) + (isSameKind ? SAME_KIND : 0)
    }),
  )
  const pairs = bestAssignment(weights)
  const left = <Item>(items: readonly Item[], used: readonly number[]) => {
    const taken = new Set(used)
    return items.filter((_, index) => !taken.has(index))
  }
  return [
    ...pairs.map(([row, column]): [TokenQuote, TokenQuote] => [gold[row]!, reported[column]!]),
    ...left(
      gold,
      pairs.map(([row]) => row),
    ).map((one): [TokenQuote, TokenQuote] => [one, NONE]),
    ...left(
      reported,
      pairs.map(([, column]) => column),
    ).map((other): [TokenQuote, TokenQuote] => [NONE, other]),
  ]
}

/** Quotations with a token of their own; tokens are runs of letters and digits, or single marks. */
function tokenQuotes({ text }: QuoteDocument, quotes: readonly GoldQuote[]): TokenQuote[] {
  const tokens = Array.from(text.matchAll(/[\p{L}\p{N}_]+|[^\p{L}\p{N}_\s]/gu), ({ 0: word, index }) =>
    span(index, index + word.length),
  )
  const idsOf = (spans: readonly Span[]) =>
    new Set(tokens.flatMap((token, id) => (spans.some((one) => overlaps(one, token)) ? [id] : [])))
  return quotes
    .map((quote) => ({
      quote: idsOf(quote.quote),
      addressee: idsOf(quote.addressee),
      cue: idsOf(quote.cue),
      frame: idsOf(quote.frame),
      speaker: idsOf(quote.speaker),
      kind: quote.kind,
      words: quote.quote.map((one) => textOf(text, one)).join(' … '),
    }))
    .filter((quote) => quote.quote.size > 0)
}

function asSpans({ kind, quote, addressee, cue, frame, speaker }: Quote): GoldQuote {
  const spans = (pairs: readonly (readonly [number, number])[]) => pairs.map(([from, to]) => span(from, to))
  return {
    kind,
    quote: spans(quote),
    addressee: spans(addressee),
    cue: spans(cue),
    frame: spans(frame),
    speaker: spans(speaker),
  }
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let count = 0
  for (const id of a) if (b.has(id)) count++
  return count
}
