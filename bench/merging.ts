import { readFileSync } from 'node:fs'
import { buildChronicle } from '../src/chronicle/build.ts'
import { cardOf } from '../src/chronicle/card.ts'
import { CRITERIA, threshold } from '../src/chronicle/compatibility.ts'
import { type Features, featuresOf } from '../src/chronicle/features.ts'
import { Shared } from '../src/chronicle/shared.ts'
import { passagesOf } from '../src/chronicle/tellings.ts'
import type { EventMention, Reading } from '../src/chronicle/types.ts'
import type { Report } from '../src/document/report.ts'
import { identify } from '../src/store/identify.ts'

/**
 * Merging of read or loaded reports against `test/gold/merging`, by part, as `../shared/eval/score_merge.py` counts. `--why` lists the
 * pairs of the part tuned on that are missed or false, each with what every criterion says. Pairs of the other part are never shown.
 *
 *     npx tsx bench/merging.ts REPORTS.jsonl [--why]
 */
const GOLD = new URL('../test/gold/merging/gold.json', import.meta.url)

interface Incident {
  readonly id: string
  readonly type: string
  readonly part: 'tune' | 'held-out'
  readonly mentions: readonly { readonly report: string; readonly evidence: string }[]
}

interface Told {
  readonly incident: string
  readonly part: Incident['part']
  readonly type: string
  readonly report: string
  readonly evidence: string
  readonly found: EventMention | null
  readonly event: string | null
}

const [file = '', why] = process.argv.slice(2)
const reports = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Report)
const readings = reports.map((report): Reading => {
  const { reading, sighting, text } = identify(report)
  return { id: reading, sighting, text, recordedAt: '2026-01-01T00:00:00.000Z', report }
})
const { events } = buildChronicle(readings, [], [])
const features = featuresById()
const all = mentionsOfGold()

for (const part of ['tune', 'held-out', null] as const) {
  const told = all.filter((one) => part === null || one.part === part)
  const found = told.filter(({ event }) => event !== null)
  console.log(`${part ?? 'all'}: ${found.length} of ${told.length} mentions found`)
  console.log(`  pairwise  ${pairwise(told)}`)
  console.log(`  B3        ${bCubed(told)}, of those found ${bCubed(found)}`)
}
if (why === '--why') explain(all.filter(({ part }) => part === 'tune'))

function featuresById(): Map<string, Features> {
  const shared = new Shared()
  const found = new Map<string, Features>()
  for (const reading of readings) {
    const card = cardOf(reading, shared)
    for (const one of featuresOf(passagesOf([card]), card.story, shared)) found.set(one.id, one)
  }
  return found
}

function mentionsOfGold(): Told[] {
  const texts = new Map(reports.map(({ id, text }) => [id, text ?? '']))
  const byReport = new Map<string, { mention: EventMention; event: string }[]>()
  for (const { id, mentions } of events)
    for (const mention of mentions)
      byReport.set(mention.report, [...(byReport.get(mention.report) ?? []), { mention, event: id }])
  const { incidents } = JSON.parse(readFileSync(GOLD, 'utf8')) as { incidents: readonly Incident[] }
  return incidents.flatMap(({ id: incident, type, part, mentions }) =>
    mentions.map(({ report, evidence }): Told => {
      const from = texts.get(report)!.indexOf(evidence)
      let best: { fits: number; mention: EventMention; event: string } | null = null
      for (const one of byReport.get(report) ?? []) {
        const overlap = diceOf(one.mention.evidence, { from, to: from + evidence.length })
        const fits = overlap < 0.3 ? 0 : overlap + (one.mention.type === type ? 1 : 0)
        if (fits > (best?.fits ?? 0)) best = { fits, ...one }
      }
      return {
        ...{ incident, type, part, report, evidence },
        found: best?.mention ?? null,
        event: best?.event ?? null,
      }
    }),
  )
}

interface Range {
  readonly from: number
  readonly to: number
}

function diceOf(a: Range, b: Range): number {
  const common = Math.min(a.to, b.to) - Math.max(a.from, b.from)
  return common <= 0 ? 0 : (2 * common) / (a.to - a.from + (b.to - b.from))
}

function pairsOf(told: readonly Told[], same: (a: Told, b: Told) => boolean): [Told, Told][] {
  return told.flatMap((a, at) =>
    told.slice(0, at).flatMap((b): [Told, Told][] => (same(a, b) ? [[b, a]] : [])),
  )
}

function pairwise(told: readonly Told[]): string {
  const truth = pairsOf(told, isOne)
  const made = pairsOf(told, isMerged)
  const right = made.filter(([a, b]) => isOne(a, b)).length
  return rates(right / Math.max(1, made.length), right / Math.max(1, truth.length))
}

function isOne(a: Told, b: Told): boolean {
  return a.incident === b.incident
}

function isMerged(a: Told, b: Told): boolean {
  return a.event !== null && a.event === b.event
}

function bCubed(told: readonly Told[]): string {
  let precision = 0
  let recall = 0
  for (const one of told) {
    if (one.event === null) continue
    const made = told.filter((other) => isMerged(one, other))
    const truth = told.filter((other) => isOne(one, other))
    const both = made.filter((other) => isOne(one, other)).length
    precision += both / made.length
    recall += both / truth.length
  }
  return rates(precision / Math.max(1, told.length), recall / Math.max(1, told.length))
}

function rates(precision: number, recall: number): string {
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return `P ${(100 * precision).toFixed(1)} R ${(100 * recall).toFixed(1)} F1 ${(100 * f1).toFixed(1)}`
}

function explain(told: readonly Told[]): void {
  for (const [a, b] of pairsOf(told, (left, right) => isOne(left, right) !== isMerged(left, right))) {
    const kind = isMerged(a, b) ? 'FALSE' : 'MISSED'
    const [left, right] = [featuresOfTold(a), featuresOfTold(b)]
    if (left === null || right === null) {
      console.log(
        `\n${kind} unread ${a.incident}: ${a.report}${left ? '' : ' (unread)'}, ${b.report}${right ? '' : ' (unread)'}`,
      )
      continue
    }
    const sums = CRITERIA.map(({ name, weigh }) => `${name} ${weigh(left, right).toFixed(2)}`)
    const sum = CRITERIA.reduce((total, { weigh }) => total + weigh(left, right), 0)
    console.log(
      `\n${kind} ${a.incident} / ${b.incident}: ${sum.toFixed(2)} of ${threshold(left, right)} (${sums.join(', ')})`,
    )
    for (const [one, own] of [
      [a, left],
      [b, right],
    ] as const)
      console.log(`  ${describe(one, own)}`)
  }
}

function featuresOfTold({ found }: Told): Features | null {
  return found === null ? null : features.get(found.id)!
}

function describe({ report, type, found }: Told, own: Features): string {
  const { actors, recipients, place, aux, figures, mode } = own
  const date =
    found!.date === null ? 'no date' : `${found!.date.edtf}${found!.date.marked ? '' : ' (unmarked)'}`
  const figured = figures.map(({ unit, set, low, high }) => `${low}..${high} ${unit} ${set.join('+')}`)
  const at = place === null ? 'no place' : `${place.name} (${place.precision})`
  const sides = `[${actors.keys.join()}] > [${recipients.keys.join()}]`
  return `${report}: ${own.type}${own.type === type ? '' : ` (gold ${type})`}/${mode} ${sides} @${at} ${date} ${aux ?? ''} ${figured.join('; ')} "${found!.evidence.quote}"`
}
