import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whole or not at all: whoever watches the folder never sees half a file. */
export function writeWhole(folder: string, name: string, content: string): void {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, name)
  const part = `${file}.${process.pid}.part`
  writeFileSync(part, content)
  renameSync(part, file)
}
