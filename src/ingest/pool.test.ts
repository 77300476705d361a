import { expect, test } from 'vitest'
import { mapInWorkers } from './pool.ts'

const worker = (body: string) =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'
parentPort.on('message', async ({ items, port }) => { ${body} })`)}`,
  )
/** The batch that comes first is answered last. */
const SLOW_FIRST = worker(`
  if (items[0] === 0) await new Promise((done) => setTimeout(done, 100))
  port.postMessage({ results: items.map((item) => item * 2) })`)

async function* upTo(count: number): AsyncGenerator<number> {
  for (let i = 0; i < count; i++) yield i
}

test.each([
  [0, 2],
  [1, 2],
  [16, 2],
  [17, 1],
  [200, 3],
])('%i items by %i threads come in input order', async (count, jobs) => {
  const results: number[] = []
  for await (const result of mapInWorkers<number, number>(upTo(count), SLOW_FIRST, jobs)) results.push(result)
  expect(results).toEqual(Array.from({ length: count }, (_, i) => i * 2))
})

test('the source is not read far ahead of what is taken', async () => {
  let taken = 0
  async function* counted() {
    for await (const item of upTo(1000)) {
      taken++
      yield item
    }
  }
  for await (const _ of mapInWorkers<number, number>(counted(), SLOW_FIRST, 2)) break
  expect(taken).toBeLessThanOrEqual(5 * 16)
})

test('a thread that dies ends the run with an error', async () => {
  const run = async () => {
    for await (const _ of mapInWorkers(upTo(1), worker("throw new Error('boom')"), 1));
  }
  await expect(run()).rejects.toMatchObject({ code: 'worker-died' })
})
