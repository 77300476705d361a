import { writeFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { brief, readAll, scratchFolder } from '../../../test/support/ingest.ts'
import type { RawDocument } from '../../document/document.ts'
import type { NewsItem } from '../../document/report.ts'

const read = (name: string, content: string | Uint8Array) => {
  const path = `${scratchFolder()}/${name}`
  writeFileSync(path, content)
  return readAll([path])
}
async function document(name: string, content: string | Uint8Array): Promise<RawDocument> {
  const items = await read(name, content)
  const [first] = items
  if (items.length !== 1 || first?.kind !== 'document') throw new Error(items.map(brief).join('; '))
  return first.document
}
const blocksOf = ({ blocks, text }: RawDocument) =>
  blocks!.map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`)
const codes = async (name: string, content: string | Uint8Array) =>
  (await read(name, content)).map((item) =>
    item.kind === 'document'
      ? `document ${item.document.diagnostics.map(({ code }) => code).join()}`.trim()
      : item.diagnostics.map(({ code }) => code).join(),
  )

const FACTS: NewsItem = {
  ...{ uri: 'urn:nordwind:1', version: '2', created: '2024-01-05T08:00:00.000Z', status: 'usable' },
  ...{
    embargoed: '2024-01-05T17:00:00.000Z',
    urgency: 3,
    corrects: true,
    replaces: [],
    keywords: ['Irak/Anschlag'],
  },
}
const BLOCKS = [
  'title: Zwölf Tote in Basra',
  'byline: Von Eva Muster',
  'body: Basra (nwa) - Bei einem Anschlag starben zwölf Menschen.',
  'caption: Der Markt am Morgen.',
  'body: Die Täter flohen.',
  'furniture: Berichtigt wird die Zahl.',
]
const XHTML =
  '<p>Basra (nwa) - Bei einem <b>Anschlag</b> starben zwölf Menschen.</p><figure><img src="x"/><figcaption>Der Markt am Morgen.</figcaption></figure><p>Die Täter flohen.</p><script>alert(1)</script>'

const NINJS_1 = {
  ...{ uri: 'urn:nordwind:1', type: 'text', version: '2', versioncreated: '2024-01-05T09:00:00+01:00' },
  ...{ pubstatus: 'usable', embargoed: '2024-01-05T18:00:00+01:00', urgency: 3, language: 'de' },
  ...{ headline: 'Zwölf Tote in Basra', byline: 'Von Eva Muster', ednote: 'Berichtigt wird die Zahl.' },
  ...{ slugline: 'Irak/Anschlag', infosource: [{ name: 'Nordwind' }], signal: [{ name: 'correction' }] },
  ...{ body_text: 'Nur der Text.', body_xhtml: XHTML },
}
const { headline, byline, body_text, body_xhtml, infosource, ...COMMON } = NINJS_1
const NINJS_2 = {
  ...COMMON,
  ...{ standard: { name: 'ninjs', version: '2.0' }, by: byline, infosources: infosource },
  headlines: [
    { role: 'short', value: 'Kurz' },
    { role: 'main', value: headline },
  ],
  bodies: [
    { role: 'plain', contenttype: 'text/plain', value: body_text },
    { role: 'html', contenttype: 'text/html', value: body_xhtml },
  ],
}

const newsItem = (guid = 'urn:nordwind:1', more = '', status = 'usable') => `
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${guid}" version="2" xml:lang="de">
 <itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:nwa"><name>Nordwind</name></provider>
  <versionCreated>2024-01-05T09:00:00+01:00</versionCreated>${more}
  <pubStatus qcode="stat:${status}"/><edNote>Berichtigt wird die Zahl.</edNote><signal qcode="sig:correction"/></itemMeta>
 <contentMeta><urgency>3</urgency><slugline>Irak/Anschlag</slugline><headline role="hr:short">Kurz</headline>
  <headline role="hr:main">Zwölf Tote in Basra</headline><by>Von Eva Muster</by></contentMeta>
 <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
  <body>${XHTML}</body></html></inlineXML></contentSet></newsItem>`
const EMBARGO = '<embargoed>2024-01-05T18:00:00+01:00</embargoed>'
const XML = '<?xml version="1.0" encoding="UTF-8"?>'

const nitf = (data: string, encoding = 'UTF-8') => `<?xml version="1.0" encoding="${encoding}"?>
<!DOCTYPE nitf SYSTEM "http://nitf.example/nitf-3-4.dtd">
<nitf><head><title>x</title><docdata ${data.startsWith('<') ? `>${data}` : data}<doc-id regsrc="Nordwind" id-string="urn:nordwind:1"/>
<urgency ed-urg="3"/><date.issue norm="20240105T090000+0100"/><du-key key="Irak" version="2"/>
<key-list><keyword key="Irak/Anschlag"/></key-list></docdata></head>
<body><body.head><hedline><hl1>Zwölf Tote in Basra</hl1></hedline><byline>Von Eva Muster</byline></body.head>
<body.content><p>Basra (nwa) - Bei einem <em>Anschlag</em> starben zwölf Menschen.</p>
<media media-type="image"><media-reference source="a.jpg"/><media-caption>Der Markt am Morgen.</media-caption></media>
<p>Die Täter flohen.</p></body.content></body></nitf>`

describe('items of newsrooms', () => {
  it.each([
    ['ninjs 1', 'a.json', JSON.stringify(NINJS_1, null, 1)],
    ['ninjs 2', 'a.json', JSON.stringify(NINJS_2)],
    ['ninjs as a line', 'a.jsonl', `${JSON.stringify(NINJS_2)}\n`],
    ['ninjs without an ending', 'a', JSON.stringify(NINJS_1, null, 2)],
    ['NewsML-G2', 'a.xml', XML + newsItem(undefined, EMBARGO)],
    [
      'NewsML-G2 in a message',
      'a',
      `${XML}<newsMessage><header/><itemSet>${newsItem(undefined, EMBARGO)}</itemSet></newsMessage>`,
    ],
    [
      'NewsML-G2 with a prefix, as text',
      'a.txt',
      (XML + newsItem(undefined, EMBARGO)).replaceAll(/<(\/?)(newsItem|itemMeta)/gu, '<$1nar:$2'),
    ],
  ])('%s: text, blocks and facts', async (_what, name, content) => {
    const doc = await document(name, content)
    expect(blocksOf(doc)).toEqual(BLOCKS)
    expect(doc.source).toMatchObject({ outlet: 'Nordwind', item: FACTS })
    expect(doc.published).toEqual({ edtf: '2024-01-05T09:00+01:00', basis: 'metadata' })
    expect(doc.language).toBe('de')
  })
  it('NITF: text, blocks and facts, in the character set that it names', async () => {
    const content = nitf(
      '<correction info="Zahl" id-string="urn:nordwind:0"/><date.release norm="20240105T180000+0100"/>',
      'ISO-8859-1',
    )
    const doc = await document('a.xml', iconv.encode(content, 'latin1'))
    expect(blocksOf(doc)).toEqual(BLOCKS.slice(0, 5))
    const replaces = [{ uri: 'urn:nordwind:0', as: 'correction' }]
    expect(doc.source).toMatchObject({ outlet: 'Nordwind', item: { ...FACTS, replaces } })
  })
  it('NITF: a document that cancels another', async () => {
    const doc = await document(
      'a.nitf',
      nitf('management-doc-idref="urn:x:7" management-idref-status="canceled">'),
    )
    expect(doc.source.item?.replaces).toEqual([{ uri: 'urn:x:7', as: 'withdrawal' }])
  })
  it('reads each item of a message', async () => {
    const message = `${XML}<newsMessage><itemSet>${newsItem('urn:a')}<packageItem guid="p"/>${newsItem('urn:b')}</itemSet></newsMessage>`
    const items = await read('a.xml', message)
    expect(items.map((item) => (item.kind === 'document' ? item.document.id.split('#')[1] : item))).toEqual([
      'urn:a',
      'urn:b',
    ])
  })
})

describe('what may not be used', () => {
  const status = async (more: object) => {
    const doc = await document('a.json', JSON.stringify({ ...NINJS_1, ...more }))
    const { status, embargoed } = doc.source.item!
    return [status, embargoed, ...doc.diagnostics.map(({ code }) => code)]
  }
  it.each([
    [{ pubstatus: 'canceled', embargoed: null }, ['canceled', null]],
    [{ pubstatus: 'cancelled', embargoed: null }, ['canceled', null]],
    [{ pubstatus: 'withheld', embargoed: null }, ['withheld', null]],
    [{ pubstatus: undefined, embargoed: null }, ['usable', null]],
    [{ pubstatus: 'seltsam', embargoed: null }, ['withheld', null, 'status-unknown']],
    [{ embargoed: '2024-01-05T18:00:00' }, ['usable', '2024-01-05T18:00:00.000Z']],
    [{ embargoed: '' }, ['withheld', null, 'embargo-unclear']],
    [{ embargoed: 'bald' }, ['withheld', null, 'embargo-unclear']],
    [{ embargoed: '2024-02-31T18:00:00Z' }, ['withheld', null, 'embargo-unclear']],
    [{ signal: [{ name: 'sig:kill' }], embargoed: null }, ['canceled', null]],
  ])('%j', async (more, expected) => {
    expect(await status(more)).toEqual(expected)
  })
  it('a kill without a word is an item all the same, an item without text otherwise none', async () => {
    const bare = { uri: 'urn:x:1', versioncreated: '2024-01-05T09:00:00Z' }
    const kill = await document('a.json', JSON.stringify({ ...bare, pubstatus: 'canceled' }))
    expect(kill.text).toBe('urn:x:1')
    expect(await codes('a.json', JSON.stringify({ ...bare, pubstatus: 'usable', headline: 'Bild' }))).toEqual(
      ['no-text'],
    )
    const empty = newsItem('urn:x:1', '', 'canceled').replace(
      /<contentSet>[\s\S]*<\/contentSet>/u,
      '<contentSet/>',
    )
    expect((await document('a.xml', XML + empty)).source.item?.status).toBe('canceled')
  })
  it('an empty embargo of NewsML-G2 holds until further notice', async () => {
    const doc = await document('a.xml', XML + newsItem('urn:x:1', '<embargoed/>'))
    expect(doc.source.item).toMatchObject({ status: 'withheld', embargoed: null })
  })
})

describe('XML that is broken or hostile', () => {
  const message = `${XML}<newsMessage><itemSet>${newsItem('urn:a')}${newsItem('urn:b')}</itemSet></newsMessage>`
  it('half an item is not read, the ones before it are', async () => {
    const cut = message.slice(0, message.lastIndexOf('Die Täter'))
    expect((await codes('a.xml', cut)).map((code) => code.split(' ')[0])).toEqual([
      'document',
      'xml-truncated',
    ])
    const single = XML + newsItem()
    expect(await codes('a.xml', single.slice(0, -40))).toEqual(['xml-truncated'])
    expect(await codes('a.xml', message.slice(0, -20))).toEqual(['document', 'document', 'xml-truncated'])
  })
  it('no entity is expanded, and nothing is fetched', async () => {
    const bomb = `<!DOCTYPE newsItem [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>`
    const doc = await document(
      'a.xml',
      XML + bomb + newsItem().replace('Die Täter flohen.', '&b; und &c; flohen.'),
    )
    expect(doc.text).toContain('&b; und &c; flohen.')
    expect(doc.diagnostics.map(({ code }) => code)).toEqual(['xml-entities'])
  })
  it('a wrong character set is found out', async () => {
    const doc = await document('a.xml', iconv.encode(XML + newsItem(), 'latin1'))
    expect(blocksOf(doc)).toEqual(BLOCKS)
    expect(doc.diagnostics.map(({ code }) => code)).toEqual(['encoding-guessed'])
  })
  it('deep and wide ones end in time', async () => {
    const deep = newsItem().replace('<p>Die', `${'<div>'.repeat(100_000)}<p>Die`)
    const started = performance.now()
    expect(await codes('a.xml', XML + deep)).toEqual(['xml-too-deep'])
    await read('a.xml', `${XML}<newsMessage>${'<itemSet/>'.repeat(300_000)}</newsMessage>`)
    await read('a.xml', `${XML}${'<!--'.repeat(300_000)}`)
    await read('a.xml', `${'<?xml '.repeat(300_000)}`)
    expect(performance.now() - started).toBeLessThan(15_000)
  })
  it('other XML is named as such', async () => {
    expect(await codes('a.xml', `${XML}<rss><channel><title>x</title></channel></rss>`)).toEqual([
      'unknown-xml',
    ])
    expect(await codes('a.xml', XML)).toEqual(['unknown-xml'])
    expect(await codes('a.xml', `${XML}<packageItem guid="x"/>`)).toEqual(['no-text'])
  })
  it('a page in XML stays a page', async () => {
    const doc = await document(
      'a.xml',
      `${XML}<html xmlns="http://www.w3.org/1999/xhtml"><body><p>Ein Satz.</p></body></html>`,
    )
    expect(doc.text.trim()).toBe('Ein Satz.')
  })
  it('ninjs with fields of another kind loses those and stops no other line', async () => {
    const odd = {
      ...NINJS_2,
      urgency: { a: 1 },
      headlines: 'x',
      bodies: [1, { value: 'x' }],
      body_xhtml: XHTML,
      version: ['x'],
    }
    const items = await read(
      'a.jsonl',
      `${JSON.stringify(odd)}\n{"uri":"x","pubstatus":"usable"}\n${JSON.stringify(NINJS_1)}\n`,
    )
    expect(items.map(({ kind }) => kind)).toEqual(['document', 'unread', 'document'])
  })
})
