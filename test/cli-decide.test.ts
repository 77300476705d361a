import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { run } from '../src/cli/program.ts'
import { makeReport, type Told } from './support/reports.ts'

const folder = mkdtempSync(join(tmpdir(), 'lagebild-decide-'))
const data = join(folder, 'data')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}
interface Line {
  readonly id: string
  readonly aliases: readonly string[]
  readonly type: string
  readonly review: string | null
  readonly mentions: readonly { report: string; from: number; to: number; id: string; quote: string }[]
  readonly relations: readonly { kind: string; event: string }[]
  readonly sources: readonly object[]
  readonly near?: string
  readonly change?: { kind: string; causes: readonly { kind: string; by?: string }[] }
}

/** In this process: a process each would cost more than all that they do. */
async function lagebild(...args: string[]): Promise<Run> {
  const written = { out: '', err: '' }
  const keep = (name: 'out' | 'err') => (text: unknown) => {
    written[name] += String(text)
    return true
  }
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keep('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep('err')),
  ]
  try {
    return { code: await run(['--data', data, ...args]), ...written }
  } finally {
    for (const spy of spies) spy.mockRestore()
    process.exitCode = undefined
  }
}
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .filter((line) => line !== '')
const chronicle = async (...args: string[]) =>
  linesOf((await lagebild('chronicle', '--json', ...args)).out).map((line) => JSON.parse(line) as Line)
const load = async (reports: readonly ReturnType<typeof makeReport>[]) => {
  const file = join(folder, 'reports.jsonl')
  writeFileSync(file, reports.map((report) => `${JSON.stringify(report)}\n`).join(''))
  expect((await lagebild('load', file)).code).toBe(0)
}

const blast: Told = {
  sentence: 'Bei einer Explosion auf dem Markt von Basra starben 12 Menschen.',
  trigger: 'Explosion',
  type: 'ASSAULT',
  mode: 'explosives',
  actors: ['IRN'],
  recipients: ['IRQ'],
  place: '@Basra:IRQ',
  date: '2014-01-06',
}
const blame: Told = {
  sentence: 'Der Irak gab nach der Explosion auf dem Markt von Basra dem Iran die Schuld.',
  trigger: 'Schuld',
  type: 'ACCUSE',
  actors: ['IRQ'],
  recipients: ['IRN'],
  date: '2014-01-07',
}
const report = (id: string, told: readonly Told[]) => makeReport({ id, told, published: '2014-01-07' })
const withPlace = (made: ReturnType<typeof makeReport>) => ({
  ...made,
  entities: made.entities.map((entity) =>
    entity.kind === 'place' ? { ...entity, coordinates: [30.51, 47.78] as [number, number] } : entity,
  ),
})

describe.sequential('deciding on the command line', () => {
  let event: Line
  let answer: Line
  let between = ''

  beforeAll(async () => {
    vi.stubEnv('LAGEBILD_BY', 'ada')
    await load([
      withPlace(report('a', [blast])),
      withPlace(report('b', [{ ...blast, sentence: `${blast.sentence.slice(0, -1)}, hieß es später.` }])),
      report('c', [blame]),
    ])
  })

  test('the chronicle is an event a line, with sources, relations and mentions of the reports that were given', async () => {
    const events = await chronicle()
    event = events.find(({ type }) => type === 'ASSAULT')!
    answer = events.find(({ type }) => type === 'ACCUSE')!
    expect(events).toHaveLength(2)
    expect(event.mentions.map(({ report }) => report).sort()).toEqual(['a', 'b'])
    expect(event.mentions[0]).toMatchObject({ from: 0, quote: expect.stringContaining('Basra') })
    expect(event.sources).toHaveLength(2)
    expect(event.relations).toEqual([{ kind: 'answered-by', event: answer.id, rule: 'sides-turned' }])
    const { out, err } = await lagebild('chronicle', '--json', '--actor', 'NOR')
    expect(out).toBe('')
    expect(JSON.parse(linesOf(err).find((line) => line.startsWith('{'))!)).toMatchObject({
      kind: 'coverage',
      total: 0,
      coverage: { documents: 3 },
    })
  })

  test('accept, set and undo are written down with who and why, and undone step by step', async () => {
    const accept = await lagebild('decide', 'accept', event.id.slice(0, 8), '--why', 'zwei Blätter', '--json')
    expect(accept.code).toBe(0)
    expect(JSON.parse(accept.out)).toMatchObject({
      by: 'ada',
      why: 'zwei Blätter',
      events: [event.id],
      undoneBy: null,
    })
    await lagebild('decide', 'set', event.id, 'date', '2014-01-05', '--by', 'bo')
    expect(await chronicle('--type', 'ASSAULT')).toMatchObject([
      { id: event.id, review: 'accepted', date: { edtf: '2014-01-05' } },
    ])
    expect((await lagebild('decide', 'undo', '--by', 'bo')).code).toBe(0)
    expect(await chronicle('--type', 'ASSAULT')).toMatchObject([{ date: { edtf: '2014-01-06' } }])
    const { out } = await lagebild('journal', '--lang', 'en', '--event', event.id)
    expect(out).toMatch(/ada: accepted – .*\n {2}„zwei Blätter“\n/)
    expect(out).toMatch(/bo: Date set: 2014-01-05 – .*\n {2}undone by/)
  })

  test('split by the label of a report, merge again', async () => {
    expect((await lagebild('decide', 'split', event.id, 'b')).code).toBe(0)
    const apart = await chronicle('--type', 'ASSAULT')
    expect(apart.map(({ mentions }) => mentions.map(({ report }) => report))).toEqual(
      expect.arrayContaining([['a'], ['b']]),
    )
    expect((await lagebild('decide', 'merge', ...apart.map(({ id }) => id))).code).toBe(0)
    expect(await chronicle('--type', 'ASSAULT')).toHaveLength(1)
    between = new Date(Date.now() + 1).toISOString()
    await new Promise((resolve) => setTimeout(resolve, 5))
  })

  test('a rejected event is told no longer; since says who did it; as-of shows what stood', async () => {
    expect((await lagebild('decide', 'reject', event.id)).code).toBe(0)
    expect((await chronicle()).map(({ id }) => id)).toEqual([answer.id])
    expect((await chronicle('--as-of', between)).map(({ id }) => id)).toContain(event.id)
    const changes = await chronicle('--since', between)
    const gone = changes.find(({ id }) => id === event.id)!
    expect(gone.change).toMatchObject({ kind: 'retracted', causes: [{ kind: 'decision', by: 'ada' }] })
    const { out } = await lagebild('chronicle', '--since', between, '--lang', 'en')
    expect(out).toContain('## Retracted (1)')
    expect(out).toContain('rejected by ada')
    expect(out).toContain('## Coverage')
    expect((await lagebild('decide', 'undo')).code).toBe(0)
    expect(await chronicle('--since', between)).toEqual([])
  })

  test('what cannot be meant is refused, and nothing is written down', async () => {
    const before = (await lagebild('journal', '--json')).out
    for (const args of [
      ['accept', 'ffffffffffffffff'],
      ['accept', event.id, 'ffffffffffffffff'],
      ['merge', event.id, event.aliases[0]!],
      ['split', event.id, 'a', 'b'],
      ['split', event.id, 'nowhere'],
      ['set', event.id, 'date', 'gestern'],
      ['set', event.id, 'colour', 'red'],
      ['undo', 'ffffffffffffffff'],
      ['judge', event.id],
    ]) {
      const { code, out } = await lagebild('decide', ...args)
      expect([code, out], args.join(' ')).toEqual([1, ''])
    }
    expect((await lagebild('journal', '--json')).out).toBe(before)
    for (const args of [
      ['--as-of', 'gestern'],
      ['--since', 'gestern'],
      ['--near', 'Basra'],
      ['--story', 'zzzz'],
      ['--min-confidence', 'high'],
    ])
      expect((await lagebild('chronicle', ...args)).code, args.join(' ')).toBe(1)
  })

  test('places near a point; those told less precisely stand apart', async () => {
    const near = await chronicle('--near', '30.5,47.8', '--km', '20')
    expect(near.map(({ id, near }) => [id, near])).toEqual([[event.id, 'within']])
    expect((await chronicle('--near', '30.5,47.8', '--km', '3')).map(({ near }) => near)).toEqual(['apart'])
    expect(await chronicle('--near', '-30.5,47.8')).toEqual([])
    const { out } = await lagebild('chronicle', '--near', '30.5,47.8', '--km', '3', '--lang', 'en')
    expect(out).toContain('## Places given less precisely than the radius of 3 km')
  })

  test('stories, and the dossier of one', async () => {
    const stories = linesOf((await lagebild('stories', '--json')).out).map((line) => JSON.parse(line))
    expect(stories).toMatchObject([{ events: [event.id, answer.id] }])
    expect((await chronicle('--story', stories[0].id)).map(({ id }) => id)).toEqual([event.id, answer.id])
    const { out } = await lagebild('chronicle', '--story', answer.id, '--lang', 'en')
    expect(out).toMatch(/answered by: .*\n/)
    expect((await lagebild('stories', '--lang', 'en')).out).toContain('# Stories')
  })

  test('an export of a time stays the same, byte for byte, after more came in', async () => {
    const [one, two] = [join(folder, 'one'), join(folder, 'two')]
    expect((await lagebild('export', 'csv', '--out', one, '--as-of', between)).code).toBe(0)
    await lagebild('decide', 'reject', answer.id)
    await load([
      report('d', [
        { ...blast, sentence: 'Auf dem Markt von Basra gab es eine Explosion, sagt die Polizei.' },
      ]),
    ])
    expect((await lagebild('export', 'csv', '--out', two, '--as-of', between)).code).toBe(0)
    const files = (
      JSON.parse(readFileSync(join(one, 'manifest.json'), 'utf8')).tables as { file: string }[]
    ).map(({ file }) => file)
    expect(files).toEqual([
      'events.csv',
      'mentions.csv',
      'figures.csv',
      'contradictions.csv',
      'relations.csv',
      'tombstones.csv',
    ])
    for (const file of [...files, 'manifest.json'])
      expect(readFileSync(join(two, file), 'utf8'), file).toBe(readFileSync(join(one, file), 'utf8'))
    const table = await lagebild('export', 'jsonl', '--table', 'mentions')
    expect(linesOf(table.out).map((line) => JSON.parse(line).report)).toContain('d')
    expect((await lagebild('export', 'csv', '--table', 'nothing')).code).toBe(1)
    await lagebild('decide', 'undo')
  })

  test('forget erases a report and keeps its ids valid; reading it again does not bring it back', async () => {
    const dry = await lagebild('forget', 'a', '--dry-run')
    expect(dry.out).toContain('1 mentions of events, 1 with a mention elsewhere')
    const { code, out } = await lagebild('forget', 'a', '--why', 'Schutz', '--json')
    expect([code, JSON.parse(out)]).toMatchObject([0, { readings: 1, sightings: 1 }])
    const [left] = await chronicle('--type', 'ASSAULT')
    expect(left!.mentions.map(({ report }) => report).sort()).toEqual(['b', 'd'])
    expect((await lagebild('explain', event.id)).out).toContain(left!.id)
    expect((await lagebild('journal', '--lang', 'en')).out).toMatch(/ada: forgotten: [0-9a-f]{16}/)
    await load([withPlace(report('a', [blast]))])
    expect((await chronicle()).flatMap(({ mentions }) => mentions.map(({ report }) => report))).not.toContain(
      'a',
    )
    expect((await lagebild('rebuild')).code).toBe(0)
    expect(await chronicle('--type', 'ASSAULT')).toEqual([left])
    expect((await lagebild('forget', 'a')).code).toBe(1)
  })
})
