import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { reportSchema } from '../src/document/report.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const BUILT = join(ROOT, 'dist', 'cli', 'main.js')
const HAS_WORKER = existsSync(join(ROOT, 'dist', 'cli', 'worker.js'))
const SOURCE = ['--import', 'tsx', join('src', 'cli', 'main.ts')]
const folder = mkdtempSync(join(tmpdir(), 'lagebild-cli-'))
const data = join(folder, 'data')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

const node = (args: readonly string[]): Promise<Run> =>
  new Promise((resolve) => {
    const options = { cwd: ROOT, maxBuffer: 64 * 1024 * 1024 }
    execFile(process.execPath, [...args], options, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
const lagebild = (...args: string[]) => node([...SOURCE, ...args])
const linesOf = (text: string) => text.trimEnd().split('\n')
const json = <Value>({ out }: Run) => JSON.parse(out) as Value

describe.sequential('lagebild on the command line', () => {
  const written = join(folder, 'reports.jsonl')
  let count = 0

  test('read --json prints one valid report a line, in input order', async () => {
    const { code, out } = await lagebild('read', '--json', 'examples/reports')
    expect(code).toBe(0)
    const reports = linesOf(out).map((line) => reportSchema.parse(JSON.parse(line)))
    const paths = reports.map(({ source }) => source.path)
    count = reports.length
    expect(count).toBeGreaterThan(10)
    expect(paths.map(String)).toEqual(paths.map(String).toSorted())
    writeFileSync(written, out)
  })

  test('files are read in the order in which they are given', async () => {
    const files = ['rafah-termin.txt', 'ain-al-assad.txt'].map((name) => `examples/reports/${name}`)
    const { out } = await lagebild('read', '--json', ...files)
    expect(linesOf(out).map((line) => JSON.parse(line).id)).toEqual(files)
  })

  test('an analysis from outside takes the place of ours, and where there is none the report says so', async () => {
    const analyses = mkdtempSync(join(folder, 'analyses-'))
    const given = 'examples/reports/ain-al-assad.txt'
    const missing = 'examples/reports/rafah-termin.txt'
    const conllu = (await lagebild('analyse', given)).out
    writeFileSync(join(analyses, 'ain-al-assad.conllu'), conllu.replaceAll('\tVERB\t', '\tX\t'))
    const { out } = await lagebild('read', '--json', '--analysis-from', analyses, given, missing)
    const [taken, own] = linesOf(out).map((line) => reportSchema.parse(JSON.parse(line)))
    const [ours] = linesOf((await lagebild('read', '--json', given)).out).map((line) => JSON.parse(line))
    expect(taken!.diagnostics).toEqual([])
    expect(taken!.sentences).toEqual(ours.sentences)
    expect(taken!.events.length).toBeLessThan(ours.events.length)
    expect(own!.diagnostics.map((d) => d.code)).toEqual(['analysis-missing'])
    expect(own!.events).not.toEqual([])
  })

  test.skipIf(!HAS_WORKER)('two threads print the same bytes as one (needs the built worker)', async () => {
    const [one, two] = await Promise.all(
      ['1', '2'].map((jobs) => node([BUILT, 'read', '--json', '--jobs', jobs, 'examples/reports'])),
    )
    expect(one!.code).toBe(0)
    expect(two!.out).toBe(one!.out)
  })

  test('reading twice adds nothing', async () => {
    const first = await lagebild('--data', data, 'read', 'examples/reports')
    const second = await lagebild('--data', data, 'read', 'examples/reports')
    expect([first.code, second.code]).toEqual([0, 0])
    expect(first.err).toContain(`${count} new`)
    expect(second.err).toContain(`${count} known already`)
    expect(second.err).not.toContain(' new')
  })

  test('the chronicle says what it stands on, and explain shows the sentence', async () => {
    const { out: lines, err } = await lagebild('--data', data, 'chronicle', '--json')
    const events = linesOf(lines).map(
      (line) => JSON.parse(line) as { id: string; mentions: { report: string }[] },
    )
    const said = linesOf(err).find((line) => line.startsWith('{"kind":"coverage"'))!
    expect(JSON.parse(said)).toMatchObject({ total: events.length, coverage: { documents: count } })
    const event = events.find(({ mentions }) => mentions[0]!.report === 'examples/reports/ain-al-assad.txt')!
    const report = linesOf(readFileSync(written, 'utf8'))
      .map((line) => reportSchema.parse(JSON.parse(line)))
      .find(({ id }) => id === 'examples/reports/ain-al-assad.txt')!
    const { code, out } = await lagebild('--data', data, 'explain', event.id)
    expect(code).toBe(0)
    const flat = (text: string) => text.replace(/\s+/g, ' ')
    const told = report.events.map(({ evidence }) => report.text!.slice(evidence.from, evidence.to))
    expect(told.some((sentence) => flat(out).includes(flat(sentence)))).toBe(true)
  })

  test('figures, positions and copies tell what was said over time', async () => {
    const each = async (...args: string[]) => {
      const { code, out } = await lagebild('--data', data, ...args, '--json')
      expect(code).toBe(0)
      return linesOf(out).map((line) => JSON.parse(line))
    }
    const figures = await each('figures', '--unit', 'killed')
    expect(figures.length).toBeGreaterThan(3)
    for (const { figureSeries } of figures)
      for (const { unit, entries } of figureSeries) {
        expect(unit).toBe('killed')
        expect(entries[0]).toMatchObject({ step: 'first', bounds: { low: expect.any(Number) } })
      }
    const positions = await each('positions', '--holder', 'Iran')
    expect(positions[0].first.evidence.quote).not.toBe('')
    const events = await each('chronicle')
    const copied = events.find(({ sources }) =>
      sources.some(({ reports }: { reports: string[] }) => reports.some((one) => one.includes('kurz'))),
    )
    const [copy] = await each('copies', copied.id)
    expect(copy.copy.report).toContain('kurz')
    expect(copy.changes.leftOut).not.toEqual([])
  })

  test('an unknown event and a wrong option are refused', async () => {
    const unknown = await lagebild('--data', data, 'explain', 'zzzz')
    expect([unknown.code, unknown.out]).toEqual([1, ''])
    expect((await lagebild('read', '--jobs', 'many', 'examples/reports')).code).toBe(1)
  })

  test('load takes what read --json wrote; a bad line is refused and the rest kept', async () => {
    const other = join(folder, 'other')
    const broken = join(folder, 'broken.jsonl')
    const [good] = linesOf(readFileSync(written, 'utf8'))
    writeFileSync(broken, `${good}\n{"schema":"lagebild/report@1"}\nno json\n`)
    const partly = await lagebild('--data', other, 'load', broken)
    expect(partly.code).toBe(2)
    expect(partly.err).toMatch(/broken\.jsonl:2:.*\(report-invalid\)/)
    expect(partly.err).toMatch(/broken\.jsonl:3:.*\(report-no-json\)/)
    const loaded = await lagebild('--data', other, 'load', written)
    expect(loaded.code).toBe(0)
    expect(loaded.err).toContain(`1 same, ${count - 1} new; 0 lines refused`)
  })

  test('a path that is not there', async () => {
    const { code, err } = await lagebild('--data', data, 'read', join(folder, 'nowhere'))
    expect([code, err.includes('not-found')]).toEqual([3, true])
  })

  test('schema prints the JSON Schema of a report', async () => {
    const schema = json<{ $schema: string; properties: { schema: { const: string } } }>(
      await lagebild('schema'),
    )
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(schema.properties.schema.const).toBe('lagebild/report@1')
  })

  test('rebuild changes nothing that is told, and the doctor finds the store sound', async () => {
    const before = await lagebild('--data', data, 'chronicle')
    expect((await lagebild('--data', data, 'rebuild')).code).toBe(0)
    expect(await lagebild('--data', data, 'chronicle')).toEqual(before)
    const doctor = await lagebild('--data', data, 'doctor', '--json')
    expect(doctor.code).toBe(0)
    expect(json(doctor)).toMatchObject({ store: { integrity: 'ok', readings: count, sightings: count } })
  })
})
