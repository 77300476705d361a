import { createHmac } from 'node:crypto'
import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { ChannelOf } from './channel.ts'
import type { Envelope } from './message.ts'
import { DeliveryError } from './sender.ts'

const SOCKETS = 64
const agents = {
  'http:': new HttpAgent({ keepAlive: true, maxSockets: SOCKETS }),
  'https:': new HttpsAgent({ keepAlive: true, maxSockets: SOCKETS }),
}

/**
 * Posts an envelope, signed as Standard Webhooks 1.0 has it: `webhook-id` stays the same in every try, `webhook-timestamp` is that of the
 * try. Redirects are not followed.
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
  const url = new URL(channel.url)
  const isTls = url.protocol === 'https:'
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'lagebild',
    'webhook-id': envelope.id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatureOf(channel.secret, envelope.id, timestamp, body),
  }
  return new Promise((resolve, reject) => {
    const send = isTls ? httpsRequest : httpRequest
    const agent = agents[isTls ? 'https:' : 'http:']
    // The whole exchange counts, not only silence on the line.
    const signal = AbortSignal.timeout(channel.timeoutSeconds * 1000)
    const request = send(url, { method: 'POST', headers, agent, signal }, (response) => {
      const status = response.statusCode ?? 0
      response.resume()
      response.on('error', reject)
      response.on('end', () => {
        if (status >= 200 && status < 300) resolve()
        else reject(new DeliveryError(`HTTP ${status}`, status === 410))
      })
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body`. */
export function signatureOf(secret: string, id: string, timestamp: number, body: string): string {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}
