import { describe, expect, it } from 'vitest'
import { makeReport, readingOf, type Told } from '../../test/support/reports.ts'
import { buildChronicle } from '../chronicle/build.ts'
import { bulletinOf } from './bulletin.ts'
import { renderBulletinMarkdown } from './bulletin-markdown.ts'
import { READER_LANGUAGES } from './messages/index.ts'

const told = (sentence: string, killed: number): Told => ({
  ...{ sentence, trigger: 'griffen', type: 'ASSAULT', mode: 'aerial', actors: ['USA'], recipients: ['IRQ'] },
  ...{ date: '2014-01-06', by: 'Centcom', figures: [{ words: String(killed), value: killed }] },
})
const report = (id: string, one: Told) =>
  readingOf(makeReport({ id, outlet: `${id}-Blatt`, published: '2014-01-07', told: [one] }))
const chronicle = buildChronicle(
  [
    report('a', told('Laut Centcom griffen <b>Flugzeuge</b> der USA an; 12 starben.', 12)),
    report('b', told('Centcom zufolge griffen Jets der USA erneut dort an und 30 Menschen kamen um.', 30)),
  ],
  [],
  [],
)

describe('bulletinOf', () => {
  it('tells each event once, with its sources, its day and what is disputed', () => {
    const bulletin = bulletinOf(chronicle, chronicle.events, { language: 'en' })
    expect(bulletin).toMatchObject({
      ...{ language: 'en', direction: 'ltr', events: '1 event', total: 1, shown: 1 },
      days: [
        {
          ...{ edtf: '2014-01-06', date: 'January 6, 2014' },
          items: [{ status: 'claimed', independent: '2 independent sources', disputed: true }],
        },
      ],
      disputed: [{ kind: 'figures' }],
    })
    const [item] = bulletin.days[0]!.items
    expect(item!.line).toBe('USA → IRQ: air attack (according to Centcom); 12 killed and 30 killed')
    expect(item!.sources).toEqual(['a-Blatt', 'b-Blatt'])
    expect(bulletin.basis[0]).toBe('2 reports')
  })

  it('keeps the events with most sources when it has to be short', () => {
    const many = [...chronicle.events, { ...chronicle.events[0]!, id: 'x' as never, independentSources: 1 }]
    const bulletin = bulletinOf(chronicle, many, { language: 'de', max: 1 })
    expect([bulletin.total, bulletin.shown]).toEqual([2, 1])
    expect(bulletin.days[0]!.items[0]!.event).toBe(chronicle.events[0]!.id)
  })

  it('says that empty is not quiet, in every language', () => {
    for (const language of READER_LANGUAGES) {
      const bulletin = bulletinOf(chronicle, [], { language })
      expect(bulletin.events.length).toBeGreaterThan(8)
      expect(renderBulletinMarkdown(bulletin, language)).toContain(bulletin.notice)
    }
    expect(() => bulletinOf(chronicle, [], { language: 'xx' })).toThrow(/language-unknown/)
  })

  it('lets no markup of a report become live', () => {
    const text = renderBulletinMarkdown(bulletinOf(chronicle, chronicle.events, { language: 'fr' }), 'fr')
    expect(text).not.toMatch(/(^|[^\\])<b>/)
    expect(text).toContain('Déclarations contradictoires')
  })
})
