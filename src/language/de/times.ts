/**
 * German words and phrases of time. A class maps written words to a value; a word with a capital counts only when written with one,
 * a word that begins with `~` only when written small. The phrases that they stand in are in `time-patterns.ts`.
 */
import { numberWords } from './numbers.ts'

export type TimeWords = Readonly<Record<string, ReadonlyMap<string, string | number>>>

const table = (text: string): ReadonlyMap<string, string> =>
  new Map(
    text
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [value, ...words] = line.trim().split(/\s+/)
        return words.map((word): [string, string] => [word, value!])
      }),
  )
const numbers = (text: string): ReadonlyMap<string, number> =>
  new Map([...table(text)].map(([word, value]) => [word, Number(value)]))
const inflected = (stems: string, endings: string, value: string): [string, string][] =>
  stems
    .split(' ')
    .flatMap((stem) =>
      endings.split(' ').map((ending): [string, string] => [stem + (ending === '-' ? '' : ending), value]),
    )

const WEEKDAYS = [
  'Montag',
  'Dienstag',
  'Mittwoch',
  'Donnerstag',
  'Freitag',
  'Samstag',
  'Sonntag',
  'Sonnabend',
]
const weekdayNumber = (index: number) => (index === 7 ? 6 : index + 1)
const DAYTIMES: readonly (readonly [string, string])[] = [
  ['morgen', 'MO'],
  ['früh', 'MO'],
  ['vormittag', 'MO'],
  ['mittag', 'MI'],
  ['nachmittag', 'AF'],
  ['abend', 'EV'],
  ['nacht', 'NI'],
]
const weekdays = new Map(
  WEEKDAYS.flatMap((day, i) =>
    [day, `${day}s`, `${day}en`].map((form): [string, number] => [form, weekdayNumber(i)]),
  ),
)
const weekdayParts = new Map(
  WEEKDAYS.flatMap((day, i) =>
    DAYTIMES.flatMap(([part, code]) =>
      [part, `${part}s`].map((form): [string, string] => [day + form, `${weekdayNumber(i)}${code}`]),
    ),
  ),
)
const weekdayHabits = new Map(
  WEEKDAYS.map((day, i): [string, number] => [`~${day.toLowerCase()}s`, weekdayNumber(i)]),
)
const ADJECTIVE = 'e en er es em'
/** `dreitägige`, `zweiwöchigen`; the value is a TIMEX3 duration. */
const spans = new Map(
  [...numberWords]
    .filter(([word, value]) => value > 0 && value < 100 && !/^eine[nmrs]?$/.test(word))
    .flatMap(([word, value]) =>
      (
        [
          ['tägig', `P${value}D`],
          ['wöchig', `P${value}W`],
          ['monatig', `P${value}M`],
          ['jährig', `P${value}Y`],
          ['stündig', `PT${value}H`],
          ['minütig', `PT${value}M`],
        ] as const
      ).flatMap(([suffix, code]) => inflected(`~${word}${suffix}`, ADJECTIVE, code)),
    ),
)
const DECADES = [
  ['zwanzig', 2],
  ['dreißig', 3],
  ['dreissig', 3],
  ['vierzig', 4],
  ['fünfzig', 5],
  ['sechzig', 6],
  ['siebzig', 7],
  ['achtzig', 8],
  ['neunzig', 9],
] as const

export const timeWords: TimeWords = {
  month: numbers(`
    1 Januar Januars Jänner
    2 Februar Februars Feber
    3 März
    4 April Aprils
    5 Mai Mais
    6 Juni Junis
    7 Juli Julis
    8 August Augusts
    9 September Septembers
    10 Oktober Oktobers
    11 November Novembers
    12 Dezember Dezembers`),
  shortMonth: numbers(`
    1 Jan
    2 Feb
    3 Mär
    4 Apr
    6 Jun
    7 Jul
    8 Aug
    9 Sep Sept
    10 Okt
    11 Nov
    12 Dez`),
  weekday: weekdays,
  weekdayPart: weekdayParts,
  weekdayHabit: weekdayHabits,
  daytime: table(`
    MO Morgen Morgens Vormittag Vormittags Morgenstunden Vormittagsstunden Morgengrauen
    MI Mittag Mittags Mittagszeit Mittagsstunden
    AF Nachmittag Nachmittags Nachmittagsstunden
    EV Abend Abends Abendstunden
    NI Nacht Nachtstunden`),
  daytimeAfter: table(`
    MO Morgen ~morgen früh Früh Vormittag ~vormittag morgens
    MI Mittag ~mittag
    AF Nachmittag ~nachmittag nachmittags
    EV Abend ~abend abends
    NI Nacht ~nacht nachts`),
  daytimeHabit: table(`
    MO morgens vormittags frühmorgens
    MI mittags
    AF nachmittags
    EV abends
    NI nachts`),
  clockWord: new Map(
    [...numberWords].filter(([word, value]) => value > 0 && value < 25 && !/^eine[nmrs]?$/.test(word)),
  ),
  unit: table(`
    D Tag Tage Tagen Tages
    W Woche Wochen
    M Monat Monate Monaten Monats
    Q Quartal Quartale Quartalen Quartals
    Y Jahr Jahre Jahren Jahres Jahrs
    DE Jahrzehnt Jahrzehnte Jahrzehnten Jahrzehnts
    CE Jahrhundert Jahrhunderte Jahrhunderten
    WE Wochenende Wochenenden
    TH Stunde Stunden
    TM Minute Minuten
    TS Sekunde Sekunden`),
  /** Units that a document's day may be counted by. */
  period: table(`
    W Woche
    M Monat Monats
    Y Jahr Jahres Jahrs
    WE Wochenende Wochenendes
    Q Quartal Quartals
    DE Jahrzehnt Jahrzehnts
    CE Jahrhundert Jahrhunderts`),
  century: table('0 Jahrhundert Jahrhunderts Jahrhunderten'),
  pluralUnit: table(`
    D Tage Tagen
    W Wochen
    M Monate Monaten
    Y Jahre Jahren
    DE Jahrzehnte Jahrzehnten
    TH Stunden
    TM Minuten`),
  number: numberWords,
  half: table('0 halbe halbes halben halber'),
  oneAndHalf: table('0 anderthalb eineinhalb'),
  both: table('2 beiden beide'),
  vague: table('0 einige einigen mehrere mehreren wenige wenigen viele vielen paar etliche etlichen'),
  past: new Map(inflected('vergangen letzt vorig vorvergangen verflossen', `${ADJECTIVE}`, '-1')),
  next: new Map(inflected('kommend nächst', ADJECTIVE, '1')),
  this: new Map([...inflected('dies', ADJECTIVE, '0'), ...inflected('laufend', ADJECTIVE, '0')]),
  every: table('1 jeden jede jedes jedem allen'),
  article: table('0 der die das den dem des einen einem einer ein eine'),
  season: table(`
    SP Frühling Frühlings Frühjahr Frühjahrs
    SU Sommer Sommers
    FA Herbst Herbsts Herbstes
    WI Winter Winters`),
  quarter: numbers(`
    1 erste ersten
    2 zweite zweiten
    3 dritte dritten
    4 vierte vierten`),
  edge: table(`
    START Anfang Beginn
    MID Mitte
    END Ende`),
  edgeOfUnit: table(`
    START-Y Jahresbeginn Jahresanfang
    END-Y Jahresende
    MID-Y Jahresmitte
    START-M Monatsanfang Monatsbeginn
    END-M Monatsende Monatsultimo
    START-W Wochenbeginn Wochenanfang
    MID-W Wochenmitte`),
  edgeAdjective: new Map([...inflected('früh', ADJECTIVE, 'START'), ...inflected('spät', ADJECTIVE, 'END')]),
  day: numbers(`
    0 heute
    -1 gestern
    -2 vorgestern
    1 ~morgen
    2 übermorgen`),
  dayAdjective: new Map([
    ...inflected('heutig', ADJECTIVE, '0'),
    ...inflected('gestrig', ADJECTIVE, '-1'),
    ...inflected('morgig', ADJECTIVE, '1'),
  ]),
  nearYear: table(`
    -1 Vorjahr Vorjahres Vorjahrs
    0 heuer
    -2 Vorvorjahr`),
  nearMonth: table('-1 Vormonat Vormonats'),
  nearWeek: table('-1 Vorwoche'),
  nearDay: table('-1 Vortag Vortages Vortags'),
  /** Easter Sunday plus so many days. */
  movableFeast: numbers(`
    -48 Rosenmontag
    -46 Aschermittwoch
    -7 Palmsonntag
    -3 Gründonnerstag
    -2 Karfreitag
    0 Ostern Ostersonntag Osterwochenende Osterfest
    1 Ostermontag
    39 Himmelfahrt Himmelfahrtstag
    49 Pfingsten Pfingstsonntag Pfingstwochenende
    50 Pfingstmontag
    60 Fronleichnam`),
  /** Month and day. */
  fixedFeast: table(`
    01-01 Neujahr Neujahrstag
    01-06 Dreikönigstag
    05-01 Maifeiertag
    08-15 Ferragosto
    10-31 Reformationstag
    11-01 Allerheiligen
    12-06 Nikolaustag
    12-24 Heiligabend Weihnachten Weihnachtsabend
    12-25 Weihnachtstag
    12-26 Stephanstag
    12-31 Silvester Silvesterabend`),
  decadeWord: new Map(
    DECADES.flatMap(([stem, n]) =>
      [
        `${stem}er`,
        `${stem[0]!.toUpperCase()}${stem.slice(1)}erjahre`,
        `${stem[0]!.toUpperCase()}${stem.slice(1)}erjahren`,
      ].map((form): [string, number] => [form, n]),
    ),
  ),
  present: table(`
    PRESENT_REF jetzt derzeit zurzeit momentan gegenwärtig heutzutage
    PRESENT_REF Gegenwart Jetztzeit`),
  pastRef: table(`
    PAST_REF früher damals einst kürzlich jüngst unlängst neulich einstmals vormals ehedem seinerzeit
    PAST_REF Vergangenheit`),
  futureRef: table(`
    FUTURE_REF bald demnächst alsbald baldigst
    FUTURE_REF Zukunft`),
  habit: new Map([
    ...inflected('täglich', '- e en er es em', 'P1D'),
    ...inflected('wöchentlich', '- e en er es em', 'P1W'),
    ...inflected('monatlich', '- e en er es em', 'P1M'),
    ...inflected('jährlich alljährlich', '- e en er es em', 'P1Y'),
    ...inflected('stündlich', '- e en er es em', 'PT1H'),
    ...inflected('vierteljährlich', '- e en', 'P3M'),
    ...inflected('halbjährlich', '- e en', 'P6M'),
  ]),
  long: new Map([
    ...inflected('stundenlang', '- e en er es em', 'PTXH'),
    ...inflected('tagelang', '- e en er es em', 'PXD'),
    ...inflected('wochenlang', '- e en er es em', 'PXW'),
    ...inflected('monatelang', '- e en er es em', 'PXM'),
    ...inflected('jahrelang langjährig mehrjährig', '- e en er es em', 'PXY'),
    ...inflected('jahrzehntelang', '- e en er es em', 'PXDE'),
    ...inflected('mehrtägig', ADJECTIVE, 'PXD'),
    ...inflected('mehrstündig', ADJECTIVE, 'PTXH'),
    ...inflected('mehrwöchig', ADJECTIVE, 'PXW'),
    ...inflected('ganztägig', '- e en', 'P1D'),
    ...inflected('halbstündig', ADJECTIVE, 'PT0.5H'),
    ...inflected('halbjährig', ADJECTIVE, 'P0.5Y'),
  ]),
  span: spans,
  more: table('MORE_THAN über mehr mindestens'),
  zone: table('0 ET MEZ MESZ GMT UTC EST EDT Ortszeit CET CEST PT'),
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Neighbours that tell a year from a number, and tenses. Lower case. */
export const timeGuards = {
  /** Before four digits: a quantity. */
  countedBefore: list(
    'rund etwa über fast knapp insgesamt mindestens ungefähr circa als zu weitere gut weiteren um',
  ),
  /** Before four digits: a year, even where a noun follows. */
  yearBefore: list(
    'seit bis ab von zwischen vor nach für im in und anfang mitte ende bereits erst schon noch wurde hatte war',
  ),
  /** After digits: a measure. */
  measureAfter: list(
    'prozent euro dollar mark meter kilometer menschen personen mann uhr tote tonnen millionen % $ € km m',
  ),
  /** After a number of years: an age. */
  ageAfter: list('alt alte alten alter altes'),
  /** Months that are names as well. */
  nameMonths: list('august mai april'),
  /** Finite verbs that look ahead. */
  future: list(
    'wird werden soll sollen sollte will wollen plant planen möchte würde würden beabsichtigt beginnt beginnen steht findet reist reisen',
  ),
  /** Finite verbs that look back; of others the tagger knows the tense. */
  past: list('war waren wurde wurden hatte hatten hat haben kam kamen sagte sagten worden gab gewesen'),
  /** Infinitives that a participle makes a perfect with. */
  perfect: list('sein haben'),
  /** Before a date: it lies ahead, or is a name's (`bis 2006`). */
  aheadBefore: list('bis ab für zum zur auf den nach'),
  /** Before a day: that it lies ahead, or is over. */
  plannedBefore: list('für'),
  sinceBefore: list('seit'),
  /** Between such a word and a year. */
  yearNouns: list('jahr jahre das im'),
  /** Beginnings of words that put what a clause tells of into the future, whatever its verb's tense. */
  planned: [
    'geplant',
    'angekündigt',
    'kündigt',
    'ansteh',
    'bevorsteh',
    'angesetzt',
    'festgelegt',
    'vertagt',
    'verschoben',
    'vorgesehen',
    'terminiert',
    'erwart',
    'soll',
    'will',
    'woll',
    'würde',
    'werde',
    'vertrag',
    'plant',
    'anberaumt',
    'genannt',
    'wirkung',
    'zuschlag',
  ],
} as const

/** What stands between or before the times of a period. Lower case. */
export const periodWords = {
  since: list('seit'),
  until: list('bis'),
  untilArticles: list('zum zur'),
  between: list('zwischen'),
  and: list('und sowie'),
  /** With such an adverb, or `diese` before such a noun, a clause lies at the time of the one before. */
  pointingBack: list('damals seinerzeit'),
  stretches: list('Zeit Zeitraum Jahr Monat Woche'),
} as const
