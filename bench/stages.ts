import { performance } from 'node:perf_hooks'
import { createNodeReader } from '../src/cli/reader.ts'
import { Document, type RawDocument } from '../src/document/document.ts'

/** Seconds that each step of reading took over all documents, in the order in which they run. */
export interface Stage {
  readonly name: string
  readonly seconds: number
}

/** Times every step of reading in this thread. All documents are read once before the clock starts. */
export function timeStages(documents: readonly RawDocument[]): Stage[] {
  const { components } = createNodeReader().pipeline
  const seconds = new Map(components.map(({ name }) => [name, 0]))
  for (const isMeasured of [false, true])
    for (const raw of documents) {
      const doc = new Document(raw)
      for (const component of components) {
        const start = performance.now()
        component.run(doc)
        if (isMeasured)
          seconds.set(component.name, seconds.get(component.name)! + (performance.now() - start) / 1000)
      }
    }
  return [...seconds].map(([name, s]) => ({ name, seconds: s }))
}
