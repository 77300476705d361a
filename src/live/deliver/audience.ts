import { z } from 'zod'
import type { ChronicleEvent, PositionReading } from '../../chronicle/types.ts'
import { fold } from '../../chronicle/words.ts'
import { readerLanguage } from '../watch/fields.ts'

/** For whom something is; what is left out is no condition. */
export const audienceSchema = z.strictObject({
  lang: z.array(readerLanguage).min(1).optional(),
  /** ISO 3166-1 alpha-3: of the place, or of a party on either side. */
  countries: z
    .array(z.string().regex(/^[A-Z]{3}$/, { error: 'is no ISO 3166-1 alpha-3 code' }))
    .min(1)
    .optional(),
  /** PLOVER types (`ASSAULT`), contexts (`nuclear`), or words that stand in the evidence, of a position in its topic. */
  topics: z.array(z.string().trim().min(1).max(200)).min(1).optional(),
})

export type Audience = z.infer<typeof audienceSchema>

/** What an alert or a bulletin is about. */
export interface Matter {
  readonly events: readonly Pick<
    ChronicleEvent,
    'type' | 'contexts' | 'actors' | 'recipients' | 'place' | 'mentions'
  >[]
  readonly position: Pick<PositionReading, 'holder' | 'topic'> | null
}

/** Of a matter with several events: whether one of them fits all conditions. */
export function isFor(audience: Audience | undefined, lang: string, { events, position }: Matter): boolean {
  if (audience === undefined) return true
  const { lang: languages, countries, topics } = audience
  if (languages !== undefined && !languages.some((one) => one === lang)) return false
  if (countries === undefined && topics === undefined) return true
  const about = (found: readonly (string | null)[], isTopic: (topic: string) => boolean) =>
    (countries === undefined || countries.some((one) => found.includes(one))) &&
    (topics === undefined || topics.some(isTopic))
  const fits = ({ type, contexts, actors, recipients, place, mentions }: Matter['events'][number]) =>
    about(
      [place?.country ?? null, ...[...actors, ...recipients].map(({ country }) => country)],
      (topic) =>
        topic === type ||
        contexts.includes(topic) ||
        mentions.some(({ evidence }) => fold(evidence.quote).includes(fold(topic))),
    )
  if (events.some(fits)) return true
  return (
    position !== null &&
    about([position.holder.country], (topic) => fold(position.topic).includes(fold(topic)))
  )
}
