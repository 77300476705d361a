import { expect, test } from 'vitest'
import { fixtureDeps } from '../../test/web.fixture.ts'
import { startServer } from './server.ts'

test('listens on this machine, and closes', async () => {
  const server = await startServer(fixtureDeps(), { port: 0 })
  const answer = await fetch(new URL('/api/v1/coverage', server.url))
  expect(answer.status).toBe(200)
  await server.close()
  await expect(fetch(server.url)).rejects.toThrow()
})

test('a port in use is an error with a remedy', async () => {
  const server = await startServer(fixtureDeps(), { port: 0 })
  await expect(startServer(fixtureDeps(), { port: server.port })).rejects.toMatchObject({
    code: 'port-in-use',
    remedy: expect.stringContaining('--port'),
  })
  await server.close()
})

test('asks for a token where others than this machine can reach it', async () => {
  const server = await startServer(fixtureDeps(), { port: 0, host: '0.0.0.0' })
  const url = new URL(server.url)
  expect(url.searchParams.get('token')).toMatch(/^[\w-]{32}$/)
  expect((await fetch(new URL('/api/v1/coverage', url))).status).toBe(401)
  const opened = await fetch(new URL(`/api/v1/coverage${url.search}`, url), { redirect: 'manual' })
  expect(opened.status).toBe(303)
  const cookie = opened.headers.get('set-cookie')!.split(';')[0]!
  expect((await fetch(new URL('/api/v1/coverage', url), { headers: { cookie } })).status).toBe(200)
  await server.close()
})
