import type { FigureUnit } from '../../document/report.ts'

/** What numbers of news reports count, and what became of those who are counted. Lemmas; nouns in lower case. */

/** Nouns that fix the unit whatever stands around them; the first that fits. */
export const countedNouns: readonly (readonly [RegExp, FigureUnit])[] = [
  [
    /^(tot|tote|toter|toten|getötete|getöteten|todesopfer|leiche|leichnam|gefallene|tod|getöteter|todesfall|ermordete|ermordeter)$/,
    'killed',
  ],
  [/(verletzte|verletzten|verwundete|verwundeten|verletzter|verwundeter)$/, 'injured'],
  [/(entführte|geisel|entführter)$/, 'abducted'],
  [
    /(festgenommene|festgenommenen|festgenommener|verhaftete|verhafteten|verhafteter|häftling|gefangene|inhaftierte|gefangener|verhaftung|festnahme)$/,
    'arrested',
  ],
  [/(flüchtling|vertriebene|vertriebener|obdachlose|obdachloser)$/, 'displaced'],
  [/(angriff|anschlag|luftschlag|attentat|attacke|überfall|explosion|detonation|autobombe)$/, 'attacks'],
  [/(flugzeug|hubschrauber|helikopter|kampfjet|drohne|maschine|bomber|jet)$/, 'aircraft'],
  [/(rakete|granate|geschoss|bombe|marschflugkörper)$/, 'rockets'],
  [
    /^(us-dollar|euro|dollar|pfund|franken|yen|rubel|cent|schekel|rupie|rupiah|rp|peso|lira|dinar|rial|riyal|yuan|krone|zloty|forint|hrywnja|baht|won)$/,
    'money',
  ],
  [/^tag$/, 'days'],
]

const words = (unit: FigureUnit, list: string) =>
  list.split(' ').map((word): [string, FigureUnit] => [word, unit])

/** Verbs that say what happened to those who are counted. */
export const fateVerbs: ReadonlyMap<string, FigureUnit> = new Map([
  ...words(
    'killed',
    'töten sterben umkommen erschießen ermorden hinrichten umbringen fallen enthaupten verbrennen massakrieren erstechen exekutieren niedermetzeln lynchen',
  ),
  ...words('injured', 'verletzen verwunden'),
  ...words('arrested', 'festnehmen verhaften inhaftieren'),
  ...words('abducted', 'entführen verschleppen kidnappen'),
  ...words('displaced', 'fliehen flüchten vertreiben'),
])

/** Of these the subject is who suffers it. */
export const intransitiveFates: ReadonlySet<string> = new Set(
  'sterben umkommen fallen fliehen flüchten verbrennen'.split(' '),
)

/** Verb and noun that say it together: `ums Leben kommen`. */
export const fateIdioms: readonly {
  readonly verb: string
  readonly noun: string
  readonly unit: FigureUnit
}[] = [
  { verb: 'kommen', noun: 'Leben', unit: 'killed' },
  { verb: 'verlieren', noun: 'Leben', unit: 'killed' },
  { verb: 'reißen', noun: 'Tod', unit: 'killed' },
  { verb: 'mitreißen', noun: 'Tod', unit: 'killed' },
  { verb: 'finden', noun: 'Tod', unit: 'killed' },
  { verb: 'erleiden', noun: 'Verletzung', unit: 'injured' },
  { verb: 'befinden', noun: 'Flucht', unit: 'displaced' },
  { verb: 'ergreifen', noun: 'Flucht', unit: 'displaced' },
  { verb: 'nehmen', noun: 'Geisel', unit: 'abducted' },
  { verb: 'nehmen', noun: 'Gewahrsam', unit: 'arrested' },
]

/** Words for people of whom nothing else is said. */
export const anybody: ReadonlySet<string> = new Set([
  'mensch',
  'person',
  'mann',
  'frau',
  'kind',
  'zivilist',
  'einwohner',
  'bewohner',
])

export const protestVerbs: ReadonlySet<string> = new Set(
  'demonstrieren protestieren versammeln marschieren aufmarschieren streiken'.split(' '),
)
/** Ends of nouns that are gatherings of those who protest. */
export const protestNoun =
  /(demonstration|kundgebung|protest|protestmarsch|^marsch|demo|mahnwache|sitzstreik)$/

/** Prepositions between a number and what it counts: `zwölf von den Soldaten`. */
export const partitives: ReadonlySet<string> = new Set(['von', 'an'])

/** `darunter 62 Zivilisten`: part of those who were counted before. */
export const partMarkers: ReadonlySet<string> = new Set(['darunter', 'davon'])
/** `unter den Toten`: those who follow share that fate. */
export const amongPreposition = 'unter'
/** `die Zahl der Toten stieg auf 384`. */
export const totalNoun = /^(zahl|anzahl|gesamtzahl|opferzahl|bilanz)$/
