import { describe, expect, it } from 'vitest'
import { timePatterns } from '../../language/de/time-patterns.ts'
import { findTimes } from './find.ts'
import { interpreters } from './interpret.ts'

/** Text, then the expressions found in it as `words [rule]`. */
const TABLE: readonly (readonly [string, readonly string[]])[] = [
  ['Er kam am 5. November 2023 an.', ['5. November 2023 [full-date]']],
  ['Das Dekret trägt das Datum 05.11.2023.', ['05.11.2023 [iso-date]']],
  ['Stand 2023-11-05', ['2023-11-05 [iso-date]']],
  ['Das Treffen am Sonntag, 5. November, entfiel.', ['Sonntag, 5. November [day-month]']],
  ['Im Januar 2014 fiel die Stadt.', ['Januar 2014 [month-year]']],
  ['Anfang Juni wird gewählt.', ['Anfang Juni [month]']],
  ['Ende vergangenen Jahres gab er auf.', ['Ende vergangenen Jahres [near]']],
  ['Der Krieg begann 2003.', ['2003 [year]']],
  ['Im Jahr 2011 zogen sie ab.', ['Jahr 2011 [year]']],
  ['Rund 2000 Soldaten kamen.', []],
  ['Mehr als 1900 Menschen flohen.', []],
  ['Zwischen 2003 und 2011 starben viele.', ['2003 [year-range]', '2011 [year-range]']],
  ['Vom 3. bis 5. Mai ruhen die Waffen.', ['3. [day-range]', '5. Mai [day-range]']],
  ['In den neunziger Jahren galt ein Embargo.', ['den neunziger Jahren [decade]']],
  ['Am Sonntagabend flogen Raketen.', ['Sonntagabend [weekday-part]']],
  ['Am vergangenen Dienstag tagte der Rat.', ['vergangenen Dienstag [weekday-near]']],
  ['In der Nacht auf Sonntag starben drei Männer.', ['Nacht auf Sonntag [weekday-night]']],
  ['Gestern Abend und heute wurde verhandelt.', ['Gestern Abend [day]', 'heute [day]']],
  ['Bis heute fehlt jede Spur.', ['heute [present-phrase]']],
  ['Sie reist morgen ab.', ['morgen [day]']],
  ['Vergangene Woche fiel die Brücke.', ['Vergangene Woche [near]']],
  ['Vor drei Tagen begann die Offensive.', ['drei Tagen [ago]']],
  ['In den vergangenen drei Wochen gab es Angriffe.', ['den vergangenen drei Wochen [past-span]']],
  ['Sie sprachen eine Stunde lang.', ['eine Stunde lang [duration]']],
  ['Er saß anderthalb Jahre in Haft.', ['anderthalb Jahre [duration]']],
  ['Das Kind ist drei Jahre alt.', []],
  ['Um 14.30 Uhr fiel der Strom aus.', ['14.30 Uhr [clock]']],
  ['Es war 19:09 Uhr ET.', ['19:09 Uhr ET [clock]']],
  ['Geöffnet von 10-17 Uhr.', ['10 [clock-range]', '17 Uhr [clock-range]']],
  ['Sie trafen sich um halb neun.', ['halb neun [half-clock]']],
  ['Jeden Freitag gibt es Demonstrationen.', ['Jeden Freitag [set-every]']],
  ['Es wird täglich geschossen.', ['täglich [set]']],
  ['Am Wochenende ruhten die Kämpfe.', ['Wochenende [this-period]']],
  ['Zu Weihnachten schwiegen die Waffen.', ['Weihnachten [fixed-feast]']],
  ['Derzeit wird verhandelt.', ['Derzeit [reference]']],
  ['Früher oder später endet das.', []],
  ['Frau Mai Müller sprach.', []],
  ['Der Guten Morgen-Gruß entfiel.', []],
]

describe('findTimes', () => {
  it.each(TABLE)('%s', (text, expected) => {
    expect(findTimes(text, 0, text.length).map((t) => `${text.slice(t.from, t.to)} [${t.rule}]`)).toEqual(
      expected,
    )
  })
  it('knows what every rule of the language means', () => {
    expect(Object.keys(timePatterns).filter((rule) => !(rule in interpreters))).toEqual([])
  })
  it('stays inside its sentence', () => {
    const text = 'Am 5. November. 2023 war gut.'
    for (const time of findTimes(text, 0, 15)) expect(time.to).toBeLessThanOrEqual(15)
  })
})
