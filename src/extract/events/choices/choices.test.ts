import { describe, expect, test } from 'vitest'
import { LagebildError } from '../../../base/errors.ts'
import { createNodeReader } from '../../../cli/reader.ts'
import { Document } from '../../../document/document.ts'
import { toldEvents } from '../coder.ts'
import { castOf } from './cast.ts'
import { asker, decide } from './decide.ts'
import { likeliest } from './likeliest.ts'
import { featuresOf, type Option, sideOptions } from './options.ts'
import { placeOptions } from './places.ts'
import { chancesOf, readChoiceWeights, scoreOf, type Weights, writeChoiceWeights } from './weights.ts'

const reader = createNodeReader()

function documentOf(text: string): Document {
  const doc = new Document({
    id: 'test',
    text,
    source: { outlet: null, agency: [], url: null, path: null, sha256: '', fetched: null },
    published: { edtf: '2020-01-10', basis: 'given' },
    titleText: null,
    language: 'de',
    blocks: null,
    diagnostics: [],
  })
  reader.pipeline.run(doc)
  return doc
}

const TEXT =
  'Die Armee des Tschad hat am Freitag mit Razzien in Abéché begonnen. Dabei sollen drei Männer verhaftet worden sein. Der Anwalt der Männer war zunächst nicht zu erreichen.'
const doc = documentOf(TEXT)
const told = toldEvents(doc, reader.tables)
const arrest = told.find((event) => TEXT.slice(event.trigger.from, event.trigger.to) === 'verhaftet')!
const nameOf = (id: string | undefined) => doc.layer('entities').find((e) => e.id === id)?.name ?? null

/** The rules are right, what they leave open is nobody, nowhere and no other day, and every event is sure. */
const INDIFFERENT = {
  actor: new Map([
    ['nobody', 3],
    ['rule', 9],
  ]),
  recipient: new Map([
    ['nobody', 3],
    ['rule', 9],
  ]),
  place: new Map([['nowhere', 9]]),
  date: new Map([
    ['today', 9],
    ['rule', 19],
  ]),
  right: new Map([['event', 9]]),
}

describe('options', () => {
  test('the sentence leaves the actor open', () => {
    expect(arrest.actors).toEqual([])
    expect(arrest.recipients.map(nameOf)).toEqual(['Männer'])
  })

  test('everybody who acts in the report, and nobody', () => {
    const options = sideOptions(asker(told, doc, castOf(doc))(arrest), 'actor')
    expect(options.map(({ member }) => member?.entity.name ?? null)).toEqual(
      expect.arrayContaining([null, 'Armee', 'Männer']),
    )
    const army = options.find(({ member }) => member?.entity.name === 'Armee')!
    expect(featuresOf(army)).toEqual(
      expect.arrayContaining(['far=1', 'sector=MIL/COERCE', 'role=subject/other']),
    )
    const men = options.find(({ member }) => member?.entity.name === 'Männer')!
    expect(featuresOf(men)).toEqual(expect.arrayContaining(['other', 'far=same', 'role=passive:']))
  })

  test('places with how they are named', () => {
    const options = placeOptions(asker(told, doc, castOf(doc))(arrest))
    const town = options.find(({ member }) => member?.entity.name === 'Abéché')!
    expect(featuresOf(town)).toEqual(expect.arrayContaining(['far=1/there', 'rule/country']))
  })

  test('in a long text only those come into question who are named near', () => {
    const long = documentOf(
      'Die Armee des Tschad sprach mit Kenia, Ghana, Togo, Peru, Kuba und Mali. '.repeat(120),
    )
    const cast = castOf(long)
    const word = long.layer('tokens').at(0)!
    const named = cast.around(word, []).flatMap(({ appearances }) => appearances)
    expect(cast.around(word, []).length).toBeLessThanOrEqual(250)
    expect(named.length).toBeGreaterThan(500)
    expect(castOf(doc).around(word, [])).toEqual(castOf(doc).members)
  })

  test('a cast has the paths of a hostile text bounded', () => {
    const long = documentOf(
      `Die Armee des Tschad und ${'die Polizei und '.repeat(400)}die Miliz griffen das Dorf an.`,
    )
    expect(castOf(long).members.length).toBeGreaterThan(0)
  })
})

describe('decisions', () => {
  test('nothing changes where nothing speaks for it', () => {
    const decided = decide(told, doc, INDIFFERENT, 0)
    expect(decided.map(({ actors, recipients, place }) => ({ actors, recipients, place }))).toEqual(
      told
        .filter(({ actors, recipients, type }) => actors.length + recipients.length > 0 || type !== 'CONSULT')
        .map(({ actors, recipients, place }) => ({ actors, recipients, place })),
    )
    expect(decided.every(({ confidence }) => confidence === 1)).toBe(true)
  })

  test('who is likely enough is named, with the chance', () => {
    const weights = { ...INDIFFERENT, actor: new Map([['sector=MIL/COERCE', 5]]) }
    const decided = decide(told, doc, weights, 0).find(({ id }) => id === arrest.id)!
    expect(decided.actors.map(nameOf)).toEqual(['Armee'])
    const argument = decided.arguments.find(({ role }) => role === 'actor')!
    expect(argument.chance).toBeGreaterThan(0.5)
    expect(TEXT.slice(argument.mention.from, argument.mention.to)).toContain('Armee')
  })

  test('a time of an earlier sentence dates what is told without one', () => {
    const weights = { ...INDIFFERENT, date: new Map([['far=1', 3]]) }
    const dated = decide(told, doc, weights, 0).find(({ id }) => id === arrest.id)!
    expect(dated.date).toMatchObject({ edtf: '2020-01-10', marked: true, from: TEXT.indexOf('Freitag') })
    expect(decide(told, doc, INDIFFERENT, 0).find(({ id }) => id === arrest.id)!.date?.marked).toBe(false)
  })

  test('to whom it was done is asked once it is known who did it', () => {
    const weights = {
      ...INDIFFERENT,
      actor: new Map([['sector=MIL/COERCE', 5]]),
      recipient: new Map([['other country', 9]]),
    }
    const open = told.map((event) => ({ ...event, recipients: [], arguments: [] }))
    const decided = decide(open, doc, weights, 0).find(({ id }) => id === arrest.id)!
    expect(decided.actors.map(nameOf)).toEqual(['Armee'])
    expect(nameOf(decided.recipients[0])).toMatch(/^(Tschad|Männer|Anwalt)$/)
  })

  test('nobody is both sides', () => {
    const weights = { ...INDIFFERENT, actor: new Map([['other', 9]]) }
    expect(decide(told, doc, weights, 0).find(({ id }) => id === arrest.id)!.actors).toEqual([])
  })

  test('what is doubtful is left out', () => {
    const weights = { ...INDIFFERENT, right: new Map([['event', -2]]) }
    expect(decide(told, doc, weights, 0.4)).toEqual([])
    expect(decide(told, doc, weights, 0).every(({ confidence }) => confidence === 0.12)).toBe(true)
  })
})

describe('weights', () => {
  test('chances sum to one, and grow with the score', () => {
    const chances = chancesOf([1, 0, -1])
    expect(chances.reduce((a, b) => a + b)).toBeCloseTo(1)
    expect(chances).toEqual([...chances].sort((a, b) => b - a))
    expect(scoreOf(['a', 'a', 'unknown'], new Map([['a', 2]]))).toBe(4)
  })

  test('are written and read again', () => {
    const weights = {
      ...INDIFFERENT,
      actor: new Map([
        ['b', 1.236],
        ['a', 0.001],
      ]),
    }
    const read = readChoiceWeights(writeChoiceWeights(weights))
    expect([...read.actor]).toEqual([['b', 1.24]])
    expect(read.right.get('event')).toBe(9)
  })

  test('of another version are refused', () => {
    expect(() => readChoiceWeights('{"actor":{}}')).toThrow(LagebildError)
  })
})

describe('as closely as is likely', () => {
  const cast = castOf(
    documentOf('Im Tschad haben Polizisten und Beamte der Polizei mit Soldaten und Bauern gesprochen.'),
  )
  const option = (kind: string, name: string, sector: string, score: string): Option => {
    const member = { ...cast.members[0]!, features: [], scores: new Map() }
    const entity = {
      ...member.entity,
      id: name,
      kind: kind as never,
      name,
      country: 'TCD',
      sector: sector as never,
    }
    return { member: { ...member, entity }, nearest: null, features: [score] }
  }
  const weights: Weights = new Map([
    ['much', 3],
    ['some', 1],
    ['little', 0],
  ])
  const named = (options: Option[], isState = true) => {
    const { option, isToName } = likeliest(options, weights, isState)
    return isToName ? option.member!.entity.name : null
  }
  const nobody: Option = { member: null, nearest: null, features: [] }

  test('who is likely himself', () => {
    expect(named([nobody, option('role', 'A', 'COP', 'much'), option('role', 'B', 'COP', 'some')])).toBe('A')
  })

  test('else one of a likely sector', () => {
    const police = ['A', 'B', 'C'].map((name) => option('role', name, 'COP', 'some'))
    expect(named([nobody, ...police, option('state', 'Tschad', 'GOV', 'little')])).toBe('A')
  })

  test('or of the likeliest sector of a likely country', () => {
    const people = ['MIL', 'COP', 'CVL'].map((sector) => option('role', sector, sector, 'some'))
    expect(named([nobody, ...people, option('state', 'Tschad', 'GOV', 'little')])).toBe('MIL')
    expect(named([nobody, ...people, option('state', 'Tschad', 'GOV', 'little')], false)).toBeNull()
  })

  test('else the state, unless it cannot stand for them', () => {
    const people = ['MIL', 'COP', 'CVL', 'REB'].map((sector) => option('role', sector, sector, 'some'))
    const options = [nobody, ...people, option('state', 'Tschad', 'GOV', 'little')]
    expect(named(options)).toBe('Tschad')
    expect(named(options, false)).toBeNull()
  })
})
