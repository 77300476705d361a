import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { IngestItem } from '../ingest/types.ts'
import { readItem } from './read-item.ts'
import { createNodeReader, type ReaderOptions } from './reader.ts'

/** A reading thread: answers batches of ingest items with results in the same order. */
const reader = createNodeReader(workerData as ReaderOptions)
parentPort!.on('message', ({ items, port }: { items: IngestItem[]; port: MessagePort }) => {
  port.postMessage({ results: items.map((item) => readItem(reader, item)) })
})
