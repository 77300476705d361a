import { z } from 'zod'
import type { Span } from '../base/spans.ts'
import { goldFault, lineOf, parseGoldJson } from './gold-faults.ts'

const offset = z.int().min(0)
const schema = z.object({
  id: z.string(),
  mentions: z.array(
    z.object({ start: offset, end: offset, entity: z.string(), kind: z.string(), form: z.string() }),
  ),
})

export interface GoldMention extends Span {
  readonly entity: string
  readonly kind: string
  /** `name`, `noun`, `pronoun`, `role`, or what the annotators chose. */
  readonly form: string
}

/** Offsets only: such files hold no text. */
export interface MentionDocument {
  readonly id: string
  readonly text: null
  readonly mentions: readonly GoldMention[]
}

/** `{ id, mentions: [{ start, end, entity, kind, form }] }`, UTF-16 offsets. @throws LagebildError `gold-invalid` */
export function readMentions(file: string, json: string): MentionDocument {
  const { id, mentions } = parseGoldJson(file, json, schema)
  const seen = new Set<string>()
  mentions.forEach(({ start, end }, index) => {
    const line = () => lineOf(json, ['mentions', index])
    if (start >= end) throw goldFault(file, line(), `a mention from ${start} to ${end}`)
    if (seen.has(`${start} ${end}`)) throw goldFault(file, line(), `a second mention from ${start} to ${end}`)
    seen.add(`${start} ${end}`)
  })
  return {
    id,
    text: null,
    mentions: mentions.map(({ start, end, ...rest }) => ({ from: start, to: end, ...rest })),
  }
}
