import { describe, expect, test } from 'vitest'
import { eventAt, namesOf, readText } from '../../../test/support/read-text.ts'
import { parseReport } from '../../document/parse-report.ts'
import { reportSchema } from '../../document/report.ts'

describe('who did what to whom', () => {
  test.each([
    [
      'active',
      'Die USA haben Stellungen der Hisbollah im Irak angegriffen.',
      'angegriffen',
      ['ASSAULT', ['USA'], ['Hisbollah'], 'Irak'],
    ],
    [
      'active',
      'US-Soldaten haben in Mossul zwei Kämpfer getötet.',
      'getötet',
      ['ASSAULT', ['US-Soldaten'], ['Kämpfer'], 'Mossul'],
    ],
    [
      'headline without a verb',
      'Außenminister Heiko Maas zu Besuch in Bagdad',
      'Besuch',
      ['CONSULT', ['Heiko Maas'], ['Bagdad'], 'Bagdad'],
    ],
    [
      'counted people before whom a participle stands',
      'Die Ärzte berichteten von zwölf getöteten Zivilisten in Aleppo.',
      'getöteten',
      ['ASSAULT', [], ['Zivilisten'], 'Aleppo'],
    ],
    [
      'who speaks of himself',
      '„Wir lehnen das Ultimatum der USA ab“, sagte ein Sprecher der Taliban.',
      'lehnen',
      ['REJECT', ['Sprecher'], ['USA'], null],
    ],
    [
      'to have something done',
      'Die Regierung von Kenia ließ am Montag Dutzende Demonstranten festnehmen.',
      'festnehmen',
      ['COERCE', ['Regierung'], ['Demonstranten'], null],
    ],
    [
      'passive with von',
      'Der Soldat wurde von Rebellen entführt.',
      'entführt',
      ['ASSAULT', ['Rebellen'], ['Soldat'], null],
    ],
    [
      'passive with von',
      'Die Stadt wurde von der türkischen Luftwaffe bombardiert.',
      'bombardiert',
      ['ASSAULT', ['Luftwaffe'], ['Stadt'], null],
    ],
    [
      'passive without agent',
      'Dutzende Demonstranten wurden in Bagdad festgenommen.',
      'festgenommen',
      ['COERCE', [], ['Demonstranten'], 'Bagdad'],
    ],
    [
      'nominalisation with a genitive',
      'Der Angriff der Türkei auf die Kurden begann am Mittwoch.',
      'Angriff',
      ['ASSAULT', ['Türkei'], ['Kurden'], null],
    ],
    [
      'nominalisation with a genitive',
      'Der Angriff der US-Armee auf die Miliz dauerte zwei Stunden.',
      'Angriff',
      ['ASSAULT', ['US-Armee'], ['Miliz'], null],
    ],
    [
      'nominalisation with durch',
      'Die Festnahme von Demonstranten durch die Polizei löste Proteste aus.',
      'Festnahme',
      ['COERCE', ['Polizei'], ['Demonstranten'], null],
    ],
    [
      'meeting',
      'Heiko Maas und Sergej Lawrow trafen sich in Berlin.',
      'trafen',
      ['CONSULT', ['Heiko Maas', 'Sergej Lawrow'], [], 'Berlin'],
    ],
    [
      'call',
      'Der russische Präsident Wladimir Putin telefonierte mit Emmanuel Macron.',
      'telefonierte',
      ['CONSULT', ['Wladimir Putin', 'Emmanuel Macron'], [], null],
    ],
    [
      'demand',
      'Berlin forderte Moskau zum Abzug auf.',
      'forderte',
      ['REQUEST', ['Berlin'], ['Moskau'], null],
    ],
    [
      'demand',
      'Die UNO forderte die Konfliktparteien zu einer Waffenruhe auf.',
      'forderte',
      ['REQUEST', ['Vereinte Nationen'], ['Konfliktparteien'], null],
    ],
    [
      'demand: whose it is that is demanded',
      'Kenia verlangt den Rückzug der Armee aus Goma.',
      'verlangt',
      ['REQUEST', ['Kenia'], ['Armee'], 'Goma'],
    ],
    [
      'demand: what is demanded is no party',
      'Kenia verlangt eine Beobachtermission.',
      'verlangt',
      ['REQUEST', ['Kenia'], [], null],
    ],
    [
      'demand between two names',
      'Gestern forderte Biden von Netanjahu in einem Telefonat mehr Zurückhaltung.',
      'forderte',
      ['REQUEST', ['Biden'], ['Benjamin Netanjahu'], null],
    ],
    [
      'refusal, object first',
      'Eine Bitte der Gewerkschaft lehnte das Verteidigungsministerium am Montag ab.',
      'lehnte',
      ['REJECT', ['Verteidigungsministerium'], ['Gewerkschaft'], null],
    ],
    [
      'refusal, object first',
      'Eine Zusammenarbeit schließt Norwegen aus.',
      'schließt',
      ['REJECT', ['Norwegen'], [], null],
    ],
    [
      'sanctions',
      'Die EU hat Sanktionen gegen Belarus verhängt.',
      'verhängt',
      ['SANCTION', ['Europäische Union'], ['Belarus'], null],
    ],
    [
      'agreement',
      'Moskau und Ankara einigten sich auf eine Waffenruhe.',
      'einigten',
      ['AGREE', ['Moskau', 'Ankara'], [], null],
    ],
    [
      'withdrawal, particle apart',
      'Russland zieht seine Truppen aus Syrien ab.',
      'zieht',
      ['RETREAT', ['Russland'], ['Syrien'], 'Syrien'],
    ],
  ] as [string, string, string, unknown[]][])('%s: %s', (_form, text, trigger, expected) => {
    const report = readText(text)
    const { type, actors, recipients, place } = eventAt(report, trigger)
    expect([
      type,
      namesOf(report, actors),
      namesOf(report, recipients),
      place && namesOf(report, [place])[0],
    ]).toEqual(expected)
  })

  test('a demonstration has its side by country, against its government', () => {
    const report = readText('Iraker demonstrierten in Basra gegen die Regierung.')
    const event = eventAt(report, 'demonstrierten')
    const country = (id: string | undefined) => report.entities.find((e) => e.id === id)?.country
    expect([event.type, event.mode, country(event.actors[0]), country(event.recipients[0])]).toEqual([
      'PROTEST',
      'demo',
      'IRQ',
      'IRQ',
    ])
  })

  test('a text without an act has no event', () => {
    expect(readText('Der Himmel über der Stadt ist heute blau.').events).toEqual([])
  })

  test('a bare second telling is the same event, and who spoke for the actor is its source', () => {
    const { events } = readText(
      'Die USA haben nach eigenen Angaben Luftangriffe auf ein Lager in Mali geflogen. Die Angriffe seien in der Nacht erfolgt, erklärte das Militärkommando Africom.',
    )
    expect(
      events.map(({ type, mode, mentions, attribution }) => [type, mode, mentions.length, attribution?.name]),
    ).toEqual([['ASSAULT', 'aerial', 2, 'Africom']])
  })

  test('who tells of the dead has not killed them', () => {
    const text =
      'Bei dem Beschuss sind am Montag nach Angaben von Ärzten mindestens elf Menschen getötet worden.'
    expect(eventAt(readText(text), 'getötet').actors).toEqual([])
  })

  test('a count of attacks is an event of its own, not of the one since when they are counted', () => {
    const report = readText(
      'Laut dem Pentagon gab es seit dem Überfall der Hamas auf Israel insgesamt 66 Angriffe auf Stützpunkte der USA.',
    )
    const attacks = new Set(report.figures.filter(({ unit }) => unit === 'attacks').map(({ id }) => id))
    const told = report.events.map(({ actors, recipients, figures }) => [
      ...namesOf(report, [...actors, ...recipients]),
      figures.some((id) => attacks.has(String(id))),
    ])
    expect(told).toEqual([
      ['Hamas', 'Israel', false],
      ['USA', true],
    ])
  })

  test('what talks are about is not where they are held', () => {
    const report = readText('Kenia und Uganda haben in Genf Gespräche über die Krise im Sudan geführt.')
    expect(report.events.map(({ type, place }) => [type, place && namesOf(report, [place])[0]])).toEqual([
      ['CONSULT', 'Genf'],
    ])
  })

  test.each([
    [
      'a known noun',
      'Rebellen griffen am Montag Soldaten in Mali an. Der Himmel war klar. Der Angriff dauerte zwei Stunden.',
      1,
    ],
    [
      'the next sentence',
      'Rebellen haben Soldaten in Mali angegriffen. Dabei wurden vier Menschen getötet.',
      1,
    ],
    [
      'the same number',
      'Rebellen haben in Mali zehn Soldaten getötet. Der Himmel war klar. Es wurden zehn Soldaten getötet, hieß es.',
      1,
    ],
    [
      'nothing',
      'Rebellen haben Soldaten in Mali angegriffen. Der Himmel war klar. Ein Bauer wurde bei Gefechten getötet.',
      2,
    ],
    ['a verb with the noun of what it tells', 'Die Luftwaffe hat am Montag in Mali 35 Angriffe geflogen.', 1],
  ])('violence told in two places is one deed by: %s', (_by, text, deeds) => {
    expect(readText(text).events.filter(({ type }) => type === 'ASSAULT')).toHaveLength(deeds)
  })

  test.each([
    ['Ein Zyklon hat den Süden Madagaskars getroffen. Rund 1.400 Menschen wurden verletzt.', 0],
    ['Nach dem Zyklon plünderten Banden die Stadt und griffen Helfer an. Drei Menschen wurden verletzt.', 1],
    ['Rund 1.400 Menschen wurden verletzt. Die Behörden schweigen.', 1],
  ])('the harm of a disaster is no violence: %s', (text, least) => {
    const hurt = readText(text).events.filter(({ type }) => type === 'ASSAULT').length
    expect(least === 0 ? hurt === 0 : hurt >= least).toBe(true)
  })

  test('a second telling of talks adds where they were held', () => {
    const report = readText(
      'Vertreter Kenias und Ugandas haben sich zu Gesprächen über die Krise im Sudan getroffen. Das Treffen habe am Rande einer Konferenz in Genf stattgefunden, hieß es.',
    )
    const talks = report.events.filter(({ type }) => type === 'CONSULT')
    expect(
      talks.map(({ place, mentions }) => [place && namesOf(report, [place])[0], mentions.length]),
    ).toEqual([['Genf', 1]])
  })

  test.each([
    [
      'Kenia hat Uganda vorgeworfen, Rebellen zu bewaffnen. Die Regierung in Kampala wies die Vorwürfe zurück.',
      'wies',
      ['Regierung', 'Kenia'],
    ],
    [
      'Kenia bot Uganda an, Polizisten zu schicken. Die Regierung in Kampala nahm das Angebot am Dienstag an.',
      'nahm',
      ['Regierung', 'Kenia'],
    ],
    [
      'Studenten protestierten am Montag gegen die Regierung von Kenia. Die Proteste am Dienstag weiteten sich aus.',
      'Proteste',
      ['Studenten', 'Regierung'],
    ],
    [
      'Kenia hat Uganda kritisiert. Beide Seiten einigten sich später auf eine Waffenruhe.',
      'einigten',
      ['Kenia', 'Uganda'],
    ],
    [
      'Kenia hat Uganda kritisiert. Die Regierung in Kampala lehnte den Vorschlag ab.',
      'lehnte',
      ['Regierung'],
    ],
  ])('sides that only the sentence before tells: %s', (text, trigger, expected) => {
    const report = readText(text)
    const { actors, recipients } = eventAt(report, trigger)
    expect(namesOf(report, [...actors, ...recipients])).toEqual(expected)
  })

  test.each([
    ['Der OSZE-Bericht kritisierte die Wahlkommission in Georgien.', 'kritisierte', 'OSZE'],
    ['Die Hamas übernahm die Verantwortung für den Angriff auf Aschkelon.', 'Angriff', 'Hamas'],
    [
      'Die al-Schabaab wird für mehrere Anschläge in Kenia verantwortlich gemacht.',
      'Anschläge',
      'al-Schabaab',
    ],
    ['Für den Angriff auf Goma sind Rebellen verantwortlich.', 'Angriff', 'Rebellen'],
    ['Die Einwohner seien von Rebellen gejagt und getötet worden.', 'getötet', 'Rebellen'],
    ['In Nairobi seien Studenten in einen Streik getreten.', 'getreten', 'Studenten'],
  ])('who did it: %s', (text, trigger, actor) => {
    const report = readText(text)
    expect(namesOf(report, eventAt(report, trigger).actors)).toEqual([actor])
  })

  test('an offer after its noun has its recipient, and the day that is told from it', () => {
    const report = readText(
      'Kerrys Vorstoß erfolgt nur einen Tag nach dem Angebot Kenias, Uganda mit Polizisten zu helfen.',
    )
    expect(
      report.events.map(({ type, actors, recipients, date }) => [
        type,
        ...namesOf(report, [...actors, ...recipients]),
        date?.edtf,
      ]),
    ).toEqual([['AGREE', 'Kenia', 'Uganda', '2020-01-09']])
  })

  test.each([
    ['Drei Tage nach dem Angriff der Armee auf Goma tagt das Parlament.', '2020-01-07'],
    ['Zwei Wochen nach dem Angriff der Armee auf Goma tagt das Parlament.', '2019-12-23/2019-12-30'],
    ['Am 3. Januar, zwei Tage nach dem Angriff der Armee auf Goma, tagte das Parlament.', '2020-01-01'],
    ['Zwei Tage vor dem Angriff der Armee auf Goma tagte das Parlament.', '2020-01-10'],
  ])('%s', (text, edtf) => {
    expect(eventAt(readText(text), 'Angriff').date?.edtf).toBe(edtf)
  })

  test.each([
    ['Am Samstag sollen Rebellen die Stadt angegriffen haben.', 'angegriffen', '2020-01-04'],
    ['Der Angriff der Armee am Dienstag wurde am Donnerstag von Kenia verurteilt.', 'Angriff', '2020-01-07'],
    [
      'Der Angriff der Armee am Dienstag wurde am Donnerstag von Kenia verurteilt.',
      'verurteilt',
      '2020-01-09',
    ],
    // Periods: from a day to another, or to the report.
    ['Seit Montag halten Rebellen die Stadt besetzt.', 'besetzt', '2020-01-06/2020-01-10'],
    ['Rebellen haben von Montag bis Mittwoch die Stadt angegriffen.', 'angegriffen', '2020-01-06/2020-01-08'],
    ['Am Montag und Dienstag haben Rebellen die Stadt angegriffen.', 'angegriffen', '2020-01-06/2020-01-07'],
    ['Vor drei Jahren töteten Rebellen zwei Soldaten.', 'töteten', '2017'],
    // A time belongs to what it hangs on.
    ['Die am Montag geflohenen Männer wurden von der Polizei festgenommen.', 'festgenommen', '2020-01-10'],
    // A clause shares the time of the one that it hangs on.
    ['Am Montag griffen Rebellen die Stadt an und töteten zwei Soldaten.', 'töteten', '2020-01-06'],
    ['Am Montag sagte sie, Rebellen hätten zwei Soldaten entführt.', 'entführt', '2020-01-06'],
    ['2004 war Krieg. Damals entführten Rebellen zwei Soldaten.', 'entführten', '2004'],
    [
      'Die Miliz herrschte von 1996 bis 2001. In dieser Zeit töteten ihre Kämpfer zwei Richter.',
      'töteten',
      '1996/2001',
    ],
  ])('when it was: %s %s', (text, trigger, edtf) => {
    expect(eventAt(readText(text), trigger).date?.edtf).toBe(edtf)
  })

  test('a deed without a place lies in the country that the report is about', () => {
    const report = readText(
      'In Goma, der Hauptstadt von Nord-Kivu, wird gekämpft. Die Armee nahm zwölf Rebellen fest.',
    )
    const { place, placePrecision } = eventAt(report, 'nahm')
    const found = report.entities.find(({ id }) => id === place)
    expect([found?.country, placePrecision]).toEqual(['COD', 'country'])
  })

  test('the same text gives the same report', () => {
    const text = 'Die USA haben Stellungen der Hisbollah im Irak angegriffen.'
    expect(readText(text)).toEqual(readText(text))
  })
})

const LONG = `Angriff auf Stützpunkt: Miliz droht mit Vergeltung

Bagdad – Unbekannte haben am Dienstag einen Stützpunkt der US-Armee im Norden des Irak beschossen. Nach Angaben der Polizei wurden mindestens drei Soldaten verletzt. Außenminister Heiko Maas verurteilte den Angriff.

„Wir werden uns wehren“, sagte ein Sprecher der Miliz. Rund 900 Menschen demonstrierten in Basra – davon 300 vor dem Konsulat. Ägyptens Regierung forderte beide Seiten zur Mäßigung auf; das Parlament 😀 vertagte sich.`

describe('where things stand in the text', () => {
  test.each([
    ['a whole report', LONG],
    ['Windows line ends', LONG.replaceAll('\n', '\r\n')],
    ['composed and decomposed letters', LONG.normalize('NFD')],
    ['an empty text', ''],
    ['blanks only', ' \n\n \t'],
  ])('%s: offsets lie inside the text and evidence inside one sentence', (_name, text) => {
    const report = readText(text)
    expect(reportSchema.safeParse(report).success).toBe(true)
    expect(parseReport(JSON.stringify(report), { path: 'test' })).toMatchObject({ kind: 'report' })
    for (const { evidence, trigger } of report.events) {
      expect(evidence.from <= trigger.from && trigger.to <= evidence.to).toBe(true)
      expect(
        report.sentences.filter(([from, to]) => from <= evidence.from && evidence.to <= to),
      ).toHaveLength(1)
    }
  })

  test('the whole report has events, so that the above says something', () => {
    expect(readText(LONG).events.length).toBeGreaterThanOrEqual(3)
  })
})
