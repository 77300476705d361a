import { describe, expect, test } from 'vitest'
import { entityAt, readText, wordsAt } from '../../../test/support/read-text.ts'

describe('who a word stands for', () => {
  test.each([
    ['Außenminister Heiko Maas reiste nach Teheran.', 'Maas', ['person', 'Heiko Maas', 'DEU', 'GOV']],
    [
      'Der irakische Ministerpräsident Adel Abdel Mahdi traf den iranischen Außenminister Mohammed Dschawad Sarif.',
      'Mahdi',
      ['person', 'Adel Abdel Mahdi', 'IRQ', 'GOV'],
    ],
    [
      'US-Soldaten haben in Mossul zwei Kämpfer getötet.',
      'US-Soldaten',
      ['population', 'US-Soldaten', 'USA', 'MIL'],
    ],
    [
      'Die US-Armee hat Stellungen der Miliz angegriffen.',
      'US-Armee',
      ['government', 'US-Armee', 'USA', 'MIL'],
    ],
    [
      'Die Regierung in Bagdad verurteilte den Angriff.',
      'Regierung',
      ['government', 'irakische Regierung', 'IRQ', 'GOV'],
    ],
    ['Die irakische Armee soll die Stadt angreifen.', 'Armee', ['organisation', 'Armee', 'IRQ', 'MIL']],
    [
      'Washington kündigte neue Sanktionen gegen Teheran an.',
      'Washington',
      ['government', 'Washington', 'USA', 'GOV'],
    ],
    [
      'Washington kündigte neue Sanktionen gegen Teheran an.',
      'Teheran',
      ['government', 'Teheran', 'IRN', 'GOV'],
    ],
    [
      'In Washington demonstrierten Menschen gegen den Krieg.',
      'Washington',
      ['place', 'Washington', 'USA', null],
    ],
    ['In Teheran explodierte eine Autobombe.', 'Teheran', ['place', 'Teheran', 'IRN', null]],
    ['Der Kreml wies die Vorwürfe zurück.', 'Kreml', ['government', 'Regierung (Russland)', 'RUS', 'GOV']],
    ['Israel und die Hamas vereinbarten eine Waffenruhe.', 'Hamas', ['armed-group', 'Hamas', 'PSE', 'REB']],
    [
      'Teheran bestellte den deutschen Botschafter ein.',
      'Botschafter',
      ['role', 'Botschafter', 'DEU', 'GOV'],
    ],
  ])('%s %s', (text, words, [...expected]) => {
    const entity = entityAt(readText(text), words)
    expect([entity?.kind, entity?.name, entity?.country, entity?.sector]).toEqual(expected)
  })

  test.each([
    ['Iraker demonstrierten in Basra gegen die Regierung.', 'Iraker', 'IRQ'],
    ['Die Ukrainer verteidigten die Stadt.', 'Ukrainer', 'UKR'],
  ])('a people: %s', (text, words, country) => {
    expect(entityAt(readText(text), words)).toMatchObject({ kind: 'population', country, sector: 'CVL' })
  })

  test('a surname after the full name is the same person', () => {
    const report = readText('Angela Merkel sprach mit Wladimir Putin. Merkel forderte eine Waffenruhe.')
    const merkel = report.entities.filter(({ name }) => name.includes('Merkel'))
    expect(merkel).toHaveLength(1)
    expect(merkel[0]!.mentions.map((m) => wordsAt(report, m))).toEqual(['Angela Merkel', 'Merkel'])
  })

  test('an office before the name is kept as the person’s role', () => {
    const report = readText('Außenminister Heiko Maas traf den irakischen Präsidenten Barham Salih.')
    expect(entityAt(report, 'Maas')?.role).toBe('foreign-minister')
    expect(entityAt(report, 'Salih')?.role).toBe('head-of-state')
  })

  test('an unknown holder of an office is still a person', () => {
    const report = readText('Verteidigungsminister Arvid Quastenberg reiste nach Bagdad.')
    expect(entityAt(report, 'Quastenberg')).toMatchObject({
      kind: 'person',
      name: 'Arvid Quastenberg',
      codebook: null,
      role: 'defence-minister',
    })
  })

  test('capital words that name nobody make no side', () => {
    expect(readText('Der Angriff am Freitag überraschte sehr.').entities).toEqual([])
    expect(readText('Die Lage im Land bleibt nach dem Krieg schwierig.').entities).toEqual([])
  })
})

describe('names that no table knows', () => {
  test.each([
    ['Die UDX fordert den Rücktritt der Regierung.', 'UDX', 'organisation'],
    ['Am Montag traf Thorvald Ekengren die Präsidentin.', 'Thorvald Ekengren', 'person'],
    ['Der SC Borlund verließ den Verband.', 'SC Borlund', 'organisation'],
    ['Am Montag verließ Ekengren den Saal.', 'Ekengren', 'person'],
    ['Bei Kämpfen in Zarwanda starben drei Menschen.', 'Zarwanda', 'place'],
  ])('%s', (text, name, kind) => {
    const found = readText(text).entities.find((e) => e.name === name)
    expect([found?.kind, found?.codebook]).toEqual([kind, null])
  })
})

test('a known group of no one state gets none from the report', () => {
  expect(entityAt(readText('Die USA griffen Stellungen der Al-Kaida an.'), 'Al-Kaida')?.country).toBeNull()
})

test.each([
  ['Der Islamische Staat griff Mossul an, Bagdad schickte Truppen in den Norden des Irak.', 'IRQ'],
  ['Der Islamische Staat griff Rakka an, die syrische Armee zog ab.', 'SYR'],
])('a group at home in several states is of the one that the report tells of: %s', (text, country) => {
  expect(entityAt(readText(text), 'Islamische')?.country).toBe(country)
})
