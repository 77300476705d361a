import type { Quote } from '../../document/report.ts'
import type { Frame } from './frames.ts'
import { type Pair, pair } from './parts.ts'

/** A quotation with the frame of its speaker. */
export interface Told {
  readonly quote: Quote
  readonly frame: Frame | null
}

export const told = (kind: Quote['kind'], quote: Pair[], frame: Frame | null, rest: Pair[]): Told => ({
  quote: quoteOf(kind, quote, frame, rest),
  frame,
})

export function quoteOf(kind: Quote['kind'], quote: Pair[], frame: Frame | null, rest: Pair[]): Quote {
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
