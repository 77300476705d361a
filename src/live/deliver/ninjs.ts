import { alertPlain } from '../alert-text.ts'
import type { ChannelOf } from './channel.ts'
import { type AlertEnvelope, type Envelope, plainOf } from './message.ts'
import { postJson } from './post.ts'
import { DeliveryError } from './sender.ts'

/** The part of an IPTC ninjs 2.1 item that is used here (https://iptc.org/std/ninjs/ninjs-schema_2.1.json). */
export interface NinjsItem {
  readonly standard: { readonly name: 'ninjs'; readonly version: '2.1'; readonly schema: string }
  /** The same in all versions of an item. */
  readonly uri: string
  readonly type: 'text'
  readonly representationtype: 'full'
  readonly profile: 'bulletin' | 'alert'
  /** `1`, `2`, …: the highest holds, in whatever order they come. */
  readonly version: string
  readonly firstcreated?: string
  readonly versioncreated: string
  readonly embargoed?: string
  readonly pubstatus: 'usable' | 'canceled'
  readonly ednote?: string
  /** BCP 47. */
  readonly language: string
  readonly headlines: readonly { readonly role: 'main'; readonly value: string }[]
  readonly bodies?: readonly { readonly role: 'main'; readonly contenttype: string; readonly value: string }[]
}

const STANDARD: NinjsItem['standard'] = {
  name: 'ninjs',
  version: '2.1',
  schema: 'https://iptc.org/std/ninjs/ninjs-schema_2.1.json',
}

/** A bulletin is an item, and so is each alert; what takes an alert back is its second version. */
export function ninjsItems(envelope: Envelope, lang: string): NinjsItem[] {
  if (envelope.type !== 'bulletin') return envelope.alerts.map((one) => alertItem(one, envelope))
  const { uri, version, pubstatus, created, timestamp, notBefore, note, language, title, bulletin } = envelope
  return [
    {
      ...{ standard: STANDARD, uri, type: 'text', representationtype: 'full', profile: 'bulletin' },
      ...{ version: String(version), firstcreated: created, versioncreated: timestamp },
      ...(notBefore !== null && { embargoed: notBefore }),
      pubstatus,
      ...(note !== null && { ednote: note }),
      language,
      headlines: [{ role: 'main', value: bulletin?.title ?? title }],
      ...(bulletin !== null && {
        bodies: [
          { role: 'main', contenttype: 'text/markdown', value: plainOf({ ...envelope, note: null }, lang) },
        ],
      }),
    },
  ]
}

function alertItem(
  one: AlertEnvelope['alerts'][number],
  { language }: Pick<AlertEnvelope, 'language'>,
): NinjsItem {
  const { id, corrects, at, kind } = one.alert
  const isTakenBack = corrects !== null && (kind === 'retracted' || kind === 'withdrawn')
  return {
    ...{ standard: STANDARD, type: 'text', representationtype: 'full', profile: 'alert', language },
    uri: `urn:lagebild:alert:${isTakenBack ? corrects : id}:${language}`,
    version: isTakenBack ? '2' : '1',
    ...(!isTakenBack && { firstcreated: at }),
    ...{ versioncreated: at, pubstatus: isTakenBack ? 'canceled' : 'usable' },
    headlines: [{ role: 'main', value: one.title }],
    ...(!isTakenBack && {
      bodies: [{ role: 'main', contenttype: 'text/plain', value: alertPlain(one) }],
    }),
  }
}

/**
 * Posts items one after the other; a try that is made again posts all of them again, under their old uris and versions.
 *
 * @throws DeliveryError when the receiver does not answer 2xx in time; final on 410 Gone
 */
export async function sendNinjs(
  channel: ChannelOf<'ninjs'>,
  envelope: Envelope,
  lang: string,
): Promise<void> {
  const { tokenEnv } = channel
  const token = tokenEnv === undefined ? undefined : process.env[tokenEnv]
  if (tokenEnv !== undefined && token === undefined)
    throw new DeliveryError(`the environment has no ${tokenEnv}`, false)
  for (const item of ninjsItems(envelope, lang)) {
    await postJson(channel, JSON.stringify(item), {
      'x-delivery-id': envelope.id,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    })
  }
}
