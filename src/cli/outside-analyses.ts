import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, extname, join, resolve, sep } from 'node:path'
import type { OutsideAnalysis } from '../analyse/component.ts'
import { LagebildError } from '../base/errors.ts'

/**
 * CoNLL-U files of a folder by report: `reports/a.txt` is found as `reports/a.txt.conllu`, `a.txt.conllu` or `a.conllu`; the record
 * `b7` of a JSONL file as `b7.conllu`. Nothing outside the folder is read.
 * @throws LagebildError `analysis-folder` where there is no such folder
 */
export function analysesIn(folder: string): OutsideAnalysis {
  const root = resolve(folder)
  if (!existsSync(root) || !statSync(root).isDirectory()) {
    throw new LagebildError(
      'analysis-folder',
      `There is no folder "${folder}" with analyses`,
      'Give the folder that holds one .conllu file a report.',
    )
  }
  return (id) => {
    const name = basename(id.replaceAll('\\', '/'))
    const record = name.slice(name.lastIndexOf('#') + 1)
    const stem = name.slice(0, name.length - extname(name).length)
    for (const candidate of [id, name, stem, record]) {
      const path = resolve(join(root, `${candidate}.conllu`))
      if (path.startsWith(root + sep) && existsSync(path)) return readFileSync(path, 'utf8')
    }
    return null
  }
}
