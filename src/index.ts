export { LagebildError } from './base/errors.ts'
export { buildChronicle } from './chronicle/build.ts'
export type {
  Chronicle,
  ChronicleEvent,
  Contradiction,
  Decision,
  EventMention,
  Reading,
} from './chronicle/types.ts'
export { createNodeReader, type NodeReader } from './cli/reader.ts'
export { parseReport } from './document/parse-report.ts'
export { type Report, reportJsonSchema, reportSchema } from './document/report.ts'
export { readInputs } from './ingest/read-inputs.ts'
export type { Store } from './store/port.ts'
export { openStore } from './store/sqlite.ts'
