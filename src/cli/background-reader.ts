import { MessageChannel, Worker } from 'node:worker_threads'
import type { RawDocument } from '../document/document.ts'
import type { Report } from '../document/report.ts'
import type { ReadResult } from './read-item.ts'
import { createNodeReader, type NodeReader } from './reader.ts'
import { builtWorker } from './reading.ts'

export interface BackgroundReader {
  read(document: RawDocument): Promise<Report>
  close(): Promise<void>
}

/**
 * Reads one document at a time in a thread of its own, so that whoever answers requests meanwhile does not wait. From the sources, where
 * there is no built thread, it reads in this one. The reader is loaded when the first document comes.
 */
export function backgroundReader(): BackgroundReader {
  const built = builtWorker()
  if (built === null) {
    let reader: NodeReader | null = null
    return {
      async read(document) {
        reader ??= createNodeReader()
        return reader.read(document)
      },
      async close() {},
    }
  }
  let thread: Worker | null = null
  return {
    async read(document) {
      if (thread === null) {
        const started = new Worker(built, { workerData: {} })
        // The next document gets a new one.
        started.once('exit', () => {
          if (thread === started) thread = null
        })
        thread = started
      }
      return answerOf(thread, document)
    },
    async close() {
      await thread?.terminate()
    },
  }
}

function answerOf(thread: Worker, document: RawDocument): Promise<Report> {
  const { port1, port2 } = new MessageChannel()
  return new Promise<Report>((resolve, reject) => {
    const died = (cause: unknown) => {
      port1.close()
      reject(new Error(`The reading thread ended: ${String(cause)}`, { cause }))
    }
    port1.once('message', ({ results }: { results: ReadResult[] }) => {
      port1.close()
      thread.off('error', died)
      thread.off('exit', died)
      const [result] = results
      if (result?.kind === 'report') resolve(result.report)
      else reject(new Error('The reading thread gave no report'))
    })
    thread.once('error', died)
    thread.once('exit', died)
    thread.postMessage({ items: [{ kind: 'document', document }], port: port2 }, [port2])
  })
}
