import type { Report } from '../document/report.ts'
import type { IngestItem } from '../ingest/types.ts'
import type { NodeReader } from './reader.ts'

export type ReadResult =
  | { readonly kind: 'report'; readonly report: Report }
  | Extract<IngestItem, { kind: 'unread' }>

export function readItem(reader: NodeReader, item: IngestItem): ReadResult {
  return item.kind === 'unread' ? item : { kind: 'report', report: reader.read(item.document) }
}
