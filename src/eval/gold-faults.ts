import type { z } from 'zod'
import { LagebildError } from '../base/errors.ts'

/** A fault of a gold file. @param line counted from 1. */
export function goldFault(file: string, line: number, what: string): LagebildError {
  return new LagebildError(
    'gold-invalid',
    `${file}:${line}: ${what}`,
    'Mend the gold file; docs/eval.md describes the formats.',
  )
}

export function lineAt(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++
  return line
}

/** Line of the value at a path of a JSON text, or of the nearest one around it. */
export function lineOf(json: string, path: readonly PropertyKey[]): number {
  const { starts } = scanJson(json)
  let size = path.length
  while (size > 0 && !starts.has(pathKey(path.slice(0, size)))) size--
  return lineAt(json, starts.get(pathKey(path.slice(0, size))) ?? 0)
}

/** JSON that must have a shape. @throws LagebildError `gold-invalid` with the line of the fault. */
export function parseGoldJson<Schema extends z.ZodType>(
  file: string,
  json: string,
  schema: Schema,
): z.infer<Schema> {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw goldFault(file, lineAt(json, scanJson(json).fault ?? json.length), 'this is no JSON')
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]!
  throw goldFault(file, lineOf(json, path), `${path.map(String).join('.') || 'the file'}: ${message}`)
}

const pathKey = (path: readonly PropertyKey[]): string => JSON.stringify(path)
const TOKEN = /[{}[\],:]|"(?:[^"\\]|\\.)*"|[^\s{}[\],:"]+/y
const SPACE = /\s*/y

/** Where every value of a JSON text starts, by its path, and where the text stops being JSON; the engine's parser tells neither. */
function scanJson(json: string): { starts: ReadonlyMap<string, number>; fault: number | null } {
  const starts = new Map<string, number>()
  const open: ('{' | '[')[] = []
  const path: (string | number)[] = []
  let expected: 'value' | 'key' | 'colon' | 'more' = 'value'
  let isEmpty = false
  for (let at = 0; ; ) {
    SPACE.lastIndex = at
    SPACE.exec(json)
    const start = SPACE.lastIndex
    TOKEN.lastIndex = start
    const token = TOKEN.exec(json)?.[0]
    at = TOKEN.lastIndex
    const inside = open.at(-1)
    const wasEmpty = isEmpty
    isEmpty = false
    if (token === undefined)
      return {
        starts,
        fault: start === json.length && expected === 'more' && inside === undefined ? null : start,
      }
    const mayClose = expected === 'more' || (wasEmpty && expected !== 'colon')
    if (mayClose && token === (inside === '{' ? '}' : inside === '[' ? ']' : null)) {
      open.pop()
      path.pop()
      expected = 'more'
    } else if (expected === 'value' && (token === '{' || token === '[')) {
      starts.set(pathKey(path), start)
      open.push(token)
      path.push(token === '{' ? '' : 0)
      expected = token === '{' ? 'key' : 'value'
      isEmpty = true
    } else if (expected === 'value' && isScalar(token)) {
      starts.set(pathKey(path), start)
      expected = 'more'
    } else if (expected === 'key' && token.startsWith('"') && isScalar(token)) {
      path[path.length - 1] = JSON.parse(token) as string
      expected = 'colon'
    } else if (expected === 'colon' && token === ':') expected = 'value'
    else if (expected === 'more' && token === ',' && inside !== undefined) {
      if (inside === '[') path[path.length - 1] = Number(path.at(-1)) + 1
      expected = inside === '[' ? 'value' : 'key'
    } else return { starts, fault: start }
  }
}

function isScalar(token: string): boolean {
  try {
    JSON.parse(token)
    return true
  } catch {
    return false
  }
}
