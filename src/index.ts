export { LagebildError } from './base/errors.ts'
export { buildChronicle } from './chronicle/build.ts'
export { type Change, changesBetween } from './chronicle/changes.ts'
export { actionOf, type DecisionRequest } from './chronicle/decide.ts'
export { relationsOf } from './chronicle/relations.ts'
export { storiesOf } from './chronicle/stories.ts'
export type {
  Chronicle,
  ChronicleEvent,
  Contradiction,
  Decision,
  EventMention,
  Reading,
  Relation,
  Story,
  View,
} from './chronicle/types.ts'
export { createNodeReader, type NodeReader } from './cli/reader.ts'
export { parseReport } from './document/parse-report.ts'
export { type Report, reportJsonSchema, reportSchema } from './document/report.ts'
export { readInputs } from './ingest/read-inputs.ts'
export type { Store } from './store/port.ts'
export { openStore } from './store/sqlite.ts'
