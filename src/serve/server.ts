import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { LagebildError } from '../base/errors.ts'
import { createApp } from './app.ts'
import type { ServeDeps } from './deps.ts'

export interface ListenOptions {
  /** 0 takes any free port. */
  readonly port: number
  /** Other than a loop-back address, the server asks every request for its token. */
  readonly host?: string
}

export interface RunningServer {
  /** Where a browser on this machine finds it, with the token if there is one. */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

/** Addresses that mean "every network": no browser asks for them by that name. */
const EVERYWHERE = new Set(['0.0.0.0', '::'])

/** Resolves once the server listens; a port that cannot be had is a LagebildError. */
export function startServer(
  deps: ServeDeps,
  { port, host = '127.0.0.1' }: ListenOptions,
): Promise<RunningServer> {
  const own = EVERYWHERE.has(host) ? [] : [host]
  const token = isLoopback(host) ? deps.token : (deps.token ?? randomBytes(24).toString('base64url'))
  const app = createApp({
    ...deps,
    allowedHosts: [...own, ...(deps.allowedHosts ?? [])],
    ...(token === undefined ? {} : { token }),
  })
  const server = createAdaptorServer({ fetch: app.fetch })

  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, host, port)))
    server.listen(port, host, () => {
      const taken = (server.address() as AddressInfo).port
      const query = token === undefined ? '' : `?token=${encodeURIComponent(token)}`
      resolve({
        url: `http://${shownHost(host)}:${taken}/${query}`,
        port: taken,
        close: () => closed(server),
      })
    })
  })
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host)
}

function shownHost(host: string): string {
  if (EVERYWHERE.has(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function closed(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()))
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}

function listenError(error: NodeJS.ErrnoException, host: string, port: number): LagebildError {
  const options = { cause: error }
  switch (error.code) {
    case 'EADDRINUSE':
      return new LagebildError(
        'port-in-use',
        `Port ${port} on ${host} is taken by another program`,
        'Choose another with --port, or --port 0 for any free one.',
        options,
      )
    case 'EACCES':
      return new LagebildError(
        'port-forbidden',
        `This user may not listen on port ${port}`,
        'Choose a port above 1023 with --port.',
        options,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new LagebildError(
        'host-unknown',
        `This machine has no network address ${host}`,
        'Leave --host out to listen on this machine only, or name one of its own addresses.',
        options,
      )
    default:
      return new LagebildError(
        'listen-failed',
        `The server could not listen on ${host}:${port}: ${error.message}`,
        'Check --host and --port.',
        options,
      )
  }
}
