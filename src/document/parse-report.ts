import { textId } from '../base/ids.ts'
import { type Report, reportSchema } from './report.ts'

/** Where a report stands, for messages: a file's path and the line in it, counted from 1. */
export interface ReportPlace {
  readonly path: string
  readonly line?: number | undefined
}

export type ParsedReport =
  | { readonly kind: 'report'; readonly report: Report }
  | {
      readonly kind: 'invalid'
      readonly code: 'report-no-json' | 'report-invalid' | 'report-offsets'
      readonly message: string
    }

/** Problems told in one message; the rest is counted. */
const SHOWN = 3

/**
 * A report from a line of JSON (or what was parsed from one), checked against the schema and, where it carries its text, with every
 * offset inside the text and the text under its own hash. Never throws: a bad report must not stop the others.
 */
export function parseReport(json: unknown, where: ReportPlace): ParsedReport {
  const place = where.line === undefined ? where.path : `${where.path}:${where.line}`
  let value = json
  if (typeof json === 'string') {
    try {
      value = JSON.parse(json)
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error)
      return { kind: 'invalid', code: 'report-no-json', message: `${place}: no JSON: ${cause}` }
    }
  }
  const parsed = reportSchema.safeParse(value)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => `${pathText(path)}: ${message}`)
    return {
      kind: 'invalid',
      code: 'report-invalid',
      message: `${place}: no lagebild/report@1: ${told(problems)}`,
    }
  }
  const problems = problemsOf(parsed.data)
  if (problems.length === 0) return { kind: 'report', report: parsed.data }
  return { kind: 'invalid', code: 'report-offsets', message: `${place}: ${told(problems)}` }
}

/** What the schema cannot say: spans in order and inside the text, entities that exist, a text that has its hash. */
function problemsOf(report: Report): string[] {
  const problems: string[] = []
  const length = report.text?.length ?? Infinity
  const check = (from: number, to: number, path: string) => {
    if (from > to) problems.push(`${path}: from ${from} is after to ${to}`)
    else if (to > length) problems.push(`${path}: to ${to} is past the end of the text (${length})`)
  }
  checkSpans(report, '', check)
  const ids = new Set(report.entities.map((entity) => entity.id))
  report.events.forEach(({ actors, recipients, place }, index) => {
    for (const id of [...actors, ...recipients, ...(place === null ? [] : [place])]) {
      if (!ids.has(id)) problems.push(`events[${index}]: no entity "${id}"`)
    }
  })
  if (report.text !== null && textId(report.text) !== report.source.sha256) {
    problems.push('source.sha256: is not the hash of the text')
  }
  return problems
}

function checkSpans(
  value: unknown,
  path: string,
  check: (from: number, to: number, path: string) => void,
): void {
  if (Array.isArray(value)) {
    if (
      value.length === 2 &&
      typeof value[0] === 'number' &&
      typeof value[1] === 'number' &&
      !path.endsWith('coordinates')
    ) {
      if (!path.endsWith('figures')) check(value[0], value[1], path)
    } else {
      for (const [index, item] of value.entries()) checkSpans(item, `${path}[${index}]`, check)
    }
  } else if (typeof value === 'object' && value !== null) {
    const { from, to } = value as { from?: unknown; to?: unknown }
    if (typeof from === 'number' && typeof to === 'number') check(from, to, path)
    for (const [key, item] of Object.entries(value))
      checkSpans(item, path === '' ? key : `${path}.${key}`, check)
  }
}

function told(problems: readonly string[]): string {
  const rest = problems.length - SHOWN
  return problems.slice(0, SHOWN).join('; ') + (rest > 0 ? `; and ${rest} more` : '')
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : index === 0 ? String(part) : `.${String(part)}`,
    )
    .join('')
}
