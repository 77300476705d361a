import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

/** One import as it stands in a source file. */
export interface Import {
  /** Repository path of the importing file, with `/`. */
  readonly file: string
  readonly line: number
  /** As written: `../base/spans.ts`, `node:fs`, `zod`. */
  readonly specifier: string
  /** Repository path of a relative import; null for packages. */
  readonly target: string | null
  /** `import type …` and `export type … from`: gone after compilation. */
  readonly isType: boolean
}

const STATEMENT =
  /(?:^|[\n;>])[ \t]*(?:import|export)[ \t]+(?:(type)[ \t\n]+(?!from\b|,))?(?:[\w$*{][^'"`;()=]*?\bfrom[ \t\n]*)?(['"])([^'"\n]+)\2/gu
const CALL = /\bimport[ \t\n]*\([ \t\n]*(['"`])([^'"`\n]+)\1/gu

/** The text with every comment blanked out, so that offsets and lines stay. Strings and templates are kept. */
export function withoutComments(source: string): string {
  const token = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//gu
  return source.replace(token, (found) => (found.startsWith('/') ? found.replace(/[^\n]/gu, ' ') : found))
}

/** All imports of one TypeScript or Svelte source. */
export function importsOf(root: string, file: string, source: string): Import[] {
  const code = withoutComments(source)
  const found: Import[] = []
  const add = (index: number, specifier: string, isType: boolean): void => {
    const target = specifier.startsWith('.')
      ? posix(relative(root, resolve(root, dirname(file), specifier)))
      : null
    found.push({ file, line: code.slice(0, index).split('\n').length, specifier, target, isType })
  }
  for (const match of code.matchAll(STATEMENT)) {
    add(match.index + match[0].length, match[3]!, match[1] === 'type')
  }
  for (const match of code.matchAll(CALL)) add(match.index, match[2]!, false)
  return found
}

/** Repository paths of the sources below a folder. */
export function sourcesBelow(root: string, folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => posix(relative(root, join(entry.parentPath, entry.name))))
    .filter((path) => !path.includes('node_modules/'))
    .sort()
}

export function readImports(root: string, files: readonly string[]): Import[] {
  return files.flatMap((file) => importsOf(root, file, readFileSync(join(root, file), 'utf8')))
}

/** Every group of files that reach one another, each as one way round: `a -> b -> a`. Type imports count as well. */
export function cycles(imports: readonly Import[]): string[][] {
  const edges = new Map<string, string[]>()
  for (const { file, target } of imports) {
    if (target !== null) edges.set(file, [...(edges.get(file) ?? []), target])
  }
  const done = new Set<string>()
  const path: string[] = []
  const found: string[][] = []
  const visit = (file: string): void => {
    const at = path.indexOf(file)
    if (at >= 0) found.push([...path.slice(at), file])
    if (at >= 0 || done.has(file)) return
    path.push(file)
    for (const next of edges.get(file) ?? []) visit(next)
    path.pop()
    done.add(file)
  }
  for (const file of edges.keys()) visit(file)
  return found
}

export const place = ({ file, line, specifier }: Import): string => `${file}:${line} imports '${specifier}'`

const posix = (path: string): string => path.split(sep).join('/')
