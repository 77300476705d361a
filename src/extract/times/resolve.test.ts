import { describe, expect, it } from 'vitest'
import { tokensOf } from '../../../test/support/tokens.ts'
import { parseEdtf } from '../../base/calendar.ts'
import { resolveAll } from './component.ts'
import { findTimes } from './find.ts'

function resolved(text: string, published: string | null): string[] {
  const tokens = tokensOf(text)
  const found = tokens.sentences.flatMap(({ from, to }) => findTimes(text, from, to))
  return resolveAll(found, tokens, published === null ? null : parseEdtf(published), []).map(
    (t) => `${t.value} ${t.edtf}`,
  )
}

/** Text, the document's date, `value edtf`. 2014-01-08 is a Wednesday. */
const TABLE: readonly (readonly [string, string | null, readonly string[]])[] = [
  ['Er kam am 5. November 2023.', null, ['2023-11-05 2023-11-05']],
  ['Das war am Sonntag.', '2014-01-08', ['2014-01-05 2014-01-05']],
  ['Das war am Mittwoch.', '2014-01-08', ['2014-01-08 2014-01-08']],
  ['Gewählt werden soll am Sonntag.', '2014-01-08', ['2014-01-12 2014-01-12']],
  ['Am kommenden Mittwoch ist Wahl.', '2014-01-08', ['2014-01-15 2014-01-15']],
  ['Am vergangenen Mittwoch war Wahl.', '2014-01-08', ['2014-01-01 2014-01-01']],
  ['In der Nacht auf Sonntag gab es Tote.', '2014-01-08', ['2014-01-04TNI 2014-01-04/2014-01-05']],
  ['Am Sonntagabend war es ruhig.', '2014-01-08', ['2014-01-05TEV 2014-01-05']],
  ['Am Freitag vergangener Woche fielen Schüsse.', '2014-01-08', ['2014-01-03 2014-01-03']],
  [
    'Er saß vom 2. April bis zum 20. Juni 1943 in Haft.',
    '2014-01-08',
    ['1943-04-02 1943-04-02', '1943-06-20 1943-06-20'],
  ],
  ['Zwischen 1969 und 1981 galt das Gesetz.', '2014-01-08', ['1969 1969', '1981 1981']],
  ['Gestern fielen Schüsse.', '2014-01-08', ['2014-01-07 2014-01-07']],
  ['Vergangene Woche fiel die Stadt.', '2014-01-08', ['2014-W01 2013-12-30/2014-01-05']],
  ['Im vergangenen Monat war Ruhe.', '2014-01-08', ['2013-12 2013-12']],
  ['Im vergangenen Jahr war Krieg.', '2014-01-08', ['2013 2013']],
  ['Seit dem 7. Oktober war Krieg.', '2024-04-01', ['2023-10-07 2023-10-07']],
  ['Im Dezember war Wahl.', '2014-01-08', ['2013-12 2013-12']],
  [
    'Der Krieg begann am 3. Mai 1990. An diesem Tag fielen Schüsse.',
    '2014-01-08',
    ['1990-05-03 1990-05-03', '1990-05-03 1990-05-03'],
  ],
  [
    'Er kam am 3. Mai 1990. Es regnete. Es war kalt. Am Tag danach ging er.',
    '2014-01-08',
    ['1990-05-03 1990-05-03', '1990-05-04 1990-05-04'],
  ],
  [
    'Er kam im März 1990 und ging im August desselben Jahres.',
    '2014-01-08',
    ['1990-03 1990-03', '1990-08 1990-08'],
  ],
  ['In der übernächsten Woche ist Wahl.', '2014-01-08', ['2014-W04 2014-01-20/2014-01-26']],
  // What a phrase says of its own time goes before the tense of the clause.
  ['Proteste sind für Montag angekündigt.', '2014-01-08', ['2014-01-13 2014-01-13']],
  ['Grund sind Proteste nach der am Dienstag erfolgten Wahl.', '2014-01-08', ['2014-01-07 2014-01-07']],
  ['Vor zwei Jahren war Krieg.', '2014-01-08', ['P2Y 2012']],
  ['Vor drei Tagen war Wahl.', '2014-01-08', ['P3D 2014-01-05']],
  [
    'Am Montag um 14.30 Uhr war es soweit.',
    '2014-01-08',
    ['2014-01-06 2014-01-06', '2014-01-06T14:30 2014-01-06T14:30'],
  ],
  ['Am Wochenende hatten sie verhandelt.', '2014-01-08', ['2014-W01-WE 2014-01-04/2014-01-05']],
  ['Im Sommer 2014 war Krieg.', null, ['2014-SU 2014-06/2014-08']],
  ['Ostern 2014 war ruhig.', null, ['2014-04-20 2014-04-20']],
  ['Anfang Juni 2014 fiel die Stadt.', null, ['2014-06 2014-06-01/2014-06-10']],
  ['Das war am Sonntag.', '2013-02/2013-03', ['XXXX-WXX-7 2013-01-25/2013-03-31']],
  ['Das war am Sonntag.', null, ['XXXX-WXX-7 null']],
  ['Das war am 5. November.', '2023-10-07/2023-12-24', ['XXXX-11-05 2022-11-05/2023-11-05']],
  ['Er war einst Minister und ist jetzt frei.', '2014-01-08', ['PAST_REF null', 'PRESENT_REF null']],
]

describe('resolveAll', () => {
  it.each(TABLE)('%s (%s)', (text, published, expected) => {
    expect(resolved(text, published)).toEqual(expected)
  })
  it('counts from the entry of a live blog rather than from the document', () => {
    const text = 'Das war gestern.'
    const tokens = tokensOf(text)
    const blocks = [{ from: 0, to: text.length, kind: 'body' as const, published: '2023-11-03T10:00' }]
    const times = resolveAll(findTimes(text, 0, text.length), tokens, parseEdtf('2023-11-05'), blocks)
    expect(times.map((t) => t.value)).toEqual(['2023-11-02'])
  })
})
