import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { cell, parseTsv, type Row, required } from '../../src/base/tsv.ts'
import { packageRoot } from '../../src/cli/resources.ts'
import type { Report } from '../../src/document/report.ts'
import { readText, wordsAt } from './read-text.ts'

/** A row of the predicate lexicon with the sentence that shows its frame. */
export interface PredicateExample {
  readonly row: Row
  readonly text: string
  /** Phrases marked as the sides: `[A Die Armee] hat [R das Dorf] beschossen.` */
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
}

export const FAULTS = ['event', 'type', 'mode', 'actor', 'recipient'] as const
export type Fault = (typeof FAULTS)[number]

const FILE = 'predicates.tsv'

/** All rows of the lexicon; `text` is empty where a row has no sentence yet. */
export function predicateExamples(): PredicateExample[] {
  const file = join(packageRoot(), 'src', 'language', 'de', 'data', FILE)
  return parseTsv(FILE, readFileSync(file, 'utf8'), ['lemma', 'pos', 'type', 'mode', 'example']).map(
    (row) => {
      const marked = cell(row, 'example')
      const sides = [...marked.matchAll(/\[([AR]) ([^\]]*)\]/g)]
      const of = (role: string) => sides.filter((s) => s[1] === role).map((s) => s[2]!)
      return {
        row,
        text: marked.replace(/\[[AR] ([^\]]*)\]/g, '$1'),
        actors: of('A'),
        recipients: of('R'),
      }
    },
  )
}

/** The first thing that the reader gets wrong about the sentence; null where all is right. */
export function faultOf({ row, text, actors, recipients }: PredicateExample): Fault | null {
  const report = readText(text)
  const own = report.events.filter(
    (event) => event.rule === `${cell(row, 'pos')}:${cell(row, 'lemma')}#${row.line}`,
  )
  if (required(row, 'type') === 'none') {
    const others = report.events.filter((event) =>
      event.rule.startsWith(`${cell(row, 'pos')}:${cell(row, 'lemma')}#`),
    )
    return others.length > 0 ? 'event' : null
  }
  const event = own[0]
  if (!event) return 'event'
  if (event.type !== cell(row, 'type')) return 'type'
  if ((event.mode ?? '') !== cell(row, 'mode')) return 'mode'
  if (!sameSides(report, event.arguments, 'actor', actors)) return 'actor'
  return sameSides(report, event.arguments, 'recipient', recipients) ? null : 'recipient'
}

type Argument = Report['events'][number]['arguments'][number]

/** Every marked phrase holds a side and every side stands in a marked phrase. */
function sameSides(
  report: Report,
  all: readonly Argument[],
  role: 'actor' | 'recipient',
  marked: readonly string[],
) {
  const found = all.filter((a) => a.role === role).map((a) => wordsAt(report, a.mention))
  return (
    marked.every((m) => found.some((f) => m.includes(f) || f.includes(m))) &&
    found.every((f) => marked.some((m) => m.includes(f) || f.includes(m)))
  )
}

/** `npx tsx test/support/predicate-examples.ts [FROM-TO]`: the rows of these lines that have a sentence and fail. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [from = 0, to = Number.POSITIVE_INFINITY] = (process.argv[2] ?? '')
    .split('-')
    .filter(Boolean)
    .map(Number)
  const shown = predicateExamples().filter(({ row, text }) => text && row.line >= from && row.line <= to)
  const counts = new Map<string, number>()
  for (const example of shown) {
    const fault = faultOf(example)
    counts.set(fault ?? 'right', (counts.get(fault ?? 'right') ?? 0) + 1)
    if (!fault) continue
    const { row, text } = example
    const coded = readText(text).events.map(
      (e) =>
        `${e.rule} ${e.type}/${e.mode ?? ''} (${e.arguments.map((a) => `${a.role} ${text.slice(a.mention.from, a.mention.to)}`).join(', ')})`,
    )
    process.stdout.write(
      `${row.line}\t${fault}\t${cell(row, 'lemma')}\t${cell(row, 'example')}\t${coded.join(' · ')}\n`,
    )
  }
  process.stderr.write(`${shown.length} sentences: ${JSON.stringify(Object.fromEntries(counts))}\n`)
}
