import { z } from 'zod'
import { localTime, slug, timeOfDay, timeZone } from '../watch/fields.ts'
import { parseConfig } from '../watch/rule.ts'
import { type Audience, audienceSchema } from './audience.ts'

const path = z.string().min(1)

/** Seconds between tries; after the last the delivery is a dead letter. The Standard Webhooks specification's schedule. */
export const RETRIES = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const

/** When a channel sends. */
const sendTimes = {
  /** Nothing goes out before. */
  embargo: z.strictObject({ until: localTime, timeZone }).optional(),
  /** What is due goes out at the next of these times of day, together. */
  sendAt: z.strictObject({ at: z.array(timeOfDay).min(1), timeZone }).optional(),
}

const common = {
  name: slug,
  retries: z.array(z.number().min(0)).default([...RETRIES]),
  ...sendTimes,
  /** Only what is for these is sent. */
  for: audienceSchema.optional(),
}

const url = z.url({ protocol: /^https?$/ })
const timeoutSeconds = z.number().min(1).max(60).default(15)

export const channelSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('webhook'),
    url,
    /** `whsec_` and base64 of 24 to 64 bytes, as Standard Webhooks has it. */
    secret: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, { error: 'is no whsec_ secret of 24 to 64 bytes' }),
    timeoutSeconds,
  }),
  /** IPTC ninjs 2.1, an item a `POST`. */
  z.strictObject({
    ...common,
    kind: z.literal('ninjs'),
    url,
    /** The environment variable that holds a bearer token: it never stands in the data folder. */
    tokenEnv: z.string().optional(),
    timeoutSeconds,
  }),
  /** A JSON file a delivery. */
  z.strictObject({ ...common, kind: z.literal('folder'), path }),
  /** RSS, Atom and JSON Feed per rule and language, as files in a folder of a web server. */
  z.strictObject({ ...common, kind: z.literal('feed'), path, url }),
  z.strictObject({
    ...common,
    kind: z.literal('mail'),
    host: z.string().min(1),
    port: z.int().min(1).max(65_535),
    /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
    secure: z.boolean().default(false),
    user: z.string().optional(),
    /** The environment variable that holds the password: it never stands in the data folder. */
    passwordEnv: z.string().optional(),
    from: z.email(),
    /** Addresses; one may have conditions of its own. */
    to: z.array(z.union([z.email(), z.strictObject({ address: z.email(), for: audienceSchema })])).min(1),
  }),
])

export type Channel = z.infer<typeof channelSchema>
export type SendTimes = Pick<Channel, 'embargo' | 'sendAt'>
export type ChannelOf<Kind extends Channel['kind']> = Extract<Channel, { kind: Kind }>

/** Who is reached through a channel: addresses of mail, elsewhere one without a name. All audiences of one have to be met. */
export function recipientsOf(
  channel: Channel,
): { readonly recipient: string; readonly audiences: readonly (Audience | undefined)[] }[] {
  if (channel.kind !== 'mail') return [{ recipient: '', audiences: [channel.for] }]
  return channel.to.map((one) =>
    typeof one === 'string'
      ? { recipient: one, audiences: [channel.for] }
      : { recipient: one.address, audiences: [channel.for, one.for] },
  )
}

export function channelJsonSchema(): unknown {
  return z.toJSONSchema(channelSchema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' })
}

/**
 * Channels from YAML or JSON: one, or a list of them.
 *
 * @throws LagebildError `channel-invalid`
 */
export function parseChannels(text: string, file: string): Channel[] {
  return parseConfig(
    text,
    file,
    channelSchema,
    'channel-invalid',
    'Run `lagebild channel schema` for the fields there are.',
  )
}
