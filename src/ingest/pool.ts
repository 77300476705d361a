import { MessageChannel, Worker } from 'node:worker_threads'
import { LagebildError } from '../base/errors.ts'

/** Items in a message: enough to make its cost small, few enough to keep all workers busy. */
const BATCH = 16

interface Answer<Out> {
  readonly results: Out[]
}

/**
 * Maps items in worker threads and yields the results in input order. The worker answers each `items` message with `results`
 * of the same length. At most two batches a worker are under way, so memory stays bounded.
 * @param options.setup what each worker gets as its `workerData`
 * @throws LagebildError `worker-died` when a thread ends with an error
 */
export async function* mapInWorkers<In, Out>(
  items: AsyncIterable<In>,
  worker: URL,
  jobs: number,
  { setup, execArgv = [] }: { readonly setup?: unknown; readonly execArgv?: string[] } = {},
): AsyncGenerator<Out> {
  const threads = Array.from({ length: jobs }, () => new Worker(worker, { execArgv, workerData: setup }))
  const pending: Promise<Out[]>[] = []
  let next = 0
  const send = (batch: In[]): Promise<Out[]> => {
    const thread = threads[next++ % threads.length]!
    const answered = new Promise<Out[]>((resolve, reject) => {
      const { port1, port2 } = new MessageChannel()
      const failed = (error: unknown) => {
        port1.close()
        reject(
          new LagebildError(
            'worker-died',
            `A reading thread ended: ${String(error)}`,
            'Read with --jobs 1 to see which document does it.',
            { cause: error },
          ),
        )
      }
      port1.once('message', (answer: Answer<Out>) => {
        port1.close()
        thread.off('error', failed)
        thread.off('exit', failed)
        resolve(answer.results)
      })
      thread.once('error', failed)
      thread.once('exit', failed)
      thread.postMessage({ items: batch, port: port2 }, [port2])
    })
    // Awaited in turn below; until then a rejection is no stray one.
    answered.catch(() => {})
    return answered
  }
  try {
    let batch: In[] = []
    for await (const item of items) {
      batch.push(item)
      if (batch.length < BATCH) continue
      pending.push(send(batch))
      batch = []
      while (pending.length >= 2 * jobs) yield* await pending.shift()!
    }
    if (batch.length > 0) pending.push(send(batch))
    while (pending.length > 0) yield* await pending.shift()!
  } finally {
    await Promise.allSettled(pending)
    await Promise.all(threads.map((thread) => thread.terminate()))
  }
}
