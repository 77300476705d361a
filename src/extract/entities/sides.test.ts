import { describe, expect, test } from 'vitest'
import { entityAt, readText } from '../../../test/support/read-text.ts'

type Case = readonly [text: string, words: string, country: string | null, sector: string | null]

function check(text: string, words: string, country: string | null, sector: string | null, day?: string) {
  const entity = entityAt(readText(text, day), words)
  expect([entity?.country, entity?.sector]).toEqual([country, sector])
}

describe('whose a description is', () => {
  test.each<Case>([
    ['Der Sprecher des peruanischen Militärs lehnte ab.', 'Sprecher', 'PER', 'MIL'],
    ['Anhänger der Opposition zogen in Lusaka vor das Parlament.', 'Anhänger', 'ZMB', 'OPP'],
    ['Ein Kommandeur der Rebellen wurde in Goma verhaftet.', 'Kommandeur', 'COD', 'REB'],
    ['Die Geiseln der Rebellen in Mali kamen frei.', 'Geiseln', 'MLI', 'CVL'],
    ['Soldaten der Afrikanischen Union verließen Bangui.', 'Soldaten', 'IGO', 'MIL'],
    ['Deutschland wartet. Die Regierung Uruguays sagte zu.', 'Regierung', 'URY', 'GOV'],
    ['Der Kassenwart der Freunde Boliviens trat zurück.', 'Freunde', 'BOL', 'CVL'],
  ])('by the phrase below it: %s', check)

  test.each<Case>([
    ['Die Prager Polizei löste das Treffen auf.', 'Prager Polizei', 'CZE', 'COP'],
    ['Göttinger Richter entschieden anders.', 'Richter', 'DEU', 'JUD'],
    ['Tschetschenische Kämpfer gaben auf.', 'Kämpfer', 'RUS', 'REB'],
    ['Bosnisch-serbische Truppen zogen ab.', 'Truppen', 'BIH', 'MIL'],
    ['Pro-russische Milizen rückten bei Charkiw vor.', 'Milizen', 'UKR', 'REB'],
    ['Ein internationales Tribunal sprach ihn in Arusha frei.', 'Tribunal', 'IGO', 'JUD'],
    ['Der Iran wartet ab. Von iranischer Seite kam nur Spott.', 'iranischer', 'IRN', 'GOV'],
    ['Israelische Jets griffen syrisches Gebiet an.', 'syrisches', 'SYR', 'GOV'],
    ['Norwegen feierte. Ausländische Gäste reisten ab.', 'Gäste', null, 'CVL'],
  ])('by its adjective: %s', check)

  test.each<Case>([
    ['Von US-Seite kam nur Spott.', 'US', 'USA', 'GOV'],
    ['Die Innensenatorin in Bremen trat zurück.', 'Innensenatorin', 'DEU', 'GOV'],
    ['Der Palästinenserpräsident sagte den Besuch ab.', 'Palästinenserpräsident', 'PSE', 'GOV'],
    ['Talibankämpfer zündeten einen Lastwagen an.', 'Talibankämpfer', 'AFG', 'REB'],
    ['Israelkritiker zogen durch Malmö.', 'Israelkritiker', 'SWE', 'CVL'],
    ['Oppositionsanhänger zogen durch Minsk.', 'Oppositionsanhänger', 'BLR', 'OPP'],
    ['Gefängnisangestellte in Tiflis streikten.', 'Gefängnisangestellte', 'GEO', 'COP'],
    ['Kirchenvertreter in Quito protestierten.', 'Kirchenvertreter', 'ECU', 'REL'],
    ['Kirchner-Anhänger zogen durch Buenos Aires.', 'Kirchner-Anhänger', 'ARG', 'CVL'],
    ['Die Natotruppen blieben.', 'Natotruppen', 'IGO', 'MIL'],
  ])('by the first part of the word: %s', check)

  test('by the place of its clause, whatever the report is about', () => {
    const report = readText(
      'Ankara schweigt. Die Türkei wartet ab. In Lyon verletzten Vermummte drei Polizisten. Die Polizei in Ankara sagte nichts.',
    )
    expect(entityAt(report, 'drei Polizisten')?.country).toBe('FRA')
    expect(entityAt(report, 'Polizei in') ?? entityAt(report, 'Polizei')).toMatchObject({ country: 'TUR' })
  })

  test('the surroundings of a capital are no government', () => {
    expect(entityAt(readText('In der Nähe von Damaskus brannte ein Lager.'), 'Damaskus')?.kind).toBe('place')
  })
})

describe('groups by name', () => {
  test('a namesake of another state, and its bare name afterwards', () => {
    const report = readText(
      'Die Demokratische Partei Thailands stimmte zu. Washington schwieg. Später zog die Demokratische Partei ihre Zusage zurück.',
    )
    const parties = report.entities.filter(({ sector }) => sector === 'PTY')
    const named = parties.map(({ country, mentions }) => [
      country,
      mentions.filter((m) => m.kind === 'name').length,
    ])
    expect(named).toEqual([['THA', 2]])
  })

  test('a name of several bearers is of the country that the report names', () => {
    check(
      'In Wien und Graz trat Österreich auf. Die Bundesregierung gab nach.',
      'Bundesregierung',
      'AUT',
      'GOV',
    )
    check('Deutschland trat auf. Die Bundesregierung gab nach.', 'Bundesregierung', 'DEU', 'GOV')
  })

  test('a short name in brackets is the group before it', () => {
    const report = readText(
      'Die Vereinigte Bauernunion (VBU) aus Paraguay rief zum Streik auf. Die VBU vertritt tausend Höfe.',
    )
    expect(report.entities.filter(({ kind }) => kind === 'organisation')).toHaveLength(1)
  })

  test('a bare head noun goes on speaking of the group', () => {
    const report = readText(
      'Das Europäische Parlament tagte in Brüssel, Belgien sah zu. Das Parlament forderte Reformen.',
    )
    expect(entityAt(report, 'Das Parlament') ?? entityAt(report, 'Parlament forderte')).toBeUndefined()
    expect(report.entities.filter(({ sector }) => sector === 'LEG')).toMatchObject([
      { country: 'IGO', mentions: [{}, {}] },
    ])
  })

  test.each<Case>([
    ['Die Ukrainische Agrarpartei lehnte ab.', 'Agrarpartei', 'UKR', 'PTY'],
    ['Die Rothemden zogen ab.', 'Rothemden', 'THA', 'OPP'],
    ['Der Internationale Strafgerichtshof ermittelt.', 'Strafgerichtshof', 'IGO', 'JUD'],
  ])('%s', check)
})

describe('what adjectives say of people and groups', () => {
  test.each<Case>([
    ['Militante Palästinenser beschossen Sderot.', 'Palästinenser', 'PSE', 'REB'],
    ['Palästinenser arbeiten in Sderot.', 'Palästinenser', 'PSE', 'CVL'],
    ['Oppositionelle Parteien in Kinshasa lehnten ab.', 'Parteien', 'COD', 'OPP'],
    ['Die internationale Gemeinschaft zögert.', 'Gemeinschaft', 'IGO', 'IGO'],
    ['Eine bewaffnete Gruppe überfiel in Kano ein Dorf.', 'Gruppe', 'NGA', 'REB'],
    ['Bewaffnete Männer überfielen in Kano ein Dorf.', 'Männer', 'NGA', 'UAF'],
    ['Pro-russische Gruppen besetzten in Charkiw ein Amt.', 'Gruppen', 'UKR', 'REB'],
    ['Vom Iran unterstützte Gruppen beschossen in Bagdad ein Lager.', 'Gruppen', 'IRQ', 'REB'],
    ['Linke Gruppen demonstrierten in Turin.', 'Gruppen', 'ITA', 'CVL'],
    ['Religiöse Führer in Kaduna mahnten zur Ruhe.', 'Führer', 'NGA', 'REL'],
    ['Die militärische Führung in Lima lehnte ab.', 'Führung', 'PER', 'MIL'],
  ])('%s', check)

  test('they make other people of them', () => {
    const report = readText('Zwei militante Palästinenser schossen auf Palästinenser.')
    const people = report.entities.filter(({ kind }) => kind === 'population')
    expect(people.map(({ sector }) => sector)).toEqual(['REB', 'CVL'])
  })
})

describe('what the report as a whole says', () => {
  test('a bare noun is the group named before', () => {
    const report = readText('Die Hamas lehnte ab. Ägypten vermittelt. Die Gruppe droht mit Angriffen.')
    expect(entityAt(report, 'Gruppe')).toMatchObject({ name: 'Hamas', country: 'PSE', sector: 'REB' })
  })

  test('no noun of another group is', () => {
    const report = readText('Die Hamas lehnte ab. Zwei Gruppen aus Kairo vermitteln. Die Gruppe wartet.')
    expect(entityAt(report, 'Gruppe wartet')?.name).not.toBe('Hamas')
    expect(entityAt(report, 'Hamas')?.mentions).toHaveLength(1)
  })

  test('people of a court are of the one that it names', () => {
    const report = readText(
      'Der Internationale Strafgerichtshof verurteilte einen Serben. Serbien schwieg. Die Richter in Den Haag sahen keine Reue. Der Ankläger war zufrieden.',
    )
    expect(entityAt(report, 'Ankläger')).toMatchObject({ country: 'IGO', sector: 'JUD' })
  })

  test('a person of whom nothing is said is of the state that it plainly tells of', () => {
    const plain = 'Peru wartet. In Lima und in Cusco, Peru, protestierte Tilda Wexler gegen die Regierung.'
    expect(entityAt(readText(plain), 'Wexler')).toMatchObject({ country: 'PER', sector: 'CVL' })
    const mixed = 'Peru wartet. Chile zögert. Tilda Wexler protestierte.'
    expect(entityAt(readText(mixed), 'Wexler')?.country).toBeNull()
  })

  test('who serves an international body acts for it', () => {
    check('EU-Kommissar Günther Oettinger lehnte ab.', 'Oettinger', 'IGO', 'IGO', '2013-05-05')
    check('Ministerpräsident Günther Oettinger lehnte ab.', 'Oettinger', 'DEU', 'GOV', '2007-05-05')
  })

  test('the Pope is of the Vatican wherever he is', () => {
    check('Chile empfing in Santiago den Papst. Chile jubelt.', 'Papst', 'VAT', 'REL')
  })
})

describe('persons on the day of the report', () => {
  test.each([
    ['2005-06-18', 'LUX', 'GOV'],
    ['2016-06-18', 'IGO', 'IGO'],
  ])('who serves a state and later a union: %s', (day, country, sector) => {
    check('Jean-Claude Juncker sprach lange.', 'Juncker', country, sector, day)
  })

  test('who is in opposition says the day, who leads it says the text', () => {
    check('Julia Timoschenko wurde verurteilt.', 'Timoschenko', 'UKR', 'OPP', '2011-10-12')
    check('Ministerpräsidentin Julia Timoschenko reiste ab.', 'Timoschenko', 'UKR', 'GOV', '2008-10-12')
    check('Oppositionsführer Viktor Orbán sprach.', 'Orbán', 'HUN', 'OPP', '2015-10-12')
  })

  test('a name behind any noun for one person', () => {
    check('Der dänische Karikaturist Jens Holmgaard lebt versteckt.', 'Holmgaard', 'DNK', 'MED')
    check('Jana Nowak vom Hilfswerk Brot für die Welt warnte.', 'Nowak', 'NGO', 'NGO')
  })
})

describe('who is named only with the deed', () => {
  test.each([
    ['Marokkanische Luftangriffe trafen ein Lager.', 'Marokkanische', 'MAR'],
    ['Bei einem Nato-Angriff brannte ein Lager.', 'Nato', 'IGO'],
  ])('%s', (text, words, country) => {
    expect(entityAt(readText(text), words)?.country).toBe(country)
  })

  test('nobody is made of an adjective beside other words', () => {
    expect(readText('Marokkanische Küche ist beliebt.').entities).toEqual([])
  })
})
