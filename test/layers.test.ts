import { existsSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { cycles, type Import, importsOf, place, readImports, sourcesBelow } from './support/imports.ts'

/** Lowest first: a folder imports itself and the ones before it in this list. */
const ORDER = [
  'base',
  'document',
  'pipeline',
  'language',
  'codebook',
  'analyse',
  'extract',
  'chronicle',
  'eval',
  'store',
  'ingest',
  'render',
  'live',
  'serve',
  'cli',
]
/** These run in a browser or a worker as they are: no Node. */
const ENGINE = new Set(ORDER.slice(0, ORDER.indexOf('eval') + 1))

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const all = readImports(ROOT, sourcesBelow(ROOT, 'src', /\.ts$/u))
const shipped = all.filter(({ file }) => !file.endsWith('.test.ts'))
const web = readImports(ROOT, sourcesBelow(ROOT, 'web', /\.(?:ts|svelte)$/u))

/** `base` of `src/base/spans.ts`; `index.ts` of `src/index.ts`; null outside of `src`. */
const folderOf = (path: string): string | null => (path.startsWith('src/') ? path.split('/')[1]! : null)

/** What is wrong with a relative import of a file in `src`, or null. */
function misplaced(one: Import): string | null {
  if (one.target === null) return null
  const from = folderOf(one.file)!
  const to = folderOf(one.target)
  if (to === null) return `${place(one)}, which lies outside of src`
  if (to === 'index.ts') return `${place(one)}, but the public surface is for users of the package`
  if (from === 'index.ts') return null
  return ORDER.indexOf(to) > ORDER.indexOf(from) ? `${place(one)}, but "${from}" lies below "${to}"` : null
}

const isNode = ({ specifier }: Import): boolean =>
  specifier.startsWith('node:') || builtinModules.includes(specifier.split('/')[0]!)

describe('the order of the folders', () => {
  test('every folder of src has its place in the order', () => {
    const folders = new Set(all.map(({ file }) => folderOf(file)).filter((name) => name !== 'index.ts'))
    expect([...folders].filter((name) => !ORDER.includes(name!))).toEqual([])
  })

  test('no file imports from a folder above its own', () => {
    expect(shipped.map(misplaced).filter((fault) => fault !== null)).toEqual([])
  })

  test('every relative import names a file that is there, with its ending', () => {
    const missing = all.filter(({ target }) => target !== null && !existsSync(join(ROOT, target)))
    expect(missing.map(place)).toEqual([])
  })

  test('no import runs in a circle', () => {
    expect(cycles(all).map((way) => way.join(' -> '))).toEqual([])
  })

  test('base to eval know no Node', () => {
    const engine = shipped.filter(({ file }) => ENGINE.has(folderOf(file)!))
    expect(engine.filter(isNode).map(place)).toEqual([])
  })

  test('web imports nothing but types from src', () => {
    const values = web.filter(
      ({ file, target, isType }) => !isType && target?.startsWith('src/') && !file.endsWith('.test.ts'),
    )
    expect(values.map(place)).toEqual([])
  })
})

describe('the scanner that these tests stand on', () => {
  const specifiers = (source: string) =>
    importsOf('/r', 'src/a/b.ts', source).map(({ specifier, isType, line }) => [specifier, isType, line])

  test.each([
    ["import { a } from './x.ts'", './x.ts', false],
    ["import type { A } from './x.ts'", './x.ts', true],
    ["import { type A } from './x.ts'", './x.ts', false],
    ["import type from './x.ts'", './x.ts', false],
    ["import './x.ts'", './x.ts', false],
    ["export * from './x.ts'", './x.ts', false],
    ["export type { A } from './x.ts'", './x.ts', true],
    ["import {\n  a,\n  type B,\n} from './x.ts'", './x.ts', false],
    ["const x = await import('./x.ts')", './x.ts', false],
    ['import x, { y } from "zod"', 'zod', false],
    ['<script lang="ts">import A from \'./A.svelte\'</script>', './A.svelte', false],
  ])('%j', (source, specifier, isType) => {
    expect(specifiers(source).map(([name, type]) => [name, type])).toEqual([[specifier, isType]])
  })

  test('comments and plain strings are no imports, and lines are counted', () => {
    const source =
      "// import { a } from './a.ts'\n/* import './b.ts' */\nconst s = 'x'\nexport const t = 'y'\nimport './c.ts'\n"
    expect(specifiers(source)).toEqual([['./c.ts', false, 5]])
  })

  test('a circle is found and shown', () => {
    const edge = (file: string, target: string): Import => ({
      file,
      target,
      line: 1,
      specifier: target,
      isType: false,
    })
    expect(cycles([edge('a', 'b'), edge('b', 'c'), edge('c', 'a'), edge('a', 'c')])).toEqual([
      ['a', 'b', 'c', 'a'],
    ])
    expect(cycles([edge('a', 'b'), edge('b', 'c'), edge('a', 'c')])).toEqual([])
  })
})
