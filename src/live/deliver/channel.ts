import { z } from 'zod'
import { parseConfig } from '../watch/rule.ts'

const name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'is no name of small letters, digits and hyphens' })
const path = z.string().min(1)

/** Seconds between tries; after the last the delivery is a dead letter. The Standard Webhooks specification's schedule. */
export const RETRIES = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400] as const
const retries = z.array(z.number().min(0)).default([...RETRIES])

export const channelSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    name,
    kind: z.literal('webhook'),
    url: z.url({ protocol: /^https?$/ }),
    /** `whsec_` and base64 of 24 to 64 bytes, as Standard Webhooks has it. */
    secret: z
      .string()
      .regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/, { error: 'is no whsec_ secret of 24 to 64 bytes' }),
    timeoutSeconds: z.number().min(1).max(60).default(15),
    retries,
  }),
  /** A JSON file a delivery. */
  z.strictObject({ name, kind: z.literal('folder'), path, retries }),
  /** RSS, Atom and JSON Feed per rule and language, as files in a folder of a web server. */
  z.strictObject({ name, kind: z.literal('feed'), path, url: z.url({ protocol: /^https?$/ }), retries }),
  z.strictObject({
    name,
    kind: z.literal('mail'),
    host: z.string().min(1),
    port: z.int().min(1).max(65_535),
    /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
    secure: z.boolean().default(false),
    user: z.string().optional(),
    /** The environment variable that holds the password: it never stands in the data folder. */
    passwordEnv: z.string().optional(),
    from: z.email(),
    to: z.array(z.email()).min(1),
    retries,
  }),
])

export type Channel = z.infer<typeof channelSchema>
export type ChannelOf<Kind extends Channel['kind']> = Extract<Channel, { kind: Kind }>

export function channelJsonSchema(): unknown {
  return z.toJSONSchema(channelSchema, { target: 'draft-2020-12', io: 'input' })
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
