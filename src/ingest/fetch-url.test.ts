import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readAll } from '../../test/support/ingest.ts'
import { isPrivateAddress } from './addresses.ts'
import { fetchUrl } from './fetch-url.ts'

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('fetchUrl', () => {
  it('reads a page by the server’s charset, after a redirect', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/a') response.writeHead(302, { location: '/b' }).end()
      else
        response
          .writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1', 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.from('<p>Br\xfccke</p>', 'latin1')))
    })
    const items = await readAll([`${base}/a`], { allowPrivate: true })
    expect(items).toMatchObject([
      { document: { id: `${base}/a`, text: 'Brücke\n', source: { url: `${base}/b` } } },
    ])
  })
  it('refuses private hosts unless allowed, at every hop', async () => {
    const base = await serve((_request, response) => response.end('x'))
    expect(await fetchUrl(base, {})).toMatchObject({ code: 'private-address' })
    expect(await fetchUrl(base.replace('127.0.0.1', 'localhost'), {})).toMatchObject({
      code: 'private-address',
    })
    expect(await fetchUrl('http://[::ffff:10.0.0.1]/', {})).toMatchObject({ code: 'private-address' })
  })
  it('gives up on endless redirects, errors, size and other protocols', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/loop') response.writeHead(301, { location: '/loop' }).end()
      else if (request.url === '/file') response.writeHead(301, { location: 'file:///etc/hostname' }).end()
      else if (request.url === '/big')
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(21 * 1024 * 1024)))
      else response.writeHead(404).end()
    })
    const codes = await Promise.all(
      ['/loop', '/file', '/big', '/no'].map(async (path) => fetchUrl(base + path, { allowPrivate: true })),
    )
    expect(codes).toMatchObject([
      { code: 'http-error' },
      { code: 'bad-url' },
      { code: 'too-large' },
      { code: 'http-error' },
    ])
  })
})

describe('isPrivateAddress', () => {
  it.each([
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '172.20.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    'fe80::1%eth0',
    'fd00::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'x',
  ])('is private: %s', (address) => expect(isPrivateAddress(address)).toBe(true))
  it.each(['93.184.216.34', '2606:2800:220:1::1'])('is public: %s', (address) =>
    expect(isPrivateAddress(address)).toBe(false),
  )
})
