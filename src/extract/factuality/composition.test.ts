import { describe, expect, test } from 'vitest'
import { namesOf, readText } from '../../../test/support/read-text.ts'

/** A sentence for each cell of the table: outer act, inner event -> what did happen. */
const CELLS: readonly (readonly [cell: string, sentence: string, outcome: string])[] = [
  ['promise AGREE', 'Israel hat versprochen, das Angebot der Hamas anzunehmen.', 'AGREE'],
  ['announce CONSULT', 'Russland hat angekündigt, mit der Ukraine zu verhandeln.', 'AGREE'],
  ['offer CONSULT', 'Der Iran hat angeboten, mit den USA zu verhandeln.', 'AGREE'],
  ['plan CONSULT', 'Außenminister Wadephul plant ein Treffen mit Marco Rubio.', 'AGREE'],
  ['promise SUPPORT', 'Frankreich hat versprochen, den Libanon zu unterstützen.', 'AGREE'],
  ['announce COOPERATE', 'Die Türkei hat angekündigt, mit dem Irak zusammenzuarbeiten.', 'AGREE'],
  ['offer AID', 'Japan hat angeboten, Medikamente nach Nepal zu liefern.', 'AGREE'],
  ['promise CONCEDE', 'Die Regierung von Belarus hat zugesagt, die Gefangenen freizulassen.', 'CONCEDE'],
  ['announce RETREAT', 'Die USA haben angekündigt, ihre Soldaten aus Niger abzuziehen.', 'CONCEDE'],
  ['announce ASSAULT', 'Israel hat angekündigt, Stellungen der Hisbollah anzugreifen.', 'THREATEN violence'],
  ['plan ASSAULT', 'Russland plant, ukrainische Häfen zu bombardieren.', 'ASSAULT aerial'],
  ['plan PROTEST', 'Die Gewerkschaft bereitet eine Demonstration gegen die Regierung vor.', 'PROTEST demo'],
  ['try ASSAULT', 'Die Rebellen versuchten, den Präsidenten zu töten.', 'ASSAULT'],
  ['announce PROTEST', 'Die Bauern haben angekündigt, gegen die Regierung zu demonstrieren.', 'THREATEN'],
  ['announce CONCEDE', 'Die Abgeordnete hat angekündigt, ihr Mandat niederzulegen.', 'CONCEDE'],
  ['announce COERCE', 'Ägypten hat angekündigt, den Grenzübergang Rafah zu sperren.', 'THREATEN restrict'],
  ['refuse AGREE', 'Der Iran weigert sich, das Angebot der USA anzunehmen.', 'REJECT'],
  ['refuse CONSULT', 'Die Taliban lehnen es ab, mit der Regierung zu verhandeln.', 'REJECT meet'],
  ['refuse SUPPORT', 'Ungarn weigert sich, die Ukraine zu unterstützen.', 'REJECT'],
  ['refuse COOPERATE', 'Serbien weigert sich, mit dem Kosovo zusammenzuarbeiten.', 'REJECT assist'],
  ['refuse AID', 'Deutschland lehnt es ab, Waffen an Saudi-Arabien zu liefern.', 'REJECT assist'],
  [
    'refuse MOBILIZE',
    'Präsident Macron schließt aus, Soldaten in die Ukraine zu entsenden.',
    'REJECT assist',
  ],
  ['refuse CONCEDE', 'Eritrea weigert sich, die Gefangenen freizulassen.', 'REJECT yield'],
  ['refuse RETREAT', 'Äthiopien weigert sich, seine Truppen aus Somalia abzuziehen.', 'REJECT yield'],
  ['demand AGREE', 'Die EU fordert Armenien auf, das Angebot Aserbaidschans anzunehmen.', 'REQUEST change'],
  ['demand CONSULT', 'Die UNO fordert Marokko auf, mit der Polisario zu verhandeln.', 'REQUEST meet'],
  ['demand SUPPORT', 'Estland fordert Deutschland auf, die Ukraine zu unterstützen.', 'REQUEST assist'],
  ['demand COOPERATE', 'Die USA fordern Pakistan auf, mit Indien zusammenzuarbeiten.', 'REQUEST assist'],
  ['demand AID', 'Kiew fordert Deutschland auf, Panzer zu liefern.', 'REQUEST assist'],
  ['demand MOBILIZE', 'Mali fordert Russland auf, Soldaten zu entsenden.', 'REQUEST assist'],
  ['demand CONCEDE', 'Die UNO fordert Mali auf, die Gefangenen freizulassen.', 'REQUEST yield'],
  ['demand RETREAT', 'Moldau fordert Russland auf, seine Truppen abzuziehen.', 'REQUEST yield'],
  ['demand SANCTION', 'Polen fordert die EU auf, Sanktionen gegen Belarus zu verhängen.', 'REQUEST change'],
  ['threaten ASSAULT', 'Nordkorea droht damit, Südkorea anzugreifen.', 'THREATEN violence'],
  ['threaten MOBILIZE', 'Algerien droht damit, Truppen an die Grenze zu entsenden.', 'THREATEN violence'],
  ['threaten COERCE', 'Der Iran droht damit, die Straße von Hormus zu sperren.', 'THREATEN restrict'],
  [
    'threaten SANCTION',
    'Die USA drohen damit, Sanktionen gegen die Türkei zu verhängen.',
    'THREATEN restrict',
  ],
  ['threaten RETREAT', 'Ruanda droht damit, seine Truppen aus Mosambik abzuziehen.', 'THREATEN relations'],
  ['stop ASSAULT', 'Armenien hat den Beschuss der Stadt Gəncə eingestellt.', 'RETREAT ceasefire'],
  ['stop CONSULT', 'Der Sudan hat die Verhandlungen mit Äthiopien abgebrochen.', 'REJECT meet'],
  ['stop AID', 'Norwegen hat die Lieferung von Medikamenten an Eritrea eingestellt.', 'SANCTION discontinue'],
  ['stop COOPERATE', 'Polen hat die Zusammenarbeit mit Belarus beendet.', 'SANCTION discontinue'],
  ['stop SANCTION', 'Kanada hat die Sanktionen gegen Kuba aufgehoben.', 'CONCEDE'],
  ['stop COERCE', 'Marokko hat die Besetzung der Insel beendet.', 'CONCEDE'],
  ['stop MOBILIZE', 'Frankreich hat die Stationierung von Soldaten in Mali beendet.', 'RETREAT withdraw'],
  ['threaten PROTEST', 'Die Gewerkschaft droht damit, gegen die Regierung zu demonstrieren.', 'THREATEN'],
]

/** Empty cells: what was refused, planned or asked for is not told as done. */
const EMPTY: readonly (readonly [cell: string, sentence: string, inner: string])[] = [
  ['refuse ASSAULT', 'Die Miliz weigert sich, Dörfer anzugreifen.', 'ASSAULT'],
  ['demand ASSAULT', 'Der General fordert die Miliz auf, die Stadt anzugreifen.', 'ASSAULT'],
  ['consider ASSAULT', 'Die USA befürchten, dass der Iran Schiffe angreift.', 'ASSAULT'],
  ['refuse CONSULT', 'Ghana hat das Treffen mit Togo abgesagt.', 'CONSULT'],
  ['refuse PROTEST', 'Die Stadtverwaltung verbot eine Demonstration gegen die Regierung.', 'PROTEST'],
  ['consider CONSULT', 'Ghana hat das Treffen mit Togo verschoben.', 'CONSULT'],
  ['stop PROTEST', 'Die Ärzte haben ihren Streik beendet.', 'PROTEST'],
  ['offer PROTEST', 'Die Gewerkschaft hat angeboten, nicht zu streiken.', 'PROTEST'],
]

/** Acts without a row leave the event as it is and say who vouches for it. */
const KEPT: readonly (readonly [cell: string, sentence: string, told: string])[] = [
  ['report ASSAULT', 'Die Polizei berichtet, dass Rebellen die Stadt angegriffen haben.', 'ASSAULT claimed'],
  ['judge ASSAULT', 'Ghana verdammte den Angriff der Rebellen auf die Stadt.', 'ASSAULT asserted'],
  ['continue ASSAULT', 'Die Armee setzte ihre Angriffe auf die Stadt fort.', 'ASSAULT asserted'],
  ['deny ASSAULT', 'Russland bestreitet, dass die Armee ein Krankenhaus bombardiert hat.', 'ASSAULT denied'],
]

describe('an act and what it is about', () => {
  test.each(CELLS)('%s: %s', (_cell, sentence, outcome) => {
    const events = readText(sentence).events.map(({ type, mode }) => (mode ? `${type} ${mode}` : type))
    expect(events).toEqual([outcome])
  })

  test.each([
    ['Alle sprachen über das Angebot Kenias, dem Sudan mit Beratern zu helfen.', ['AGREE', 'Kenia', 'Sudan']],
    [
      'Die Drohung des Iran, die Straße von Hormus zu sperren, beunruhigt alle.',
      ['THREATEN', 'Iran', 'Straße von Hormus'],
    ],
  ])('a noun of an act has the sides of its content: %s', (sentence, expected) => {
    const report = readText(sentence)
    const told = report.events.map(({ type, actors, recipients }) => [
      type,
      ...namesOf(report, [...actors, ...recipients]),
    ])
    expect(told).toEqual([expected])
  })

  test.each(EMPTY)('%s is empty: %s', (_cell, sentence, inner) => {
    const told = readText(sentence).events.filter(({ type, aux }) => type === inner && aux === null)
    expect(told).toEqual([])
  })

  test.each(KEPT)('%s: %s', (_cell, sentence, told) => {
    const events = readText(sentence).events.map(({ type, factuality }) => `${type} ${factuality.status}`)
    expect(events).toContain(told)
  })
})
