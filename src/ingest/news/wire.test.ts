import { writeFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { brief, readAll, scratchFolder } from '../../../test/support/ingest.ts'
import { embargoIn } from './embargo-line.ts'

const [SOH, STX, ETX, EOT] = ['\u0001', '\u0002', '\u0003', '\u0004']
const message = (number: string, body: string, { stamp = '071830 Jan 24' } = {}) =>
  `${SOH}nwa${number} 3 pl 87  nwa ${number}\r\n${STX}${body}\r\n${ETX}nwa ab cd\r\n${stamp}\r\n${EOT}`
const COPY = [
  'Irak/Anschläge/',
  '(Zusammenfassung)',
  'Zwölf Tote bei Anschlag in Basra =',
  '',
  '    Basra (nwa) - Bei einem Anschlag auf einen großen Markt in Basra sind',
  'am Sonntag zwölf Menschen getötet worden. Über die Täter ist nichts',
  'bekannt.',
  '    Die Ärzte baten um Hilfe.',
].join('\r\n')

const read = (content: string | Uint8Array, name = 'a.txt') => {
  const path = `${scratchFolder()}/${name}`
  writeFileSync(path, content)
  return readAll([path])
}
const BODY = [
  'Zwölf Tote bei Anschlag in Basra',
  '(Zusammenfassung)',
  'Basra (nwa) - Bei einem Anschlag auf einen großen Markt in Basra sind am Sonntag zwölf Menschen getötet worden. Über die Täter ist nichts bekannt.',
  'Die Ärzte baten um Hilfe.',
].join('\n')

/** DIN 66003 has no letters of German but in place of brackets. */
const din = (text: string) =>
  [...text]
    .map((sign) => ({ ä: '{', ö: '|', ü: '}', Ä: '[', Ö: '\\', Ü: ']', ß: '~' })[sign] ?? sign)
    .join('')

describe('agency copy (IPTC 7901)', () => {
  it.each([
    ['UTF-8', Buffer.from(message('0042', COPY))],
    ['Windows-1252', iconv.encode(message('0042', COPY), 'windows-1252')],
    ['code page 850', iconv.encode(message('0042', COPY), 'cp850')],
    ['DIN 66003', Buffer.from(din(message('0042', COPY)))],
  ])('heading, keywords, headline and paragraphs in %s', async (_charset, bytes) => {
    const [item, ...more] = await read(bytes)
    expect(more).toEqual([])
    if (item?.kind !== 'document') throw new Error(brief(item!))
    const { text, blocks, source, published } = item.document
    expect(text).toBe(BODY)
    expect(blocks!.map(({ kind }) => kind)).toEqual(['title', 'furniture', 'body', 'body'])
    expect(source).toMatchObject({
      outlet: 'nwa',
      item: {
        uri: 'iptc7901:nwa:2024-01-07:0042',
        urgency: 3,
        keywords: ['pl', 'Irak', 'Anschläge'],
        status: 'usable',
      },
    })
    expect(published).toEqual({ edtf: '2024-01-07T18:30', basis: 'metadata' })
  })
  it('is told without control characters by its heading alone, and only by a whole one', async () => {
    const bare = [SOH, STX, ETX, EOT].reduce((text, sign) => text.replace(sign, ''), message('0042', COPY))
    const [item] = await read(bare)
    expect(item).toMatchObject({ document: { source: { item: { urgency: 3 } } } })
    const [text] = await read('dpa 42 ist keine Meldung.\nEin Text.')
    expect(text).toMatchObject({
      document: { source: expect.not.objectContaining({ item: expect.anything() }) },
    })
  })
  it('parts a file of many messages, and a broken one stops none', async () => {
    const broken = `${SOH}???\r\n${STX}x${ETX}${EOT}`
    const file = message('0001', COPY) + broken + message('0002', COPY, { stamp: '081200 Mrz 24' })
    const items = await read(file, 'wire')
    expect(
      items.map((item) =>
        item.kind === 'document' ? item.document.published?.edtf : item.diagnostics[0]?.code,
      ),
    ).toEqual(['2024-01-07T18:30', 'bad-wire', '2024-03-08T12:00'])
  })
  it('heeds an embargo that stands in the copy', async () => {
    const [item] = await read(
      message(
        '0042',
        `Irak/\r\nTitel =\r\n\r\nSperrfrist: 8. Januar 2024, 18.00 Uhr\r\n\r\nDer Text der Meldung.`,
      ),
    )
    expect(item).toMatchObject({ document: { source: { item: { embargoed: '2024-01-08T17:00:00.000Z' } } } })
    if (item?.kind !== 'document') throw new Error('unread')
    expect(item.document.blocks!.map(({ kind }) => kind)).toEqual(['title', 'furniture', 'body'])
  })
  it('takes rubbish without failing', async () => {
    const rubbish = Uint8Array.from({ length: 50_000 }, (_, i) => (i * 7919) % 256)
    const path = `${scratchFolder()}/a.txt`
    writeFileSync(path, Buffer.concat([Buffer.from(`${SOH}nwa0042 3 pl 87\r\n${STX}`), rubbish]))
    expect(await readAll([path])).not.toEqual([])
    expect((await read(SOH.repeat(100_000))).map(({ kind }) => kind)).toEqual(['unread'])
  })
})

describe('embargoIn', () => {
  it.each([
    ['SPERRFRIST: 6. Januar 2024, 18.00 Uhr', '2024-01-06T17:00:00.000Z'],
    ['Sperrfrist: 06.07.2024, 18:30 Uhr', '2024-07-06T16:30:00.000Z'],
    ['+++ Sperrfrist 6. Januar 2024, 6 Uhr +++', '2024-01-06T05:00:00.000Z'],
    ['Sperrfrist: 18.00 Uhr, 6. Januar 2024', '2024-01-06T17:00:00.000Z'],
    ['Sperrfrist: 6. Januar 2024', '2024-01-05T23:00:00.000Z'],
    ['Embargo: 2024-01-06', '2024-01-05T23:00:00.000Z'],
    ['Sperrfrist: Beginn der Rede', 'unclear'],
    ['Sperrfrist:', 'unclear'],
    ['Sperrfrist: keine', null],
    ['Sperrfrist aufgehoben', null],
    ['Sperrfrist: aufgehoben', null],
    ['Sperrfristen gelten als überholt.', null],
    ['Das Embargo gegen den Irak bleibt.', null],
    ['Embargo gegen den Irak bleibt', null],
    ['Ein Text ohne alles.', null],
  ])('%s', (line, expected) => {
    expect(embargoIn(`Titel\n${line}\nDer Text.`)).toBe(expected)
  })
})
