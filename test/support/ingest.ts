import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { readInputs } from '../../src/ingest/read-inputs.ts'
import type { IngestItem, ReadOptions } from '../../src/ingest/types.ts'

/** A folder of its own for one test, gone after it. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lagebild-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export async function readAll(paths: readonly string[], options: ReadOptions = {}): Promise<IngestItem[]> {
  const items: IngestItem[] = []
  for await (const item of readInputs(paths, options)) items.push(item)
  return items
}

/** `id: text` or `id! code`, short enough to compare. */
export function brief(item: IngestItem): string {
  return item.kind === 'document'
    ? `${item.document.id}: ${item.document.text.trim().slice(0, 40)}`
    : `${item.id}! ${item.diagnostics.map((d) => d.code).join()}`
}
