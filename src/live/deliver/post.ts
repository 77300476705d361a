import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { DeliveryError } from './sender.ts'

const SOCKETS = 64
const agents = {
  'http:': new HttpAgent({ keepAlive: true, maxSockets: SOCKETS }),
  'https:': new HttpsAgent({ keepAlive: true, maxSockets: SOCKETS }),
}

/**
 * Posts JSON. Redirects are not followed.
 *
 * @throws DeliveryError when the receiver does not answer 2xx in time; final on 410 Gone
 */
export function postJson(
  to: { readonly url: string; readonly timeoutSeconds: number },
  body: string,
  more: Readonly<Record<string, string | number>>,
): Promise<void> {
  const url = new URL(to.url)
  const isTls = url.protocol === 'https:'
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'user-agent': 'lagebild',
    ...more,
  }
  return new Promise((resolve, reject) => {
    const send = isTls ? httpsRequest : httpRequest
    const agent = agents[isTls ? 'https:' : 'http:']
    // The whole exchange counts, not only silence on the line.
    const signal = AbortSignal.timeout(to.timeoutSeconds * 1000)
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
