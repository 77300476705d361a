import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { brief, readAll, scratchFolder } from '../../test/support/ingest.ts'

async function* chunks(...parts: string[]) {
  for (const part of parts) yield Buffer.from(part)
}

describe('readInputs', () => {
  it('reads a folder in the order of its names, without hidden files', async () => {
    const folder = scratchFolder()
    mkdirSync(`${folder}/b`)
    for (const [name, text] of [
      ['b/x.txt', 'x'],
      ['a.md', 'a'],
      ['.hidden.txt', 'h'],
      ['c.pdf', 'c'],
      ['b.jsonl', '{"text":"j"}\n'],
    ] as const)
      writeFileSync(`${folder}/${name}`, text)
    const items = (await readAll([folder])).map(brief)
    expect(items).toEqual([
      `${folder}/a.md: a`,
      `${folder}/b/x.txt: x`,
      `${folder}/b.jsonl:1: j`,
      `${folder}/c.pdf! unknown-format`,
    ])
  })
  it('expands a glob in order and says when nothing matches', async () => {
    const folder = scratchFolder()
    for (const name of ['2.txt', '1.txt', '3.md']) writeFileSync(`${folder}/${name}`, name)
    expect((await readAll([`${folder}/*.txt`])).map(brief)).toEqual([
      `${folder}/1.txt: 1.txt`,
      `${folder}/2.txt: 2.txt`,
    ])
    expect((await readAll([`${folder}/*.html`, `${folder}/no.txt`])).map(brief)).toEqual([
      `${folder}/*.html! not-found`,
      `${folder}/no.txt! not-found`,
    ])
  })
  it('takes the date that front matter states, and none that can not be read', async () => {
    const folder = scratchFolder()
    writeFileSync(`${folder}/a.md`, '---\ndate: 2024-04-19\n---\n\nDie Lage bleibt ruhig.\n')
    writeFileSync(`${folder}/b.md`, '---\ndate: bald\n---\n\nDie Lage bleibt ruhig.\n')
    const items = await readAll([folder])
    expect(items.map((item) => (item.kind === 'document' ? item.document.published : item))).toEqual([
      { edtf: '2024-04-19', basis: 'metadata' },
      null,
    ])
  })
  it('sniffs a file that is named itself', async () => {
    const folder = scratchFolder()
    writeFileSync(`${folder}/page`, '<!DOCTYPE html><html><body><p>Ein Satz.</p></body></html>')
    expect((await readAll([`${folder}/page`])).map(brief)).toEqual([`${folder}/page: Ein Satz.`])
  })
  it('takes the fields of a record and ignores others', async () => {
    const folder = scratchFolder()
    writeFileSync(
      `${folder}/a.json`,
      '[{"id":7,"text":"Text","title":"T","published":"2012-03","url":"https://a.example/x","outlet":"O","language":"de","quotes":[1]},{"text":"ohne"}]',
    )
    const [first, second] = await readAll([`${folder}/a.json`])
    expect(first).toMatchObject({
      document: {
        id: '7',
        text: 'Text',
        titleText: 'T',
        published: { edtf: '2012-03', basis: 'given' },
        language: 'de',
        blocks: null,
        source: { outlet: 'O', url: 'https://a.example/x', path: `${folder}/a.json` },
      },
    })
    expect(brief(second!)).toBe(`${folder}/a.json:2: ohne`)
  })
  it('lets options override, and refuses a date that is none', async () => {
    const stdin = () => chunks('{"text":"a","published":"gestern","outlet":"O"}\n')
    expect(await readAll(['-'], { stdin: stdin(), published: '2012-03-04', outlet: 'P' })).toMatchObject([
      { document: { published: { edtf: '2012-03-04', basis: 'given' }, source: { outlet: 'P' } } },
    ])
    expect(await readAll(['-'], { stdin: stdin() })).toMatchObject([
      { document: { published: null, diagnostics: [{ code: 'bad-date' }] } },
    ])
    await expect(readAll(['-'], { published: 'gestern' })).rejects.toThrow('bad-date')
  })
  it('reads standard input as JSONL or as one text', async () => {
    const records = chunks('{"text":"eins","id":"a"}\n{"te', 'xt":"zwei"}\n\n{"text":', '"drei"}')
    expect((await readAll(['-'], { stdin: records })).map(brief)).toEqual([
      'a: eins',
      '-:2: zwei',
      '-:4: drei',
    ])
    expect((await readAll(['-'], { stdin: chunks('Erste Zeile\n', 'zweite') })).map(brief)).toEqual([
      '-: Erste Zeile\nzweite',
    ])
    expect((await readAll(['-'], { stdin: chunks() })).map(brief)).toEqual(['-! empty'])
  })
  it('enters a linked folder once', async () => {
    const folder = scratchFolder()
    mkdirSync(`${folder}/a`)
    writeFileSync(`${folder}/a/x.txt`, 'x')
    symlinkSync(folder, `${folder}/a/up`)
    symlinkSync(`${folder}/a`, `${folder}/b`)
    expect((await readAll([folder])).map(brief)).toEqual([`${folder}/a/x.txt: x`])
  })
})
