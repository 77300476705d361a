import { describe, expect, it } from 'vitest'
import { rule, TABLES } from '../../../test/support/live.ts'
import { makeReport, readingOf, type Told } from '../../../test/support/reports.ts'
import { buildChronicle } from '../../chronicle/build.ts'
import { refOf } from '../../chronicle/mention-refs.ts'
import type { Decision, DecisionAction, Reading, View } from '../../chronicle/types.ts'
import { READER_LANGUAGES } from '../../render/messages/index.ts'
import { alertInWords } from '../alert-text.ts'
import { memoryStanding } from '../state/live-state.ts'
import { type Alert, alertsBetween, watched } from './alerts.ts'
import type { WatchRule } from './rule.ts'

const strike = (sentence: string, more: Partial<Told> = {}): Told => ({
  ...{ sentence, trigger: 'griff', type: 'ASSAULT', mode: 'aerial', actors: ['USA'], recipients: ['IRQ'] },
  ...{ date: '2014-01-06', place: '@Mossul:IRQ' },
  ...more,
})
const killed = (words: string) => ({ figures: [{ words, value: Number(words) }] })

const FIRST = strike('Die Luftwaffe griff die Stadt an, 12 Menschen starben.', killed('12'))
const MORE = strike(
  'Augenzeugen zufolge griff ein Verband am selben Tag dort an und 19 kamen um.',
  killed('19'),
)
const DENIED = strike('Der Sprecher bestritt, dass jemand am Montag Mossul angriff.', {
  ...{ trigger: 'angriff', status: 'denied', by: 'der Sprecher' },
})

type Entry = { readonly reading: Reading } | { readonly decide: (view: View) => DecisionAction }

const report = (id: string, one: Told): Entry => ({
  reading: readingOf(makeReport({ id, outlet: `${id}-Blatt`, published: '2014-01-07', told: [one] })),
})
/** The same text in another outlet. */
const copy = (id: string, one: Told): Entry => report(id, one)
const rejectFirst: Entry = {
  decide: ({ chronicle }) => ({ kind: 'reject', mentions: chronicle.events[0]!.mentions.map(refOf) }),
}

const at = (index: number) => `2026-01-01T00:00:0${index}.000Z`

/** Feeds entries one by one; what each raised. */
function fed(entries: readonly Entry[], rules: readonly WatchRule[]): Alert[][] {
  const standing = memoryStanding()
  const ready = watched(rules, TABLES)
  const readings: Reading[] = []
  const decisions: Decision[] = []
  const view = (): View => ({
    readings: [...readings],
    decisions: [...decisions],
    chronicle: buildChronicle(readings, decisions, []),
  })
  let before = view()
  return entries.map((entry, index) => {
    const recordedAt = at(index)
    if ('reading' in entry) readings.push({ ...entry.reading, recordedAt })
    else decisions.push({ id: `d${index}`, recordedAt, by: 'ada', why: null, action: entry.decide(before) })
    const after = view()
    const alerts = alertsBetween(before, after, recordedAt, ready, standing)
    before = after
    return alerts
  })
}

const kinds = (steps: readonly Alert[][]) => steps.map((alerts) => alerts.map(({ kind }) => kind).join('+'))
const one = (on: unknown[], when: unknown = {}) => [rule({ id: 'r', name: 'Regel', on, when })]

describe('alerts', () => {
  it.each([
    ['new once, never for a copy', ['new'], [report('a', FIRST), copy('b', FIRST)], ['new', '']],
    [
      'changed by new figures only',
      ['changed'],
      [report('a', FIRST), copy('b', FIRST), report('c', MORE)],
      ['', '', 'changed'],
    ],
    [
      'a second source that is independent',
      ['second-source'],
      [report('a', FIRST), copy('b', FIRST), report('c', MORE)],
      ['', '', 'second'],
    ],
    [
      'a bound passed',
      [{ figure: { unit: 'killed', atLeast: 15 } }],
      [report('a', FIRST), report('c', MORE)],
      ['', 'figure'],
    ],
    [
      'a bound not passed',
      [{ figure: { unit: 'killed', atLeast: 20 } }],
      [report('a', FIRST), report('c', MORE)],
      ['', ''],
    ],
    [
      'a figure revised',
      ['figure-revised'],
      [report('a', FIRST), copy('b', FIRST), report('c', MORE)],
      ['', '', 'revised'],
    ],
    [
      'figures that contradict',
      ['contradiction'],
      [report('a', FIRST), report('c', MORE)],
      ['', 'contradiction'],
    ],
    ['a retraction when its cause falls', ['new'], [report('a', FIRST), rejectFirst], ['new', 'retracted']],
    [
      'a retraction of each that stood',
      ['contradiction', 'second-source'],
      [report('a', FIRST), report('c', MORE), rejectFirst],
      ['', 'contradiction+second', 'retracted+retracted'],
    ],
    [
      'nothing to take back that was never told',
      ['second-source'],
      [report('a', FIRST), rejectFirst],
      ['', ''],
    ],
  ] as const)('fires for %s', (_, on, entries, expected) => {
    expect(kinds(fed(entries, one([...on])))).toEqual(expected)
  })

  it.each([
    [{ actor: 'USA' }, true],
    [{ actor: 'Frankreich' }, false],
    [{ dyad: ['IRQ', 'USA'] }, true],
    [{ dyad: ['IRQ', 'FRA'] }, false],
    [{ type: ['ASSAULT'] }, true],
    [{ type: ['AID'] }, false],
    [{ quad: ['material-conflict'] }, true],
    [{ quad: ['verbal-cooperation'] }, false],
    [{ place: 'Mossul' }, true],
    [{ text: 'menschen' }, true],
    [{ text: 'brücke' }, false],
    [{ minConfidence: 0.9 }, false],
    [{ story: 'ffff0000' }, false],
  ])('is about %j: %s', (when, fires) => {
    expect(kinds(fed([report('a', FIRST)], one(['new'], when)))).toEqual([fires ? 'new' : ''])
  })

  it('tells when a denial changes what stands, with the words before and after', () => {
    const [, second] = fed([report('a', DENIED), report('b', FIRST)], one(['status']))
    expect(second!.map(({ kind, was, is }) => [kind, was, is])).toEqual([['status', 'denied', 'asserted']])
  })

  it('names rule, sentence, source, cause and what it corrects', () => {
    const [[first], [second]] = fed([report('a', FIRST), rejectFirst], one(['new'])) as [[Alert], [Alert]]
    expect(first).toMatchObject({
      ...{ rule: { id: 'r', name: 'Regel' }, kind: 'new', corrects: null, at: at(0) },
      sentence: { quote: FIRST.sentence, report: 'a' },
      source: { outlet: 'a-Blatt', published: '2014-01-07' },
      causes: [{ kind: 'report', report: 'a' }],
    })
    expect(second).toMatchObject({
      kind: 'retracted',
      corrects: first.id,
      causes: [{ kind: 'decision', by: 'ada' }],
    })
  })

  it('gives the same ids when a step is taken again', () => {
    const entries = [report('a', FIRST), report('c', MORE), rejectFirst]
    const rules = one(['new', 'contradiction', 'second-source'])
    const ids = (steps: Alert[][]) => steps.flat().map(({ id }) => id)
    expect(ids(fed(entries, rules))).toEqual(ids(fed(entries, rules)))
    expect(new Set(ids(fed(entries, rules))).size).toBe(6)
  })

  it('reads in every language, with the source in each', () => {
    const rules = one([
      'new',
      'changed',
      'contradiction',
      'second-source',
      'figure-revised',
      { figure: { unit: 'killed', atLeast: 15 } },
    ])
    const alerts = fed([report('a', FIRST), report('c', MORE), rejectFirst], rules).flat()
    expect(new Set(alerts.map(({ kind }) => kind)).size).toBeGreaterThan(5)
    for (const language of READER_LANGUAGES) {
      for (const alert of alerts) {
        const text = alertInWords(alert, language)
        expect(`${text.title} ${text.lines.join(' ')}`).not.toMatch(/[{}]|undefined|null/)
        expect(text.lines.join(' ')).toContain('-Blatt')
        expect(text.sentence).not.toBe('')
      }
    }
  })
})
