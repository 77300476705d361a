import { createHmac } from 'node:crypto'
import type { ChannelOf } from './channel.ts'
import type { Envelope } from './message.ts'
import { postJson } from './post.ts'

/**
 * Posts an envelope, signed as Standard Webhooks 1.0 has it: `webhook-id` stays the same in every try, `webhook-timestamp` is that of the
 * try.
 *
 * @throws DeliveryError when the receiver does not answer 2xx in time; final on 410 Gone
 */
export function sendWebhook(
  channel: ChannelOf<'webhook'>,
  envelope: Envelope,
  now = Date.now(),
): Promise<void> {
  const body = JSON.stringify({
    type: `lagebild.${envelope.type}`,
    timestamp: envelope.timestamp,
    data: envelope,
  })
  const timestamp = Math.floor(now / 1000)
  return postJson(channel, body, {
    'webhook-id': envelope.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatureOf(channel.secret, envelope.id, timestamp, body),
  })
}

/** `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`. */
export function signatureOf(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}
