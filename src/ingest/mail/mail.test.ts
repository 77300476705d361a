import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { zipOf } from '../../../test/support/archives.ts'
import { brief, readAll, scratchFolder } from '../../../test/support/ingest.ts'

const HEAD = [
  'Received: from a.example by b.example; Fri, 5 Jan 2024 10:00:00 +0100',
  'From: "Pressestelle Musterstadt" <presse@musterstadt.example>',
  'To: redaktion@example.org',
  'Subject: =?utf-8?Q?Br=C3=BCcke_gesperrt?=',
  'Message-ID: <1@musterstadt.example>',
  'Date: Fri, 5 Jan 2024 10:00:00 +0100',
  'MIME-Version: 1.0',
]
const mail = (body: string, headers: readonly string[] = ['Content-Type: text/plain; charset=utf-8']) =>
  [...HEAD, ...headers, '', ...body.split('\n')].join('\r\n')
const BODY = [
  'Die Stadt hat die Brücke über den Fluss am Freitag gesperrt, weil Risse',
  'gefunden wurden.',
  '',
  '> So stand es in einer älteren Mail.',
  '',
  '-- ',
  'Eva Muster, Tel. 123',
].join('\n')

const write = (name: string, content: string | Uint8Array) => {
  const path = `${scratchFolder()}/${name}`
  writeFileSync(path, content)
  return path
}
const read = (name: string, content: string | Uint8Array) => readAll([write(name, content)])

describe('mail', () => {
  it.each([['a.eml'], ['a.txt'], ['a']])('is told by its heading, in %s', async (name) => {
    const [item] = await read(name, mail(BODY))
    if (item?.kind !== 'document') throw new Error(brief(item!))
    const { text, blocks, source, published } = item.document
    expect(blocks!.map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`)).toEqual([
      'title: Brücke gesperrt',
      'body: Die Stadt hat die Brücke über den Fluss am Freitag gesperrt, weil Risse gefunden wurden.',
      'furniture: So stand es in einer älteren Mail.',
      'furniture: Eva Muster, Tel. 123',
    ])
    expect(source).toMatchObject({
      outlet: 'Pressestelle Musterstadt',
      item: { uri: 'mid:1@musterstadt.example', embargoed: null },
    })
    expect(published?.edtf).toBe('2024-01-05T10:00+01:00')
  })
  it('a text with a heading of its own is no mail', async () => {
    const [item] = await read('a.txt', 'From: Basra\nDate: 5. Januar 2024\nSubject: Lage\n\nEin Text.')
    expect(item).toMatchObject({
      document: { source: expect.not.objectContaining({ item: expect.anything() }) },
    })
  })
  it('heeds an embargo and names what it takes the place of', async () => {
    const [item] = await read(
      'a.eml',
      mail(`Sperrfrist: 6. Januar 2024, 18.00 Uhr\n\n${BODY}`, ['Supersedes: <0@musterstadt.example>']),
    )
    expect(item).toMatchObject({
      document: {
        source: {
          item: {
            embargoed: '2024-01-06T17:00:00.000Z',
            replaces: [{ uri: 'mid:0@musterstadt.example', as: 'version' }],
          },
        },
      },
    })
  })
  it('reads the marked text where there is no plain one', async () => {
    const html =
      '<html><body><p>Die Brücke ist zu.</p><script>x()</script><p>Sie hat Risse.</p></body></html>'
    const [item] = await read('a.eml', mail(html, ['Content-Type: text/html; charset=utf-8']))
    expect(item).toMatchObject({ document: { text: 'Brücke gesperrt\nDie Brücke ist zu.\nSie hat Risse.' } })
  })
  it('reads what is attached, if it is news or an archive', async () => {
    const part = (type: string, name: string, content: string | Uint8Array) =>
      `--x\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(content).toString('base64')}\r\n`
    const zip = zipOf([{ name: 'a.txt', content: 'Im Archiv.' }])
    const body = `--x\r\nContent-Type: text/plain\r\n\r\nSiehe Anhang.\r\n${part('application/zip', 'b.zip', zip)}${part('image/png', 'c.png', 'PNG')}--x--`
    const path = write('a.eml', mail(body, ['Content-Type: multipart/mixed; boundary=x']))
    expect((await readAll([path])).map(brief).map((line) => line.replace(path, '@'))).toEqual([
      '@: Brücke gesperrt\nSiehe Anhang.',
      '@#b.zip#a.txt: Im Archiv.',
    ])
  })
  it('rubbish in base64, endless headings and nesting stop nothing', async () => {
    const folder = scratchFolder()
    const headers = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64']
    writeFileSync(`${folder}/a.eml`, mail('%%%!!!\u0000###', headers))
    writeFileSync(`${folder}/b.eml`, `${HEAD.join('\r\n')}\r\n${'X-Long: y\r\n'.repeat(100_000)}\r\nText.`)
    writeFileSync(
      `${folder}/c.eml`,
      mail(
        `${Array.from({ length: 500 }, (_, n) => `--${n}\nContent-Type: multipart/mixed; boundary=${n + 1}\n`).join('\n')}`,
        ['Content-Type: multipart/mixed; boundary=0'],
      ),
    )
    writeFileSync(`${folder}/d.eml`, mail(BODY, ['Content-Type: text/plain; charset=klingonisch']))
    writeFileSync(`${folder}/e.eml`, mail(BODY))
    const items = await readAll([folder])
    expect(items.map((item) => (item.kind === 'unread' ? item.diagnostics[0]!.code : 'document'))).toEqual([
      'no-text',
      'bad-mail',
      'bad-mail',
      'document',
      'document',
    ])
  })
})

describe('a mailbox', () => {
  const from = 'From presse@musterstadt.example Fri Jan  5 10:00:00 2024\r\n'
  it.each([['a.mbox'], ['a']])('gives each mail by itself: %s', async (name) => {
    const file = `${from}${mail('Erste Mail der Stadt.\n>From hier an gesperrt.')}\r\n\r\n${from}${mail('Zweite Mail der Stadt.')}\r\n`
    const path = write(name, file)
    expect((await readAll([path])).map(brief).map((line) => line.replace(path, '@'))).toEqual([
      '@:1: Brücke gesperrt\nErste Mail der Stadt.\nFr',
      '@:2: Brücke gesperrt\nZweite Mail der Stadt.',
    ])
  })
  it('leaves a mail out that is larger than the limit, and reads the next', async () => {
    const file = `${from}${mail('x'.repeat(5000))}\r\n\r\n${from}${mail('Zweite Mail der Stadt.')}\r\n`
    const items = await readAll([write('a.mbox', file)], { maxBytes: 2000 })
    expect(items.map((item) => (item.kind === 'unread' ? item.diagnostics[0]!.code : 'document'))).toEqual([
      'too-large',
      'document',
    ])
  })
})
