import { describe, expect, it } from 'vitest'
import { makeReport } from '../../test/support/reports.ts'
import { parseReport } from './parse-report.ts'

const good = makeReport({
  id: 'a',
  told: [{ sentence: 'Die USA griffen an.', trigger: 'griffen', type: 'ASSAULT', actors: ['USA'] }],
})
const where = { path: 'reports.jsonl', line: 7 }
const event = good.events[0]!

describe('parseReport', () => {
  it('gives a good report back, from text or value', () => {
    expect(parseReport(JSON.stringify(good), where)).toEqual({ kind: 'report', report: good })
    expect(parseReport(good, where).kind).toBe('report')
    const indexed = { ...good, events: [{ ...event, figures: [4, 2] }] }
    expect(parseReport(indexed, where).kind).toBe('report')
  })

  it.each([
    ['{"schema":', 'report-no-json', 'no JSON'],
    ['{}', 'report-invalid', 'schema'],
    [{ ...good, events: [{ ...event, type: 'WAR' }] }, 'report-invalid', 'events[0].type'],
    [{ ...good, body: [[0, 999]] }, 'report-offsets', 'body[0]'],
    [
      { ...good, events: [{ ...event, evidence: { from: 5, to: 2 } }] },
      'report-offsets',
      'events[0].evidence',
    ],
    [{ ...good, events: [{ ...event, actors: ['e9'] }] }, 'report-offsets', 'no entity "e9"'],
    [{ ...good, source: { ...good.source, sha256: 'x' } }, 'report-offsets', 'sha256'],
  ])('says what is wrong and where: %#', (json, code, part) => {
    const parsed = parseReport(json, where)
    expect(parsed).toMatchObject({ kind: 'invalid', code })
    expect(parsed.kind === 'invalid' && parsed.message).toMatch(/^reports\.jsonl:7: /)
    expect(parsed.kind === 'invalid' && parsed.message).toContain(part)
  })

  it('does not measure offsets of a text that did not travel', () => {
    expect(parseReport({ ...good, text: null, body: [[0, 999]] }, { path: 'r' }).kind).toBe('report')
  })
})
