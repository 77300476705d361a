import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createNodeReader } from '../src/cli/reader.ts'
import { readAll } from '../src/cli/reading.ts'
import type { Evaluation } from '../src/eval/evaluation.ts'
import { readMentions } from '../src/eval/gold-mentions.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const MENTIONS = join(ROOT, 'test', 'gold', 'mentions')
const SHARED = join(ROOT, '..', 'shared')
const HAS_SHARED = existsSync(join(SHARED, 'eval'))
const HAS_SCORERS = HAS_SHARED && spawnSync('python3', ['--version']).status === 0
const folder = mkdtempSync(join(tmpdir(), 'lagebild-eval-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

function run(program: string, args: readonly string[], input = ''): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(program, [...args], { cwd: ROOT, maxBuffer: 1 << 26 }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
    child.stdin?.end(input)
  })
}
const lagebild = (args: readonly string[], input = '') =>
  run(process.execPath, ['--import', 'tsx', join('src', 'cli', 'main.ts'), 'eval', ...args], input)
const evaluation = async (...args: string[]) =>
  JSON.parse((await lagebild([...args, '--json'])).out) as Evaluation
const scoreOf = ({ scores }: Evaluation, name: string) => {
  const { precision, recall, f1 } = scores.find((score) => score.name === name)!
  return { precision: precision!.value, recall: recall!.value, f1: f1.value }
}
const inFolder = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const jsonl = (records: readonly unknown[]) => records.map((record) => `${JSON.stringify(record)}\n`).join('')

/** Reads records as `lagebild read --json` does. */
async function reportsOf(name: string, records: readonly object[]): Promise<string> {
  const reports: unknown[] = []
  for await (const result of readAll([inFolder(`${name}.in.jsonl`, jsonl(records))], {}, createNodeReader()))
    if (result.kind === 'report') reports.push(result.report)
  return inFolder(`${name}.jsonl`, jsonl(reports))
}

describe('lagebild eval', () => {
  const tsv = '#\tsource\n1\tBerlin\tB-LOC\tO\n2\tschweigt\tO\tO\n\n1\tMoskau\tB-LOC\tO\n2\tzögert\tO\tO\n'

  test('writes the texts, and measures what was read from them, also from standard input', async () => {
    const gold = inFolder('names.tsv', tsv)
    const texts = join(folder, 'names.texts.jsonl')
    expect((await lagebild(['entities', gold, '--texts', texts])).code).toBe(0)
    const records = readFileSync(texts, 'utf8').trimEnd().split('\n')
    expect(records.map((line) => JSON.parse(line))).toEqual([
      { id: '1', text: 'Berlin schweigt', language: 'de' },
      { id: '2', text: 'Moskau zögert', language: 'de' },
    ])
    const reports = await reportsOf(
      'names',
      records.map((line) => JSON.parse(line) as object),
    )
    const { code, out, err } = await lagebild(['entities', gold, reports])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^2 documents, 0 without a report\n\n +gold +reported +precision/)
    const piped = await lagebild(['entities', gold, '-', '--errors'], readFileSync(reports, 'utf8'))
    expect(piped.out).toContain(out)
  })

  test('documents without a report, and bad lines, are named and give 2', async () => {
    const gold = inFolder('some.tsv', tsv)
    const reports = await reportsOf('some', [{ id: '2', text: 'Moskau zögert' }])
    writeFileSync(reports, `${readFileSync(reports, 'utf8')}{"schema":\n`)
    const { code, err } = await lagebild(['entities', gold, reports])
    expect(code).toBe(2)
    expect(err).toContain('some.jsonl:2: no JSON')
    expect(err).toContain('1 of 2 gold documents have no report, first 1')
  })

  test.each([
    ['no reports named', ['entities', 'TSV'], 1, 'Name the reports'],
    [
      'a gold file that is not there',
      ['entities', 'none.tsv', 'EMPTY'],
      3,
      'none.tsv does not exist (not-found)',
    ],
    ['broken gold', ['entities', 'BROKEN', 'EMPTY'], 3, 'broken.tsv:2: 3 columns'],
    ['no report at all', ['entities', 'TSV', 'EMPTY'], 3, 'holds no report (no-reports)'],
    ['a folder without gold', ['quotes', 'FOLDER', 'EMPTY'], 3, 'No .json lies in'],
    ['texts of a set that has none', ['entities', MENTIONS, '--texts', 'x'], 3, 'gold-no-texts'],
  ])('%s', async (_, args, code, message) => {
    const stand: Readonly<Record<string, string>> = {
      TSV: inFolder('good.tsv', tsv),
      BROKEN: inFolder('broken.tsv', '1\tBerlin\tB-LOC\tO\n2\tschweigt\tO\n'),
      EMPTY: inFolder('empty.jsonl', ''),
      FOLDER: mkdtempSync(join(folder, 'none-')),
    }
    const { code: given, err } = await lagebild(args.map((word) => stand[word] ?? word))
    expect(err).toContain(message)
    expect(given).toBe(code)
  })
})

describe('the mention files', () => {
  const files = readdirSync(MENTIONS)
  const gold = files.map((file) => readMentions(file, readFileSync(join(MENTIONS, file), 'utf8')))

  test('are ten, each named after its document', () => {
    expect(gold.map(({ id }) => `${id}.json`)).toEqual(files)
    expect(files).toHaveLength(10)
  })

  test('no entity is of two kinds', () => {
    for (const { id, mentions } of gold) {
      const kinds = new Map(mentions.map(({ entity, kind }) => [entity, kind]))
      expect(mentions.filter(({ entity, kind }) => kinds.get(entity) !== kind).map(() => id)).toEqual([])
    }
  })

  test.skipIf(!HAS_SHARED)('mentions are whole words of the texts (needs ../shared)', () => {
    const letter = /[\p{L}\p{N}]/u
    for (const { id, mentions } of gold) {
      const text = readFileSync(join(SHARED, 'gold', 'events', 'texts', `${id}.txt`), 'utf8')
      const cut = mentions.filter(
        ({ from, to }) =>
          !letter.test(text[from] ?? '') || letter.test(text[from - 1] ?? '') || letter.test(text[to] ?? ''),
      )
      expect(cut.map(({ from }) => `${id} ${from}`)).toEqual([])
    }
  })
})

/**
 * The scorers that lie beside the gold sets were written by others, in other languages. Every fourth document is read; the others have no
 * report, which both sides must count as missed.
 */
describe.skipIf(!HAS_SCORERS)('our figures are those of the scorers (needs ../shared and python3)', () => {
  const gold = (...path: string[]) => join(SHARED, 'gold', ...path)
  const annotations = gold('events', 'annotations')
  const quotes = gold('quotes', 'dev')
  const times = `${gold('times', 'DieZeit', 'gold')},${gold('times', 'Dolomiten-42', 'gold')}`
  const some = <Item>(items: readonly Item[]) => items.filter((_, index) => index % 4 === 0)
  const scorer = async (name: string, ...args: string[]) => (await run('python3', [name, ...args])).out
  const shared = (name: string) => join(SHARED, 'eval', name)
  const percent = (value: number) => (100 * value).toFixed(1)
  let events = ''
  let quoted = ''
  let dated = ''

  beforeAll(async () => {
    const index = JSON.parse(readFileSync(gold('events', 'index.json'), 'utf8')) as {
      id: string
      date: string
    }[]
    const records = some(index).map(({ id, date }) => ({
      id,
      text: readFileSync(gold('events', 'texts', `${id}.txt`), 'utf8'),
      published: date,
    }))
    events = await reportsOf('events', records)
    dated = await reportsOf(
      'dated',
      records.map(({ id, text }) => ({ id, text })),
    )
    quoted = await reportsOf(
      'quotes',
      some(readdirSync(quotes)).map((file) => JSON.parse(readFileSync(join(quotes, file), 'utf8')) as object),
    )
  }, 120_000)

  test('events and figures', async () => {
    const { out } = await run(process.execPath, [shared('score-events.mjs'), annotations, events, '--json'])
    type Figures = Record<string, { precision: number; recall: number; f1: number }>
    const theirs = JSON.parse(out) as Figures & {
      missingReports: number
      extra: Figures
      byType: Figures
      fields: Record<string, { n: number; accuracy: number }>
    }
    const ours = await evaluation('events', annotations, events)
    expect(ours.withoutReport).toHaveLength(theirs.missingReports)
    const measures = ['detection', 'quad', 'type', 'dyad', 'dyad+sector'] as const
    const all: Figures = {
      ...Object.fromEntries(measures.map((name) => [name, theirs[name]!])),
      ...theirs.byType,
      ...theirs.extra,
    }
    delete all.figures
    for (const [name, { precision, recall, f1 }] of Object.entries(all)) {
      const near = [precision, recall, f1].map((value) => expect.closeTo(value, 12))
      expect([name, ...Object.values(scoreOf(ours, name))]).toEqual([name, ...near])
    }
    for (const [name, { n, accuracy }] of Object.entries(theirs.fields))
      expect(ours.shares.find((share) => share.name === name)).toMatchObject({
        of: n,
        share: { value: expect.closeTo(accuracy, 12) },
      })
    const { precision, recall, f1 } = theirs.extra.figures!
    expect(scoreOf(await evaluation('figures', annotations, events), 'figures')).toEqual({
      precision: expect.closeTo(precision, 12),
      recall: expect.closeTo(recall, 12),
      f1: expect.closeTo(f1, 12),
    })
  })

  test('quotations', async () => {
    const theirs = await scorer(shared('score_quotes.py'), quotes, quoted)
    const ours = await evaluation('quotes', quotes, quoted)
    const lines = ['messages', 'roles', 'joint'].map((name) => {
      const { precision, recall, f1 } = scoreOf(ours, name)
      return `${name.padEnd(9)} P ${percent(precision)} R ${percent(recall)} F1 ${percent(f1)}`
    })
    const { name, of, share } = ours.shares[0]!
    lines.splice(2, 0, `${name} ${percent(share.value)} % of ${of}`)
    expect(`${lines.join('\n')}\n`).toBe(theirs)
  })

  test('dating', async () => {
    const theirs = await scorer(shared('score_dates.py'), gold('events', 'index.json'), dated)
    const { documents, shares, widths } = await evaluation('dating', gold('events', 'index.json'), dated)
    const [known, inside, , exact] = shares
    expect(theirs).toContain(
      `documents ${documents} dated ${known!.right} truth inside ${percent(inside!.share.value)} % exact ${percent(exact!.share.value)} %`,
    )
    // The scorer writes 99999 for undated documents and counts open intervals to the year 1 or 9999.
    const [median, ...quartiles] = [...theirs.matchAll(/\d+(?= days|$| \d+$)/gm)].map(([days]) =>
      Number(days) < 99_999 ? Number(days) : null,
    )
    expect([widths!.median, widths!.quartiles]).toEqual([median, quartiles])
  })

  test('times', async () => {
    // score_times.py takes an empty `<TIMEX3 …/>` for the beginning of the next one; the copy tells them apart.
    const script = inFolder(
      'score_times.py',
      readFileSync(shared('score_times.py'), 'utf8').replace(
        '<TIMEX3\\b([^>]*)>(.*?)',
        '<TIMEX3\\b([^>]*)(?<!/)>(.*?)',
      ),
    )
    const texts = join(folder, 'times.all.jsonl')
    expect((await lagebild(['times', times, '--texts', texts])).code).toBe(0)
    const records = readFileSync(texts, 'utf8').trimEnd().split('\n')
    mkdirSync(join(folder, 'tx'), { recursive: true })
    await scorer(script, times, '/dev/null', '--texts', join(folder, 'tx'))
    const sameTexts = (lines: readonly string[]) =>
      lines.map((line) => {
        const { id, text, published } = JSON.parse(line) as Record<string, string>
        return { id, text, published }
      })
    expect(sameTexts(records)).toEqual(
      sameTexts(
        readFileSync(join(folder, 'tx', 'all.jsonl'), 'utf8')
          .trimEnd()
          .split('\n'),
      ),
    )
    const reports = await reportsOf(
      'times',
      some(records).map((line) => JSON.parse(line) as object),
    )
    const ours = await evaluation('times', times, reports)
    const { gold: all, reported } = ours.scores[0]!
    const f1 = ['strict', 'relaxed', 'relaxed + type', 'relaxed + value'].map((name) => {
      const value = percent(scoreOf(ours, name).f1)
      return `${name.replaceAll(' ', '')} ${value}`
    })
    expect(await scorer(script, times, reports)).toBe(`gold ${all} found ${reported} ${f1.join(' ')}\n`)
  })
})
