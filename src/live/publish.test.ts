import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makeReport, readingOf, type Told } from '../../test/support/reports.ts'
import { buildChronicle } from '../chronicle/build.ts'
import { READER_LANGUAGES } from '../render/messages/index.ts'
import { publish } from './publish.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lagebild-publish-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const told = (words: string): Told => ({
  ...{
    sentence: `Laut Centcom griffen <script>alert(1)</script> Jets an, ${words} starben.`,
    trigger: 'griffen',
  },
  ...{ type: 'ASSAULT', actors: ['USA'], recipients: ['IRQ'], date: '2014-01-06', by: 'Centcom' },
  figures: [{ words, value: Number(words) }],
})
const chronicle = buildChronicle(
  [
    readingOf(
      makeReport({
        id: 'a',
        outlet: 'A "Blatt"',
        url: 'javascript:alert(1)',
        published: '2014-01-07',
        told: [told('12')],
      }),
    ),
    readingOf(
      makeReport({
        id: 'b',
        outlet: 'B',
        published: '2014-01-08',
        told: [
          {
            ...told('30'),
            sentence: 'Nach anderen Angaben griffen Jets der USA dort an, 30 Menschen starben.',
          },
        ],
      }),
    ),
  ],
  [],
  [],
)
const options = { languages: READER_LANGUAGES, url: 'https://example.org/lage/', refresh: null }
const read = (...path: string[]) => readFileSync(join(folder, ...path), 'utf8')

describe('publish', () => {
  it('writes a page, feeds and JSON in each language', () => {
    publish(folder, chronicle, chronicle.events, options)
    expect(readdirSync(folder).sort()).toEqual(
      [...READER_LANGUAGES, 'coverage.json', 'events.jsonl', 'index.html'].sort(),
    )
    for (const lang of READER_LANGUAGES) {
      expect(readdirSync(join(folder, lang)).sort()).toEqual([
        'bulletin.json',
        'feed.atom',
        'feed.json',
        'feed.rss',
        'index.html',
      ])
      const page = read(lang, 'index.html')
      expect(page).toContain(` dir="${['ar', 'fa', 'he'].includes(lang) ? 'rtl' : 'ltr'}"><head>`)
      const main = page.slice(page.indexOf('<main>'), page.indexOf('</main>'))
      expect(main.match(/<li /g)).toHaveLength(1)
      expect(main).toContain('Centcom')
      expect(page.match(/hreflang=/g)).toHaveLength(READER_LANGUAGES.length)
    }
    expect(JSON.parse(read('events.jsonl').trim())).toMatchObject({ type: 'ASSAULT' })
  })

  it('needs nothing from elsewhere, and lets nothing of a report become live', () => {
    publish(folder, chronicle, chronicle.events, options)
    for (const lang of READER_LANGUAGES) {
      const page = read(lang, 'index.html')
      expect(page).not.toMatch(/<script|javascript:|src=|@import|url\(/)
      expect(page).toContain('&lt;script&gt;')
      for (const [, href] of page.matchAll(/href="([^"]*)"/g))
        expect(href).toMatch(/^(?:#|\.\.\/|feed\.|bulletin\.)/)
    }
  })

  it('leaves no half-written file behind and is the same when done again', () => {
    publish(folder, chronicle, chronicle.events, options)
    const first = read('ja', 'index.html')
    publish(folder, chronicle, chronicle.events, options)
    expect(read('ja', 'index.html')).toBe(first)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })
})
