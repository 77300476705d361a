import { createReadStream, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { LagebildError } from '../../base/errors.ts'
import { parseReport } from '../../document/parse-report.ts'
import type { Report } from '../../document/report.ts'
import { evaluateDating } from '../../eval/dating.ts'
import { documentKey, type Evaluation, type Reports } from '../../eval/evaluation.ts'
import { evaluateEvents } from '../../eval/events.ts'
import { evaluateFigures } from '../../eval/figures.ts'
import { readDates, readPublished } from '../../eval/gold-dates.ts'
import { readEvents } from '../../eval/gold-events.ts'
import { readMentions } from '../../eval/gold-mentions.ts'
import { readQuotes } from '../../eval/gold-quotes.ts'
import { readTimeml } from '../../eval/gold-timeml.ts'
import { readNameSentences } from '../../eval/gold-tokens.ts'
import { evaluateMentions } from '../../eval/mentions.ts'
import { evaluateNames } from '../../eval/names.ts'
import { evaluateQuotes } from '../../eval/quotes.ts'
import { renderErrors, renderEvaluation } from '../../eval/table.ts'
import { evaluateTimes } from '../../eval/times.ts'
import { EXIT } from '../exit-codes.ts'
import { readCodebook } from '../resources.ts'
import { note, print, printJson } from '../terminal.ts'

interface EvalOptions {
  readonly json?: true
  readonly errors?: true
  readonly texts?: string
}

/** What a gold set offers: to measure reports, and, where it holds texts, to write them for reading. */
interface GoldSet {
  readonly evaluate: (reports: Reports) => Evaluation
  readonly records?: readonly { readonly id: string; readonly text: string; readonly published?: string }[]
}

const REPORTS = 'lagebild/report@1 as JSONL, from `lagebild read --json`; - for standard input'
const TEXTS_OUT = [
  '--texts <file>',
  'write the gold set’s texts as JSONL for `lagebild read --json`, and stop',
] as const
const TEXTS_IN = ['--texts <folder>', 'texts of the annotations, ID.txt (default: GOLD/../texts)'] as const

export function addEvalCommand(program: Command): void {
  const evaluate = program
    .command('eval')
    .description('measure reports against a gold set of yours')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild eval entities names.tsv --texts names.jsonl
  $ lagebild read --json names.jsonl > reports.jsonl
  $ lagebild eval entities names.tsv reports.jsonl
  $ lagebild eval events gold/annotations reports.jsonl --errors
  $ lagebild read --json gold/quotes | lagebild eval quotes gold/quotes - --json

docs/eval.md describes the formats and what each figure means.`,
    )

  const add = (
    name: string,
    description: string,
    gold: string,
    texts: readonly [flags: string, description: string] | null,
    example: string,
    open: (gold: string, options: EvalOptions) => GoldSet,
  ) => {
    const command = evaluate
      .command(name)
      .description(description)
      .argument('<gold>', gold)
      .argument(texts === TEXTS_OUT ? '[reports]' : '<reports>', REPORTS)
      .option('--json', 'all figures as JSON, as fractions')
      .option('--errors', 'list what was missed and what was extra: id, missed or extra, kind, words')
    if (texts) command.option(...texts)
    command
      .addHelpText('after', `\nExamples:\n${example}`)
      .action(async (path: string, reports: string | undefined, options: EvalOptions) => {
        const set = open(path, options)
        if (texts === TEXTS_OUT && options.texts !== undefined) writeRecords(set, path, options.texts)
        else if (reports === undefined) command.error('Name the reports, or --texts to make their input.')
        else await measure(set, reports, options)
      })
  }

  add(
    'entities',
    'names by label (GermEval 2014), or mentions and coreference',
    'GermEval TSV, or a folder of mention files (JSON)',
    TEXTS_OUT,
    `  $ lagebild eval entities names.tsv --texts names.jsonl
  $ lagebild read --json names.jsonl | lagebild eval entities names.tsv -
  $ lagebild eval entities mentions/ reports.jsonl --errors`,
    (path) => {
      if (isFolder(path)) {
        const gold = filesIn(path, '.json').map((file) => readMentions(file, readText(file)))
        return { evaluate: (reports) => evaluateMentions(gold, reports) }
      }
      const gold = readNameSentences(path, readText(path))
      const records = gold.map(({ id, text }) => ({ id, text }))
      return { evaluate: (reports) => evaluateNames(gold, reports), records }
    },
  )
  add(
    'times',
    'time expressions and their values',
    'folders of TimeML (.tml, .xml), separated by commas',
    TEXTS_OUT,
    `  $ lagebild eval times gold/ --texts times.jsonl
  $ lagebild read --json times.jsonl > reports.jsonl
  $ lagebild eval times gold/a,gold/b reports.jsonl`,
    (path) => {
      const gold = path
        .split(',')
        .flatMap((folder) => filesIn(folder, '.tml', '.xml'))
        .map((file) => readTimeml(file, readText(file)))
      const records = gold.map(({ id, text, created }) => ({
        id,
        text,
        ...(created === null ? {} : { published: created }),
      }))
      return { evaluate: (reports) => evaluateTimes(gold, reports), records }
    },
  )
  add(
    'dating',
    'the documents’ own dates; the reports are made without them',
    'JSON {id: date} or [{id, date}], or a folder of JSON with id and published',
    null,
    '  $ lagebild eval dating dates.json reports.jsonl',
    (path) => {
      const gold = isFolder(path)
        ? filesIn(path, '.json').flatMap((file) => readPublished(file, readText(file)))
        : readDates(path, readText(path))
      return { evaluate: (reports) => evaluateDating(gold, reports) }
    },
  )
  add(
    'figures',
    'figures with their units',
    'a folder of annotations (JSON)',
    TEXTS_IN,
    '  $ lagebild eval figures gold/annotations reports.jsonl --texts gold/texts',
    (path, options) => {
      const gold = readAnnotations(path, options)
      return { evaluate: (reports) => evaluateFigures(gold, reports) }
    },
  )
  add(
    'events',
    'events by type and sides, their fields, positions, and confidence',
    'a folder of annotations (JSON)',
    TEXTS_IN,
    '  $ lagebild eval events gold/annotations reports.jsonl --errors',
    (path, options) => {
      const gold = readAnnotations(path, options)
      return { evaluate: (reports) => evaluateEvents(gold, reports, readCodebook().categories) }
    },
  )
  add(
    'quotes',
    'quotations with speaker, cue, addressee and frame',
    'a folder of JSON files with text and quotes',
    null,
    '  $ lagebild read --json gold/ | lagebild eval quotes gold/ -',
    (path) => {
      const gold = filesIn(path, '.json').map((file) => readQuotes(file, readText(file)))
      return { evaluate: (reports) => evaluateQuotes(gold, reports) }
    },
  )
}

function readAnnotations(path: string, { texts = join(path, '..', 'texts') }: EvalOptions) {
  const textOf = (id: string) => readText(join(texts, `${id}.txt`))
  return filesIn(path, '.json').map((file) => readEvents(file, readText(file), textOf))
}

function writeRecords({ records }: GoldSet, gold: string, file: string): void {
  if (!records)
    throw new LagebildError(
      'gold-no-texts',
      `${gold} holds offsets and no texts`,
      'Read the texts that the offsets belong to.',
    )
  // The gold sets are German, and a short text may look like another language.
  const lines = records.map((record) => `${JSON.stringify({ ...record, language: 'de' })}\n`)
  try {
    writeFileSync(file, lines.join(''))
  } catch (cause) {
    throw new LagebildError(
      'not-written',
      `${file} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}`,
      'Name a file in a folder that is there.',
      { cause },
    )
  }
  note(`${records.length} texts in ${file}`)
}

async function measure({ evaluate }: GoldSet, file: string, options: EvalOptions): Promise<void> {
  const { reports, refused } = await readReports(file)
  if (reports.size === 0)
    throw new LagebildError(
      'no-reports',
      `${file} holds no report`,
      'Make reports with `lagebild read --json`.',
    )
  const { errors, ...evaluation } = evaluate(reports)
  if (options.json) printJson(options.errors ? { ...evaluation, errors } : evaluation)
  else {
    if (options.errors && errors.length > 0) print(`${renderErrors(errors)}\n\n`)
    print(renderEvaluation({ ...evaluation, errors }))
  }
  const { withoutReport, otherText, documents } = evaluation
  if (withoutReport.length > 0)
    note(`${withoutReport.length} of ${documents} gold documents have no report, first ${withoutReport[0]}`)
  if (otherText.length > 0)
    note(`${otherText.length} reports are of another text than the gold’s, first ${otherText[0]}`)
  process.exitCode = refused + withoutReport.length + otherText.length === 0 ? EXIT.ok : EXIT.partly
}

/** Reports by key; a bad line is named and left out, and of two reports with one key the last counts. */
async function readReports(file: string): Promise<{ reports: Reports; refused: number }> {
  const reports = new Map<string, Report>()
  let refused = 0
  let number = 0
  if (file !== '-' && isFolder(file))
    throw new LagebildError('reports-no-file', `${file} is a folder`, 'Name the JSONL file of the reports.')
  const input = file === '-' ? process.stdin : createReadStream(file)
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (line.trim() === '') continue
    const parsed = parseReport(line, { path: file, line: number })
    if (parsed.kind === 'report') {
      const key = documentKey(parsed.report.id)
      if (reports.has(key))
        note(`${file}:${number}: a second report of ${key}; it takes the place of the first`)
      reports.set(key, parsed.report)
    } else {
      refused++
      note(`${parsed.message} (${parsed.code})`)
    }
  }
  return { reports, refused }
}

/** Files with one of the endings, sorted. @throws LagebildError `gold-empty` */
function filesIn(folder: string, ...endings: string[]): string[] {
  if (!isFolder(folder))
    throw new LagebildError('gold-no-folder', `${folder} is a file`, 'Give the folder that it lies in.')
  const names = readdirSync(folder).filter((name) => endings.some((ending) => name.endsWith(ending)))
  if (names.length === 0)
    throw new LagebildError('gold-empty', `No ${endings.join(' or ')} lies in ${folder}`, 'Check the path.')
  return names.sort().map((name) => join(folder, name))
}

function isFolder(path: string): boolean {
  return statOf(path).isDirectory()
}

function statOf(path: string) {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (!stats) throw new LagebildError('not-found', `${path} does not exist`, 'Check the path.')
  return stats
}

function readText(file: string): string {
  statOf(file)
  return readFileSync(file, 'utf8')
}
