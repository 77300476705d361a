import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Document } from '../src/document/document.ts'
import { cleanComponent } from '../src/extract/clean/component.ts'
import { brief, readAll, scratchFolder } from './support/ingest.ts'

describe('inputs that are broken or hostile', () => {
  const write = (name: string, content: string | Uint8Array) => {
    const path = `${scratchFolder()}/${name}`
    writeFileSync(path, content)
    return path
  }

  it('an empty file, and one of white space', async () => {
    const paths = [
      write('a.txt', ''),
      write('b.txt', ' \n\t\n'),
      write('c.html', '<html><body></body></html>'),
    ]
    expect((await readAll(paths)).map(brief)).toEqual(paths.map((path) => `${path}! empty`))
  })
  it('50 MB in one line', async () => {
    const path = write('long.txt', 'Der Rat tagt (heute) wieder. '.repeat(1_800_000))
    const [item] = await readAll([path])
    if (item?.kind !== 'document') throw new Error('unread')
    const doc = new Document(item.document)
    const started = performance.now()
    cleanComponent([], () => null).run(doc)
    expect(doc.layer('body')).toHaveLength(1)
    expect(performance.now() - started).toBeLessThan(20_000)
  })
  it('a file over the limit', async () => {
    const path = write('big.txt', 'x'.repeat(2000))
    expect((await readAll([path], { maxBytes: 1000 })).map(brief)).toEqual([`${path}! too-large`])
  })
  it('binary data', async () => {
    const path = write(
      'a.txt',
      Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256),
    )
    expect((await readAll([path])).map(brief)).toEqual([`${path}! not-text`])
  })
  it('broken UTF-8', async () => {
    const path = write(
      'a.txt',
      Buffer.concat([Buffer.from('Größere Lücke: '), Buffer.from([0xe2, 0x82]), Buffer.from(' Ende.')]),
    )
    expect(await readAll([path])).toMatchObject([
      { document: { text: 'Größere Lücke: \ufffd Ende.', diagnostics: [{ code: 'encoding-damaged' }] } },
    ])
  })
  it.each([
    [
      'elements',
      `${'<div>'.repeat(100_000)}Ein Satz &amp; mehr.<script>alert(1)</script>${'</div>'.repeat(100_000)}`,
    ],
    ['unclosed tags', `${'<b'.repeat(100_000)}<i>Ein Satz &amp; mehr.`],
  ])('100,000 nested %s', async (_what, html) => {
    const path = write('deep.html', html)
    const [item] = await readAll([path])
    expect(item?.kind === 'document' ? item.document.text : '').toMatch(/^(?:Ein Satz & mehr\.)?\n?/)
  })
  it('says that a page nests too deep', async () => {
    const path = write('deep.html', `${'<div>'.repeat(100_000)}Ein Satz &amp; mehr.`)
    expect(await readAll([path])).toMatchObject([
      { document: { text: 'Ein Satz & mehr.\n', diagnostics: [{ code: 'html-too-deep' }] } },
    ])
  })
  it('runs no script of a page', async () => {
    const path = write(
      'a.html',
      '<html><body onload="globalThis.pwned=1"><script>globalThis.pwned = 1</script><img src=x onerror="globalThis.pwned=1"><p>Ein Satz.</p></body></html>',
    )
    expect((await readAll([path])).map(brief)).toEqual([`${path}: Ein Satz.`])
    expect('pwned' in globalThis).toBe(false)
  })
  it('a socket', async () => {
    const path = `${scratchFolder()}/s.txt`
    const server = createServer().listen(path)
    onTestFinished(() => void server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    expect((await readAll([path])).map(brief)).toEqual([`${path}! not-a-file`])
  })
  it('links that lead in a circle', async () => {
    const folder = scratchFolder()
    mkdirSync(`${folder}/a`)
    symlinkSync('../a', `${folder}/a/again`)
    symlinkSync('self', `${folder}/self`)
    writeFileSync(`${folder}/x.txt`, 'x')
    expect((await readAll([folder])).map(brief)).toEqual([`${folder}/self! not-found`, `${folder}/x.txt: x`])
  })
  it('a line of JSONL that is no JSON, one that is no record, one that is no text', async () => {
    const path = write(
      'a.jsonl',
      Buffer.concat([
        Buffer.from('{"text":"eins"}\n{"text":\n[1]\n'),
        Buffer.from([0, 10]),
        Buffer.from('{"text":"zwei"}'),
      ]),
    )
    expect((await readAll([path])).map(brief)).toEqual([
      `${path}:1: eins`,
      `${path}:2! bad-json`,
      `${path}:3! bad-json`,
      `${path}:4! not-text`,
      `${path}:5: zwei`,
    ])
  })
})
