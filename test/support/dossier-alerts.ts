import { type WatchRule, watchRuleSchema } from '../../src/live/watch/rule.ts'
import type { DossierReport } from './dossier-feed.ts'

const rule = (given: object): WatchRule => watchRuleSchema.parse({ channels: ['desk'], ...given })

/** In the order of their ids, which is that of alerts about the same event. */
export const RULES: readonly WatchRule[] = [
  rule({
    ...{ id: 'anschlag', name: 'Anschläge in Bagdad', when: { place: 'Bagdad', type: ['ASSAULT'] } },
    on: [
      'status',
      'figure-revised',
      'contradiction',
      'second-source',
      { figure: { unit: 'killed', atLeast: 20 } },
    ],
  }),
  rule({ id: 'biden', name: 'Biden', when: { actor: 'Joe Biden' } }),
  rule({
    ...{ id: 'drohung', name: 'Drohungen', when: { type: ['THREATEN'] }, on: ['new', 'second-source'] },
  }),
  rule({
    ...{ id: 'falludscha', name: 'Falludscha', when: { place: 'Falludscha', type: ['COERCE', 'ASSAULT'] } },
  }),
  rule({
    ...{ id: 'geiseln', name: 'Geiseln in Mossul', when: { place: 'Mossul', type: ['ASSAULT'] } },
    on: [
      'new',
      'figure-revised',
      'contradiction',
      'second-source',
      { figure: { unit: 'abducted', atLeast: 40 } },
      { figure: { unit: 'abducted', atLeast: 60 } },
    ],
  }),
  rule({ id: 'hamas', name: 'Was die Hamas will', when: { actor: 'Hamas' }, on: ['position'] }),
  rule({
    ...{ id: 'verlangen', name: 'Forderungen in Israel', when: { place: 'Israel', type: ['REQUEST'] } },
    on: ['changed'],
  }),
]

/** An alert: rule, kind, words of the sentence it quotes, and for a change from what to what. */
export type Row = readonly [rule: string, kind: string, words: string, change?: string]

/**
 * Which alerts which report has to raise, in order: written by hand from the reports and from the events that the chronicle makes of them,
 * before any alert was looked at. Where the reading is wrong (marked), the table follows the chronicle: what is tested here is the way
 * from the chronicle to the receiver.
 */
export const TABLE: Readonly<Record<DossierReport, readonly Row[]>> = {
  'falludscha-kerry.txt': [
    ['falludscha', 'new', 'hatten am Samstag die Stadt Falludscha'],
    // Wrong: "in der Hauptstadt" is Bagdad.
    ['falludscha', 'new', 'explodierten am Sonntag mehrere Autobomben'],
    // Wrong: that they will be driven out belongs to the threat below.
    ['drohung', 'new', 'würden sie aus Falludscha vertrieben'],
    ['drohung', 'new', 'kündigte im Staatsfernsehen einen Großangriff'],
  ],
  'falludscha-maliki.html': [
    ['falludscha', 'new', '2004 hatten US-Marineinfanteristen Falludscha'],
    // Wrong: the fights in which they took it are no second event.
    ['falludscha', 'new', '2004 hatten US-Marineinfanteristen Falludscha'],
    ['biden', 'new', 'US-Vizepräsident Joe Biden telefonierte am Montag mit Maliki'],
    ['biden', 'new', 'und sicherte ihm Unterstützung zu'],
  ],
  'bagdad-rekruten-mittag.json': [],
  'bagdad-rekruten-abend.txt': [
    ['biden', 'new', 'sprach am Mittwoch telefonisch mit Maliki'],
    ['falludscha', 'new', 'auf Wohngebiete geschossen'],
    // The attack of the noon report, by another source and with more dead.
    ['anschlag', 'status', 'mindestens 23 Menschen mit in den Tod', 'claimed > asserted'],
    ['anschlag', 'revised', 'mindestens 23 Menschen mit in den Tod', '13..13 > 13..13 23..Infinity'],
    ['anschlag', 'second', 'mindestens 23 Menschen mit in den Tod'],
    ['anschlag', 'figure', 'mindestens 23 Menschen mit in den Tod', 'null > killed 20'],
  ],
  'ban-in-bagdad.json': [['anschlag', 'figure', 'detonierten während des Besuchs mehrere Autobomben']],
  'mossul-konsulat.html': [
    ['geiseln', 'new', '28 türkische Lastwagenfahrer'],
    ['drohung', 'new', 'drohte den Entführern mit Vergeltung'],
    ['geiseln', 'new', '49 Menschen entführt'],
    ['geiseln', 'figure', '49 Menschen entführt'],
  ],
  'mossul-pressemitteilung.txt': [],
  'us-botschaft-275.txt': [],
  'ostsyrien-luftangriff.html': [
    ['biden', 'new', 'vor neuen Angriffen gewarnt'],
    ['drohung', 'new', 'vor neuen Angriffen gewarnt'],
    ['drohung', 'new', 'drohte den USA am Donnerstag in New York'],
  ],
  'ain-al-assad.txt': [['drohung', 'new', 'den Kreis ihrer Ziele zu erweitern']],
  'rafah-termin.txt': [
    ['drohung', 'new', 'hat einen Angriff auf die Stadt Rafah'],
    ['drohung', 'new', 'drohte dem Regierungschef mit dem Verlust'],
  ],
  // A copy: nothing new and no second source.
  'rafah-termin-kurz.json': [],
  'rafah-analyse.md': [
    ['drohung', 'new', 'mit einer Aussetzung des Friedensvertrags'],
    ['biden', 'new', 'einen glaubwürdigen Plan für die Zivilisten'],
    ['biden', 'new', 'forderte Biden von Netanjahu'],
  ],
  'rafah-liveblog.txt': [
    ['drohung', 'new', 'mit dem Ende der Koalition'],
    ['biden', 'new', 'haben am Sonntag miteinander telefoniert'],
  ],
  'bagdad-tag-danach.json': [
    ['anschlag', 'revised', '28 Menschen getötet', '13..13 23..Infinity > 13..13 23..Infinity 28..28'],
  ],
  'mossul-geiseln.json': [
    ['geiseln', 'revised', '80 Menschen entführt', '49..49 > 49..49 80..80'],
    ['geiseln', 'contradiction', '80 Menschen entführt'],
    ['geiseln', 'second', '80 Menschen entführt'],
    ['geiseln', 'figure', '80 Menschen entführt'],
  ],
  'hamas-ja.json': [['hamas', 'position', 'billigte am Montag den Vorschlag', 'opposes > supports']],
}
