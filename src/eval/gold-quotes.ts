import { z } from 'zod'
import { type Span, span } from '../base/spans.ts'
import type { QuoteKind } from '../document/report.ts'
import { goldFault, lineOf, parseGoldJson } from './gold-faults.ts'

/** The parts of a quotation that are scored, in the order of the data set's paper. */
export const QUOTE_PARTS = ['quote', 'addressee', 'cue', 'frame', 'speaker'] as const
export type QuotePart = (typeof QUOTE_PARTS)[number]

const KINDS: Readonly<Record<string, QuoteKind>> = {
  Direct: 'direct',
  Indirect: 'indirect',
  FreeIndirect: 'free-indirect',
  IndirectFreeIndirect: 'indirect-free-indirect',
  Reported: 'reported',
}

const pairs = z.array(z.tuple([z.int().min(0), z.int().min(0)])).nullish()
const schema = z.object({
  id: z.string(),
  text: z.string(),
  quotes: z.array(
    z.object({
      type: z.enum(Object.keys(KINDS)),
      quote: pairs,
      addressee: pairs,
      cue: pairs,
      frame: pairs,
      speaker: pairs,
    }),
  ),
})

export type GoldQuote = Readonly<Record<QuotePart, readonly Span[]>> & { readonly kind: QuoteKind }

export interface QuoteDocument {
  readonly id: string
  readonly text: string
  readonly quotes: readonly GoldQuote[]
}

/**
 * A document of the German news quotation corpus (Petersen-Frey and Biemann 2024). Its offsets count Unicode characters; here they are
 * UTF-16 code units, as everywhere.
 * @throws LagebildError `gold-invalid`
 */
export function readQuotes(file: string, json: string): QuoteDocument {
  const { id, text, quotes } = parseGoldJson(file, json, schema)
  const units = [0]
  for (const character of text) units.push(units.at(-1)! + character.length)
  return {
    id,
    text,
    quotes: quotes.map((quote, index) => {
      const spans = (part: QuotePart) =>
        (quote[part] ?? []).map(([from, to], n) => {
          if (from > to || to >= units.length)
            throw goldFault(
              file,
              lineOf(json, ['quotes', index, part, n]),
              `from ${from} to ${to} is no span of a text of ${units.length - 1} characters`,
            )
          return span(units[from]!, units[to]!)
        })
      return {
        kind: KINDS[quote.type]!,
        quote: spans('quote'),
        addressee: spans('addressee'),
        cue: spans('cue'),
        frame: spans('frame'),
        speaker: spans('speaker'),
      }
    }),
  }
}
