import { readFileSync } from 'node:fs'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { describe, expect, it } from 'vitest'
import { renderLanguageTable, sampleEvent } from '../../../test/support/language-table.ts'
import { parseTsv } from '../../base/tsv.ts'
import { EVENT_TYPES, STATUSES } from '../../document/report.ts'
import { eventLine } from '../event-line.ts'
import { directionOf, messagesFor, READER_LANGUAGES } from './index.ts'
import { regionName } from './regions.ts'

function leaves(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]]
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`))
}

function argumentsOf(elements: readonly MessageFormatElement[], found = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type === TYPE.argument) found.add(element.value)
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      found.add(element.value)
      for (const { value } of Object.values(element.options)) argumentsOf(value, found)
    }
  }
  return found
}

const pluralsOf = (elements: readonly MessageFormatElement[]) =>
  elements.flatMap((element) => (element.type === TYPE.plural ? [Object.keys(element.options)] : []))

const english = new Map(leaves(messagesFor('en')))
/** The noun after a number stays as it is. */
const INVARIANT: ReadonlySet<string> = new Set(['tr', 'fa'])
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ...{
    ru: /\p{Script=Cyrillic}/u,
    ar: /\p{Script=Arabic}/u,
    fa: /\p{Script=Arabic}/u,
    he: /\p{Script=Hebrew}/u,
  },
  ...{
    'zh-Hans': /\p{Script=Han}/u,
    'zh-Hant': /\p{Script=Han}/u,
    th: /\p{Script=Thai}/u,
    ko: /\p{Script=Hangul}/u,
  },
  ja: /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u,
}

describe.each(READER_LANGUAGES)('messages of %s', (language) => {
  const messages = messagesFor(language)

  it('are ICU messages over the same arguments as the English ones', () => {
    for (const [path, text] of leaves(messages)) {
      const own = argumentsOf(parse(text, { ignoreTag: true }))
      // A unit may hang on the number itself as well.
      own.delete('count')
      const allowed = argumentsOf(parse(english.get(path)!, { ignoreTag: true }))
      allowed.delete('count')
      expect([path, [...own].sort()]).toEqual([path, [...allowed].sort()])
    }
  })

  it('have a form for every plural that whole numbers take', () => {
    const rules = new Intl.PluralRules(messages.locale)
    const needed = new Set(Array.from({ length: 300 }, (_, n) => rules.select(n)))
    if (INVARIANT.has(language)) return
    for (const [path, text] of leaves(messages))
      for (const forms of pluralsOf(parse(text, { ignoreTag: true })))
        for (const form of needed) expect([path, forms]).toEqual([path, expect.arrayContaining([form])])
  })

  it('are written in the script of the language', () => {
    const script = SCRIPTS[language]
    if (script === undefined) return
    for (const [path, text] of leaves(messages)) {
      if (path === '/locale' || path === '/bounds/between' || path.startsWith('/patterns/')) continue
      const words = text
        .replace(/\{n, plural,|\b(?:zero|one|two|few|many|other)\b(?= \{)/g, '')
        .replace(/\{\w+\}/g, '')
      expect([path, text, script.test(text)]).toEqual([path, text, true])
      expect([path, words, /\p{Script=Latin}/u.test(words)]).toEqual([path, words, false])
    }
  })

  it('never tell a claim, a denial, a plan as a fact, and never lose the source', () => {
    for (const type of EVENT_TYPES) {
      for (const mode of [null, ...Object.keys(messages.acts[type].modes)]) {
        const line = (status: (typeof STATUSES)[number], by: 'Centcom' | null) =>
          eventLine(sampleEvent({ status, by, changes: { type, mode } }), messages)
        const fact = line('asserted', null)
        for (const status of STATUSES) {
          expect(line(status, 'Centcom')).toContain('Centcom')
          expect(line(status, 'Centcom')).not.toBe(fact)
          if (status === 'asserted' || isActItself(type, status)) continue
          expect(line(status, null)).not.toBe(fact)
        }
        expect(line('claimed', null)).toContain('Nordblick')
        // What is denied, planned or only offered is not told in the words of a claim either.
        const others = STATUSES.filter((status) => !isActItself(type, status)).map((status) =>
          line(status, null),
        )
        expect(new Set(others).size).toBe(others.length)
      }
    }
  })

  it('say the same whoever does it to whom', () => {
    const [a, b] = ['USA', 'IRQ'].map((code) => regionName(code, messages.locale)!)
    for (const type of EVENT_TYPES) {
      for (const mode of [null, ...Object.keys(messages.acts[type].modes)]) {
        const one = sampleEvent({ status: 'claimed', by: 'Centcom', changes: { type, mode } })
        const swapped = eventLine({ ...one, actors: one.recipients, recipients: one.actors }, messages)
        const exchanged = eventLine(one, messages).replaceAll(a!, '_').replaceAll(b!, a!).replaceAll('_', b!)
        expect(swapped).toBe(exchanged)
      }
    }
  })

  it('set names apart where the language runs from right to left', () => {
    const line = eventLine(sampleEvent({ status: 'claimed', by: 'Centcom' }), messages)
    expect(line.includes('\u2068Centcom\u2069')).toBe(directionOf(messages) === 'rtl')
    expect(line.includes('←')).toBe(directionOf(messages) === 'rtl')
    expect(line.includes('→')).toBe(directionOf(messages) === 'ltr')
  })

  it('read as the table in test/gold/bulletins has them', () => {
    const table = readFileSync(
      new URL(`../../../test/gold/bulletins/${language}.tsv`, import.meta.url),
      'utf8',
    )
    expect(renderLanguageTable(language)).toBe(table)
  })
})

function isActItself(type: (typeof EVENT_TYPES)[number], status: (typeof STATUSES)[number]): boolean {
  return (
    (type === 'REJECT' && ['ruled-out', 'denied'].includes(status)) ||
    (type === 'THREATEN' && status === 'announced')
  )
}

/** CLDR would give these the name of a successor. */
const PAST_STATES = ['CSK', 'DDR', 'SUN', 'YUG']

describe('regionName', () => {
  it('knows every state of the codebook in every language', () => {
    const states = readFileSync(new URL('../../codebook/data/states.tsv', import.meta.url), 'utf8')
    const codes = parseTsv('states.tsv', states, ['iso3']).map(({ cells }) => cells.iso3!)
    expect(codes.length).toBeGreaterThan(190)
    const past = codes.filter((code) => regionName(code, 'en') === null)
    expect(past).toEqual(PAST_STATES)
    for (const language of READER_LANGUAGES)
      for (const code of codes.filter((one) => !past.includes(one)))
        expect([code, regionName(code, messagesFor(language).locale)]).not.toContain(null)
  })

  it('knows no country where there is none', () => {
    for (const code of ['IGO', 'NGO', 'ZZZ', 'usa-kerry-john', '']) expect(regionName(code, 'en')).toBeNull()
  })
})
