import type { Report } from '../document/report.ts'
import type { IngestItem, Mark } from '../ingest/types.ts'
import type { NodeReader } from './reader.ts'

export type ReadResult =
  | { readonly kind: 'report'; readonly report: Report; readonly mark?: Mark }
  | Extract<IngestItem, { kind: 'unread' }>

export function readItem(reader: NodeReader, item: IngestItem): ReadResult {
  if (item.kind === 'unread') return item
  const { document, mark } = item
  return { kind: 'report', report: reader.read(document), ...(mark && { mark }) }
}
