import { describe, expect, it } from 'vitest'
import { makeReport, readingOf, type Told } from '../../test/support/reports.ts'
import { buildChronicle } from './build.ts'

type Text = readonly [told: Told, extra: string]

const ASSAULT = { type: 'ASSAULT', date: '2019-06-12' } as const
const unmarked = { date: '2019-06-12', marked: false } as const

/** Two reports of one day each: what they tell are two incidents, though kind, day and country are one. */
const TWO: readonly (readonly [string, Text, Text])[] = [
  [
    'two towns, neither on a map',
    [
      {
        ...{ ...ASSAULT, mode: 'explosives', place: '@Herat:AFG', recipients: ['AFG/CVL:Passanten'] },
        sentence: 'In Herat riss eine Bombe am Mittwoch vier Passanten in den Tod.',
        when: 'am Mittwoch',
        trigger: 'riss',
        figures: [{ words: 'vier', value: 4 }],
      },
      'Die Polizei sperrte den Basar ab.',
    ],
    [
      {
        ...{ ...ASSAULT, mode: 'explosives', place: '@Kundus:AFG', recipients: ['AFG/CVL:Passanten'] },
        sentence: 'Eine Bombe tötete am Mittwoch in Kundus vier Passanten.',
        when: 'am Mittwoch',
        trigger: 'tötete',
        figures: [{ words: 'vier', value: 4 }],
      },
      'Der Sprengsatz lag unter einer Brücke.',
    ],
  ],
  [
    'one town, other victims, other numbers',
    [
      {
        ...{ ...ASSAULT, mode: 'firearms', place: '@Karatschi:PAK', recipients: ['PAK/COP:Polizisten'] },
        sentence: 'Am Vormittag erschossen Unbekannte in Karatschi zwei Polizisten an einer Kreuzung.',
        when: 'Am Vormittag',
        trigger: 'erschossen',
        figures: [{ words: 'zwei', value: 2, counted: 'Polizisten' }],
      },
      'Die Beamten regelten den Verkehr, als ein Motorrad hielt.',
    ],
    [
      {
        ...{ ...ASSAULT, mode: 'explosives', place: '@Karatschi:PAK', recipients: ['PAK/REL:Pilger'] },
        sentence: 'Abends explodierte in Karatschi ein Sprengsatz vor einem Schrein und tötete elf Pilger.',
        when: 'Abends',
        trigger: 'explodierte',
        figures: [{ words: 'elf', value: 11, counted: 'Pilger' }],
      },
      'Zu der Tat bekannte sich niemand. Der Schrein war zum Fest geschmückt.',
    ],
  ],
  [
    'a series and one of its days',
    [
      {
        ...{
          type: 'ASSAULT',
          date: '2019-06-10/2019-06-14',
          place: '@Borno:NGA',
          recipients: ['NGA/CVL:Bauern'],
        },
        sentence: 'Bei einer Welle von Überfällen in Borno starben seit Montag 58 Bauern.',
        when: 'seit Montag',
        trigger: 'Überfällen',
        figures: [{ words: '58', value: 58, counted: 'Bauern' }],
      },
      'Viele Familien sind auf der Flucht.',
    ],
    [
      {
        ...{ ...ASSAULT, place: '@Borno:NGA', recipients: ['NGA/CVL:Bauern'] },
        sentence: 'Bewaffnete überfielen am Mittwoch in Borno eine Gruppe Bauern.',
        when: 'am Mittwoch',
        trigger: 'überfielen',
      },
      'Sie kamen in der Dämmerung auf Pferden.',
    ],
  ],
  [
    'victims counted since a day, and one attack',
    [
      {
        ...{
          type: 'ASSAULT',
          date: '2019-06-10/2019-06-14',
          place: '@Ituri:COD',
          recipients: ['COD/CVL:Dorfbewohner'],
        },
        sentence: 'In Ituri wurden seit Montag 90 Dorfbewohner getötet.',
        when: 'seit Montag',
        trigger: 'getötet',
        figures: [{ words: '90', value: 90 }],
      },
      'Das teilte die Provinzverwaltung mit.',
    ],
    [
      {
        ...{ ...ASSAULT, place: '@Ituri:COD', recipients: ['COD/CVL:Dorfbewohner'] },
        sentence: 'Milizionäre haben am Mittwoch in Ituri Dorfbewohner mit Macheten getötet.',
        when: 'am Mittwoch',
        trigger: 'getötet',
      },
      'Ein Pfarrer sprach von einem Massaker im Morgengrauen.',
    ],
  ],
  [
    'counted attacks and one of them',
    [
      {
        ...{ ...ASSAULT, mode: 'explosives', place: '@Bagdad:IRQ', recipients: ['IRQ/CVL:Menschen'] },
        sentence: 'Drei Anschläge haben Bagdad am Mittwoch erschüttert, 24 Menschen starben.',
        when: 'am Mittwoch',
        trigger: 'Anschläge',
        figures: [
          { words: 'Drei', value: 3, unit: 'attacks' },
          { words: '24', value: 24 },
        ],
      },
      'Getroffen wurden Märkte und eine Haltestelle.',
    ],
    [
      {
        ...{ ...ASSAULT, mode: 'explosives', place: '@Bagdad:IRQ', recipients: ['IRQ/CVL:Menschen'] },
        sentence: 'Auf einem Markt in Bagdad explodierte am Mittwoch eine Autobombe.',
        when: 'am Mittwoch',
        trigger: 'explodierte',
      },
      'Händler trugen Verletzte fort.',
    ],
  ],
  [
    'one country and kind, no town, nothing else in common',
    [
      {
        ...{
          ...ASSAULT,
          mode: 'firearms',
          place: '@Mexiko:MEX',
          precision: 'country',
          recipients: ['MEX/CVL:Bürgermeisterkandidat'],
        },
        sentence: 'In Mexiko ist am Mittwoch ein Bewerber um ein Bürgermeisteramt erschossen worden.',
        when: 'am Mittwoch',
        trigger: 'erschossen',
      },
      'Er war auf dem Weg zu einer Kundgebung an der Küste.',
    ],
    [
      {
        ...{
          ...ASSAULT,
          mode: 'firearms',
          place: '@Mexiko:MEX',
          precision: 'country',
          recipients: ['MEX/MED:Reporterin'],
        },
        sentence: 'Eine Reporterin wurde am Mittwoch im Norden Mexikos vor ihrer Wohnung erschossen.',
        when: 'am Mittwoch',
        trigger: 'erschossen',
      },
      'Sie hatte über Schmuggler geschrieben und Drohungen erhalten.',
    ],
  ],
  [
    'two expulsions by one state',
    [
      {
        ...{
          type: 'SANCTION',
          mode: 'expel',
          actors: ['POL'],
          recipients: ['RUS/GOV:Diplomat'],
          ...unmarked,
        },
        sentence: 'Polen weist einen russischen Diplomaten aus.',
        trigger: 'weist',
      },
      'Ihm werden Kontakte zu Hackern vorgeworfen.',
    ],
    [
      {
        ...{ type: 'SANCTION', mode: 'expel', actors: ['POL'], recipients: ['BLR/GOV:Konsul'], ...unmarked },
        sentence: 'Warschau hat den belarussischen Konsul in Białystok zur Ausreise aufgefordert.',
        trigger: 'aufgefordert',
      },
      'Der Konsul hatte an einer Feier für Partisanen teilgenommen.',
    ],
  ],
  [
    'two speakers of one country on one matter',
    [
      {
        ...{
          type: 'ACCUSE',
          mode: 'disapprove',
          actors: ['DEU/PTY:Grüne'],
          recipients: ['TUR'],
          ...unmarked,
        },
        sentence: 'Die Grünen kritisierten die Festnahmen in der Türkei.',
        trigger: 'kritisierten',
      },
      'In Ankara waren mehrere Anwälte verhaftet worden.',
    ],
    [
      {
        ...{
          type: 'ACCUSE',
          mode: 'disapprove',
          actors: ['DEU/NGO:Anwaltverein'],
          recipients: ['TUR'],
          ...unmarked,
        },
        sentence: 'Der Anwaltverein kritisierte die Festnahmen in der Türkei.',
        trigger: 'kritisierte',
      },
      'In Ankara waren mehrere Anwälte verhaftet worden.',
    ],
  ],
  [
    'arrests in two matters',
    [
      {
        ...{
          type: 'COERCE',
          mode: 'arrest',
          actors: ['TUR/COP:Polizei'],
          recipients: ['TUR/CVL:Verdächtige'],
          ...unmarked,
        },
        sentence: 'Die türkische Polizei hat 35 Verdächtige nach Schüssen auf einen Konvoi festgenommen.',
        trigger: 'festgenommen',
        figures: [{ words: '35', value: 35, unit: 'arrested' }],
      },
      'Der Konvoi war bei Diyarbakır angegriffen worden.',
    ],
    [
      {
        ...{
          type: 'COERCE',
          mode: 'arrest',
          actors: ['TUR/COP:Polizei'],
          recipients: ['TUR/CVL:Studenten'],
          ...unmarked,
        },
        sentence:
          'Bei einer Feier an der Universität Istanbul nahm die türkische Polizei acht Studenten fest.',
        trigger: 'nahm',
        figures: [{ words: 'acht', value: 8, unit: 'arrested' }],
      },
      'Die Hochschulleitung hatte die Parade verboten.',
    ],
  ],
  [
    'attack and counter-attack',
    [
      {
        ...{ ...ASSAULT, mode: 'heavy-weapons', actors: ['PSE/REB:Kämpfer'], recipients: ['ISR'] },
        sentence: 'Kämpfer im Gazastreifen feuerten am Mittwoch eine Rakete auf Israel.',
        when: 'am Mittwoch',
        trigger: 'feuerten',
      },
      'Sie schlug auf einem Feld ein.',
    ],
    [
      {
        ...{ ...ASSAULT, mode: 'aerial', actors: ['ISR/MIL:Luftwaffe'], recipients: ['PSE/REB:Kämpfer'] },
        sentence: 'Die israelische Luftwaffe beschoss am Mittwoch Stellungen von Kämpfern im Gazastreifen.',
        when: 'am Mittwoch',
        trigger: 'beschoss',
      },
      'Getroffen wurde eine Werkstatt für Raketen.',
    ],
  ],
  [
    'a meeting and another one of the same minister',
    [
      {
        ...{ type: 'CONSULT', actors: ['FRA/GOV:Außenminister', 'LBN/GOV:Präsident'], ...unmarked },
        sentence: 'Der französische Außenminister traf in Beirut den libanesischen Präsidenten.',
        trigger: 'traf',
      },
      'Es ging um Kredite und Strom.',
    ],
    [
      {
        ...{ type: 'CONSULT', actors: ['FRA/GOV:Außenminister', 'JOR/GOV:König'], ...unmarked },
        sentence: 'In Amman sprach der französische Außenminister mit dem jordanischen König.',
        trigger: 'sprach',
      },
      'Es ging um Flüchtlinge und Wasser.',
    ],
  ],
]

/** Two reports that tell one incident in words of their own. */
const ONE: readonly (readonly [string, Text, Text])[] = [
  [
    'a count that grows',
    [
      {
        ...{ ...ASSAULT, mode: 'explosives', place: '@Kano:NGA', recipients: ['NGA/CVL:Menschen'] },
        sentence:
          'Mindestens 15 Menschen starben am Mittwoch bei einem Anschlag auf den Busbahnhof von Kano.',
        when: 'am Mittwoch',
        trigger: 'Anschlag',
        figures: [{ words: '15', min: 15 }],
      },
      'Zwei Busse brannten aus.',
    ],
    [
      {
        ...{ ...ASSAULT, mode: 'explosives', place: '@Kano:NGA', recipients: ['NGA/CVL:Reisende'] },
        sentence: 'Die Zahl der Toten nach der Explosion im Busbahnhof von Kano stieg auf 22.',
        trigger: 'Explosion',
        figures: [{ words: '22', value: 22 }],
      },
      'Ein Arzt sprach von schweren Verbrennungen.',
    ],
  ],
  [
    'a province for a town, an unmarked date',
    [
      {
        ...{ ...ASSAULT, mode: 'firearms', place: '@Sinai:EGY', recipients: ['EGY/MIL:Soldaten'] },
        sentence:
          'Angreifer haben am Mittwoch einen Kontrollposten auf dem Sinai beschossen und acht Soldaten getötet.',
        when: 'am Mittwoch',
        trigger: 'beschossen',
        figures: [{ words: 'acht', value: 8, counted: 'Soldaten' }],
      },
      'Die Armee verfolgte die Angreifer in die Wüste.',
    ],
    [
      {
        ...{ type: 'ASSAULT', ...unmarked, recipients: ['EGY/MIL:Soldaten'] },
        sentence: 'Beim Angriff auf einen Kontrollposten im Norden Ägyptens sind acht Soldaten gefallen.',
        trigger: 'Angriff',
        figures: [{ words: 'acht', value: 8, counted: 'Soldaten' }],
      },
      'Der Posten liegt an der Straße nach Al-Arisch auf dem Sinai.',
    ],
  ],
  [
    'a series told by both as one',
    [
      {
        ...{
          type: 'ASSAULT',
          date: '2019-06-10/2019-06-14',
          place: '@Borno:NGA',
          recipients: ['NGA/CVL:Bauern'],
        },
        sentence: 'Bei einer Serie von Überfällen in Borno starben seit Montag 58 Bauern.',
        when: 'seit Montag',
        trigger: 'Überfällen',
        figures: [{ words: '58', value: 58, counted: 'Bauern' }],
      },
      'Viele Familien sind auf der Flucht.',
    ],
    [
      {
        ...{
          type: 'ASSAULT',
          date: '2019-06-10/2019-06-14',
          place: '@Borno:NGA',
          recipients: ['NGA/CVL:Bauern'],
        },
        sentence: 'Überfälle haben in Borno in dieser Woche 58 Bauern das Leben gekostet.',
        when: 'in dieser Woche',
        trigger: 'Überfälle',
        figures: [{ words: '58', value: 58, counted: 'Bauern' }],
      },
      'Hilfswerke verteilen Zelte.',
    ],
  ],
  [
    'who speaks in other words',
    [
      {
        ...{
          type: 'ACCUSE',
          mode: 'allege',
          actors: ['KOR/GOV:Regierung'],
          recipients: ['PRK'],
          ...unmarked,
        },
        sentence: 'Die Regierung in Seoul machte Nordkorea für den Angriff auf die Server verantwortlich.',
        trigger: 'machte',
      },
      'Behörden waren tagelang nicht erreichbar.',
    ],
    [
      {
        ...{ type: 'ACCUSE', mode: 'allege', actors: ['KOR'], recipients: ['PRK'], ...unmarked },
        sentence: 'Südkorea beschuldigt den Norden, hinter dem Angriff auf Server der Behörden zu stecken.',
        trigger: 'beschuldigt',
      },
      'Die Server fielen am Wochenende aus.',
    ],
  ],
]

const eventsOf = (pair: readonly Text[]) =>
  buildChronicle(
    pair.map(([told, extra], at) =>
      readingOf(makeReport({ id: `r${at}`, told: [told], extra, published: '2019-06-13' })),
    ),
    [],
    [],
  ).events

describe('incidents of no day', () => {
  it('are two, where reports of some year or other tell a kind of act that happens every week', () => {
    const told = (sentence: string): Told => ({
      ...{ type: 'ASSAULT', mode: 'firearms', place: '@Hebron:PSE', recipients: ['PSE/CVL:Jugendlicher'] },
      ...{ sentence, trigger: 'erschossen', date: '2011/2019', marked: false },
    })
    const one = told('In Hebron wurde ein Jugendlicher von Soldaten erschossen.')
    const other = told('Ein Jugendlicher ist bei Zusammenstößen in Hebron erschossen worden.')
    const reports = [one, other].map((event, at) =>
      readingOf(makeReport({ id: `r${at}`, told: [event], published: '2011/2019' })),
    )
    expect(buildChronicle(reports, [], []).events).toHaveLength(2)
  })
})

describe('incidents of one day', () => {
  it.each(TWO)('two stay two: %s', (_, a, b) => {
    expect(eventsOf([a, b])).toHaveLength(2)
  })

  it.each(ONE)('one is one: %s', (_, a, b) => {
    expect(eventsOf([a, b])).toHaveLength(1)
  })
})
