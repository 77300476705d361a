import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { httpAnswer, warcRecord, zipOf } from '../../../test/support/archives.ts'
import { brief, readAll, scratchFolder } from '../../../test/support/ingest.ts'

const write = (name: string, content: string | Uint8Array) => {
  const path = `${scratchFolder()}/${name}`
  writeFileSync(path, content)
  return path
}
const texts = async (path: string, options = {}) =>
  (await readAll([path], options)).map(brief).map((line) => line.replaceAll(path, '@'))

const page = '<!DOCTYPE html><html><body><p>Ein Satz über die Lage in Basra.</p></body></html>'
const lines = '{"id":"a","text":"eins"}\n{"id":"b","text":"zwei"}\n'

describe('WARC', () => {
  const file = Buffer.concat([
    warcRecord('software: x\r\n', { type: 'warcinfo', contentType: 'application/warc-fields' }),
    warcRecord('GET / HTTP/1.1\r\n\r\n', { type: 'request' }),
    warcRecord(httpAnswer('Der Rat tagt.'), { url: 'https://nordwind.example/1' }),
    warcRecord(httpAnswer(page, ['Content-Type: text/html']), { url: 'https://nordwind.example/2' }),
    warcRecord(httpAnswer('\u0089PNG', ['Content-Type: image/png']), { url: 'https://nordwind.example/3' }),
    warcRecord(httpAnswer('Weg', undefined, 404), { url: 'https://nordwind.example/4' }),
    warcRecord('Nur der Text.', {
      type: 'conversion',
      contentType: 'text/plain',
      url: 'https://nordwind.example/5',
    }),
  ])
  const expected = [
    'https://nordwind.example/1: Der Rat tagt.',
    'https://nordwind.example/2: Ein Satz über die Lage in Basra.',
    'https://nordwind.example/5: Nur der Text.',
  ]

  it('gives the pages and texts, whatever the file is called', async () => {
    expect(await texts(write('a.warc', file))).toEqual(expected)
    expect(await texts(write('a', file))).toEqual(expected)
  })
  it('reads one gzip member a record, and the whole packed at once', async () => {
    const records = Buffer.concat([gzipSync(file.subarray(0, 300)), gzipSync(file.subarray(300))])
    expect(await texts(write('a.warc.gz', records))).toEqual(expected)
    expect(await texts(write('b.warc.gz', gzipSync(file)))).toEqual(expected)
  })
  it('knows address and time of fetching', async () => {
    const [item] = await readAll([write('a.warc', file)])
    expect(item).toMatchObject({
      document: { source: { url: 'https://nordwind.example/1', fetched: '2024-01-05T09:00:00Z' } },
    })
  })
  it('takes off chunks and compression, and leaves what is not packed', async () => {
    const packed = gzipSync('Der Rat tagt.')
    const chunked = Buffer.concat([
      Buffer.from(`${packed.length.toString(16)}\r\n`),
      packed,
      Buffer.from('\r\n0\r\n\r\n'),
    ])
    const headers = ['Content-Type: text/plain', 'Transfer-Encoding: chunked', 'Content-Encoding: gzip']
    const [left, right] = [httpAnswer(chunked, headers), httpAnswer('Der Rat tagt.', headers)]
    const path = write('a.warc', Buffer.concat([warcRecord(left), warcRecord(right)]))
    expect(await texts(path)).toEqual(Array(2).fill('https://nordwind.example/a: Der Rat tagt.'))
  })
  it('says where it is cut off or damaged, and keeps what came before', async () => {
    expect(await texts(write('a.warc', file.subarray(0, file.length - 30)))).toEqual([
      ...expected.slice(0, 2),
      '@! archive-damaged',
    ])
    const rubbish = Buffer.concat([file, Buffer.from('no record\r\n')])
    expect(await texts(write('a.warc', rubbish))).toEqual([...expected, '@! archive-damaged'])
    const half = gzipSync(file)
    expect((await texts(write('a.warc.gz', half.subarray(0, half.length - 40)))).at(-1)).toBe(
      '@! archive-damaged',
    )
  })
  it.each([['-5'], ['1e400'], ['zehn'], [String(2 ** 60)]])('trusts no length of %s', async (length) => {
    const path = write(
      'a.warc',
      Buffer.concat([warcRecord(httpAnswer('Erster.')), warcRecord('x', { length })]),
    )
    expect(await texts(path)).toEqual(['https://nordwind.example/a: Erster.', '@! archive-damaged'])
  })
  it('gives no memory to endless headers', async () => {
    const many = Buffer.from(
      `WARC/1.0\r\nWARC-Type: response\r\nX-Long: ${'x'.repeat(9_000_000)}\r\n${'X-A: b\r\n'.repeat(300_000)}Content-Length: 0\r\n\r\n`,
    )
    const path = write(
      'a.warc',
      Buffer.concat([many, Buffer.from('\r\n\r\n'), warcRecord(httpAnswer('Danach.'))]),
    )
    // The length lies beyond the headers that are looked at.
    expect(await texts(path)).toEqual(['@! archive-damaged'])
  })
  it('leaves a record out that is larger than the limit, and reads the next', async () => {
    const path = write(
      'a.warc',
      Buffer.concat([warcRecord(httpAnswer('x'.repeat(5000))), warcRecord(httpAnswer('Danach.'))]),
    )
    expect(await texts(path, { maxBytes: 1000 })).toEqual([
      'https://nordwind.example/a! too-large',
      'https://nordwind.example/a: Danach.',
    ])
  })
})

describe('zip and gzip', () => {
  it('reads every member by its own format, in the order of the archive', async () => {
    const path = write(
      'a.zip',
      zipOf([
        { name: 'b/x.txt', content: 'Ein Text.' },
        { name: 'a.html', content: page, isPacked: true },
        { name: 'c/', content: '' },
        { name: 'dump.jsonl.gz', content: gzipSync(lines) },
        { name: 'foto.jpg', content: 'JFIF' },
        { name: '__MACOSX/._x.txt', content: 'x' },
        { name: '.hidden.txt', content: 'x' },
        { name: 'inner.zip', content: zipOf([{ name: 'y.txt', content: 'Innen.' }]) },
      ]),
    )
    expect(await texts(path)).toEqual([
      '@#b/x.txt: Ein Text.',
      '@#a.html: Ein Satz über die Lage in Basra.',
      'a: eins',
      'b: zwei',
      '@#foto.jpg! unknown-format',
      '@#inner.zip#y.txt: Innen.',
    ])
  })
  it('reads a packed page as the page', async () => {
    expect(await texts(write('a.html.gz', gzipSync(page)))).toEqual(['@: Ein Satz über die Lage in Basra.'])
  })
  it.each([['../../etc/x.txt'], ['/etc/x.txt'], ['a/../../x.txt'], ['C:/x.txt'], ['..\\x.txt']])(
    'refuses a member named %s and reads the others',
    async (name) => {
      const path = write(
        'a.zip',
        zipOf([
          { name, content: 'böse' },
          { name: 'b.txt', content: 'Gut.' },
        ]),
      )
      const [first, second] = await texts(path)
      expect(first).toMatch(/! archive-path$/u)
      expect(second).toBe('@#b.txt: Gut.')
    },
  )
  it('says which member is encrypted or damaged, and reads the others', async () => {
    const path = write(
      'a.zip',
      zipOf([
        { name: 'a.txt', content: 'x', flags: 0x801 },
        { name: 'b.txt', content: 'Ein Text.'.repeat(50), isPacked: true, isDamaged: true },
        { name: 'c.txt', content: 'Gut.' },
      ]),
    )
    expect(await texts(path)).toEqual([
      '@#a.txt! archive-encrypted',
      '@#b.txt! archive-damaged',
      '@#c.txt: Gut.',
    ])
  })
  it('a zip file without its directory is damaged, and an office document no archive', async () => {
    const zip = zipOf([{ name: 'a.txt', content: 'Ein Text.' }])
    expect(await texts(write('a.zip', zip.subarray(0, zip.length - 30)))).toEqual(['@! archive-damaged'])
    const folder = scratchFolder()
    writeFileSync(`${folder}/a.docx`, zipOf([{ name: '[Content_Types].xml', content: '<x/>' }]))
    expect((await readAll([folder])).map(brief)).toEqual([`${folder}/a.docx! unknown-format`])
  })
  it('stops at a bomb, alone or in a zip, and reads the next file', async () => {
    const folder = scratchFolder()
    const bomb = gzipSync(Buffer.alloc(80_000_000, '\n'))
    writeFileSync(`${folder}/a.jsonl.gz`, bomb)
    writeFileSync(
      `${folder}/b.zip`,
      zipOf([{ name: 'x.jsonl', content: Buffer.alloc(80_000_000, '\n'), isPacked: true }]),
    )
    writeFileSync(`${folder}/c.txt`, 'Gut.')
    expect((await readAll([folder])).map(brief)).toEqual([
      `${folder}/a.jsonl.gz! archive-bomb`,
      `${folder}/b.zip! archive-bomb`,
      `${folder}/c.txt: Gut.`,
    ])
  })
  it('stops at lines without end that are no records', async () => {
    const path = write('a.jsonl.gz', gzipSync('x\n'.repeat(200_000)))
    const items = await texts(path)
    expect(items).toHaveLength(10_001)
    expect(items.at(-1)).toBe('@! too-many-faults')
  })
  it('does not follow archives into archives without end', async () => {
    let inner: Buffer = zipOf([{ name: 'x.txt', content: 'Tief.' }])
    for (let depth = 0; depth < 6; depth++) inner = zipOf([{ name: `${depth}.zip`, content: inner }])
    const [item, ...more] = await texts(write('a.zip', inner))
    expect(more).toEqual([])
    expect(item).toMatch(/! archive-depth$/u)
  })
})

describe('streams of any size', () => {
  it('keep memory bounded', async () => {
    const text = 'Der Rat tagt wieder, und niemand weiß, wie lange. '.repeat(400)
    async function* stream() {
      for (let n = 0; n < 3000; n++)
        yield warcRecord(httpAnswer(`${n} ${text}`), { url: `https://nordwind.example/${n}` })
    }
    const before = process.memoryUsage()
    let most = 0
    let count = 0
    const { readInputs } = await import('../read-inputs.ts')
    for await (const item of readInputs(['-'], { stdin: stream() })) {
      if (item.kind === 'document') count++
      const { heapUsed, arrayBuffers } = process.memoryUsage()
      if (count % 50 === 0)
        most = Math.max(most, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers)
    }
    expect(count).toBe(3000)
    // 60 MB went through; a collector that is late may leave a part of it lying.
    expect(most).toBeLessThan(40_000_000)
  }, 60_000)
})
