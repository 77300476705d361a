/**
 * German words and phrases of time. A class maps written words to a value; a word with a capital counts only when written with one,
 * a word that begins with `~` only when written small. Patterns are read by `extract/times/patterns.ts`, which explains their notation.
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

/**
 * Rule name and phrases. Elements: a class, `name:class` (two of one class), `'word'` with `|` between alternatives, `?` behind what may
 * be missing, `<` and `>` around each time expression (prepositions stay outside). Of all phrases that fit at a word the longest counts.
 */
export const timePatterns: Readonly<Record<string, readonly string[]>> = {
  'iso-date': ['< iso >', '< dotted >'],
  'full-date': [
    "< weekday ',' ord month year >",
    '< weekday ord month year >',
    '< ord month year >',
    "< ord shortMonth '.'? year >",
    "< weekday ',' 'dem|den|der' ord month year >",
    '< weekday dotted >',
    "< weekday ',' dotted >",
    "< weekday ',' 'dem|den' dotted >",
    '< num month year >',
    "< daytime 'des|vom' ord month year >",
  ],
  'day-month': [
    '< ord month >',
    "< weekday ',' ord month >",
    '< weekday ord month >',
    "< weekday ',' 'dem|den|der' ord month >",
    "< weekday 'dem|den|der' ord month >",
    '< ord shortMonth >',
    "< daytime 'des|vom' ord month >",
  ],
  'day-month-of-year': [
    "< ord month 'des' past period >",
    '< ord month next period >',
    '< ord month this period >',
  ],
  'day-range': [
    "< first:ord > 'bis|und|auf|/|-|–' 'zum'? 'zur'? < ord month year >",
    "< first:ord > 'bis|und|auf|/|-|–' 'zum'? 'zur'? < ord month >",
  ],
  'month-year': [
    '< month year >',
    '< edge month year >',
    '< edgeAdjective month year >',
    "< month 'des' 'Jahres' year >",
  ],
  month: ['< month >', '< edge month >', "< edge 'des' 'Monats' month >", "< 'Monat' month >"],
  'month-of-year': [
    "< month 'des' past period >",
    '< month past period >',
    '< month this period >',
    '< edge month this period >',
    '< month nearYear >',
    "< edge month 'des' past period >",
    '< edge month past period >',
    "< month 'des' nearYear >",
  ],
  year: [
    '< year >',
    "< 'Jahr|Jahre|Jahres|Jahren' year >",
    '< edge year >',
    "< edge 'des' 'Jahres' year >",
    "< 'des' 'Jahres' year >",
    "< 'dem' 'Jahre|Jahr' year >",
  ],
  'year-range': ["< first:year > 'bis|und|-|–' < year >"],
  'slash-year': ['< slashYear >', "< 'Jahr|Jahre' slashYear >"],
  'near-year': ['< nearYear >', "< 'dem|des|das' nearYear >"],
  'near-month': ["< 'der|dem|des'? nearMonth >"],
  'near-week': ["< 'der|die'? nearWeek >"],
  'near-day': ['< nearDay >'],
  decade: [
    "< 'den|der|die'? edge? decadeWord 'Jahre|Jahren' >",
    "< 'den|der|die'? decadeWord >",
    "< 'den|der|die'? edge? decadeNumber 'Jahre|Jahren' >",
    "< edge 'der' decadeWord 'Jahre|Jahren' >",
    "< 'den|der|die'? decadeNumber >",
    "< edge 'der' decadeNumber 'Jahre|Jahren' >",
  ],
  century: ["< 'des|dem|das'? ord century >", "< edge 'des' ord century >"],
  season: [
    '< season >',
    '< season year >',
    "< season 'des' 'Jahres' year >",
    '< edge season year >',
    '< edgeAdjective season >',
    '< edgeAdjective season year >',
  ],
  'season-of-year': [
    '< this season >',
    '< past season >',
    '< next season >',
    "< 'dem|den|der|des' past season >",
    "< 'dem|den|der|des' next season >",
    '< season this period >',
    '< season past period >',
    "< season 'des' past period >",
  ],
  quarter: ['< quarter unit year >', '< quarter unit >'],
  weekday: ['< weekday >', '< weekday daytimeAfter >'],
  'weekday-part': ['< weekdayPart >', '< edgeAdjective weekdayPart >'],
  'weekday-near': [
    "< 'der|den|dem|des'? past weekday >",
    "< 'der|den|dem|des'? next weekday >",
    '< this weekday >',
    "< 'diesem' next weekday >",
    '< past weekdayPart >',
    '< next weekdayPart >',
    '< this weekdayPart >',
    '< weekday past period >',
    "< weekday 'der' past period >",
    '< weekday next period >',
    "< weekday 'dieser' period >",
  ],
  'weekday-night': [
    "< 'der'? 'Nacht' 'auf|zu|zum' 'den|diesen'? weekday >",
    "< 'der'? 'Nacht' 'von' weekday 'auf|zu|zum' to:weekday >",
    "'in'? 'der'? < 'Nacht' 'vom' weekday 'auf|zu|zum' to:weekday >",
  ],
  'date-night': [
    "'in'? 'der'? < 'Nacht' 'auf|zum' 'den'? ord month >",
    "'in'? 'der'? < 'Nacht' 'auf|zum' 'den'? ord month year >",
  ],
  day: [
    '< day >',
    '< day daytimeAfter >',
    "< dayAdjective 'Tag|Tage|Tages' >",
    '< dayAdjective weekday >',
    '< day weekday >',
  ],
  'day-adjective': ['< dayAdjective >'],
  'this-daytime': ['< this daytime >'],
  'last-night': ["< 'der|die'? past daytime >"],
  near: [
    "< 'der|die|das|dem|den|des'? past period >",
    "< 'der|die|das|dem|den|des'? next period >",
    '< this period >',
    "< edge 'der|des' past period >",
    '< edge past period >',
    '< edge this period >',
    '< edge next period >',
    "< edge 'der|des' next period >",
    "< edge 'der|des' period >",
  ],
  'this-period': [
    "'am' < 'Wochenende' >",
    "'übers' < 'Wochenende' >",
    "'am|vom' edgeAdjective? < 'Wochenende' >",
  ],
  'edge-of-unit': ['< edgeOfUnit >'],
  'past-span': [
    "< 'den|der|die|dem'? past number pluralUnit >",
    "< 'den|der|die' past num pluralUnit >",
    "< 'den|der|die|dem'? past both pluralUnit >",
    "< 'den|der|die'? past pluralUnit >",
    "< 'den|der|die'? past vague pluralUnit >",
  ],
  'next-span': [
    "< 'den|der|die'? next number pluralUnit >",
    "< 'den|der|die' next num pluralUnit >",
    "< 'den|der|die'? next both pluralUnit >",
    "< 'den|der|die'? next pluralUnit >",
    "< 'den|der|die'? next vague pluralUnit >",
  ],
  ago: [
    "'vor' 'etwa|rund|gut|knapp|fast|genau|über|ungefähr|exakt|circa|erst|ca'? '.'? < number unit >",
    "'vor' 'etwa|rund|gut|knapp|fast|genau|über|ungefähr|exakt|circa|erst|ca'? '.'? < num unit >",
    "'vor' 'ein'? < vague unit >",
    "'vor' < pluralUnit >",
    "'vor' 'mehr' 'als' < number unit >",
    "'vor' 'mehr' 'als' < num unit >",
    "'vor' < 'ein' 'paar' unit >",
    "'vor' < 'anderthalb|eineinhalb' unit >",
    "'vor' < number 'halben' unit >",
    "'vor' < number 'und' second:number 'halb' unit >",
    "'vor' 'noch'? 'nicht'? 'allzu'? 'langer' 'Zeit'",
  ],
  hence: [
    "'in|binnen' 'etwa|rund|gut|knapp|genau'? < number unit >",
    "'in|binnen' 'etwa|rund|gut|knapp|genau'? < num unit >",
    "'in' < vague unit >",
    "'in' < 'ein' 'paar' unit >",
  ],
  'later-earlier': [
    "< number unit > 'später|danach|darauf|nach'",
    "< num unit > 'später|danach|darauf|nach'",
    "< number unit > 'zuvor|vorher|davor|früher'",
    "< num unit > 'zuvor|vorher|davor|früher'",
  ],
  duration: [
    '< number unit >',
    '< num unit >',
    '< vague unit >',
    "< 'ein' 'paar' unit >",
    "< number unit 'lang' >",
    "< num unit 'lang' >",
    "< number unit 'und' second:number to:unit >",
    "< num unit 'und' second:num to:unit >",
    "< number 'halbe|halbes|halben' unit >",
    "< 'anderthalb|eineinhalb' unit >",
    "< number 'ganze|ganzen|lange|langen|volle' unit >",
    "< num 'lange|ganze' unit >",
    "< number 'aufeinanderfolgende|aufeinanderfolgenden' unit >",
  ],
  'unit-alone': [
    "'seit|über|nach|von|während|binnen' < pluralUnit >",
    "'lange' < pluralUnit >",
    "< 'lange' pluralUnit >",
  ],
  'number-unit': ['< numberUnit >'],
  'long-adjective': ['< long >', '< span >'],
  set: ['< habit >', "< 'zweimal|dreimal|einmal|mehrmals' habit >"],
  'set-every': [
    '< every unit >',
    '< every weekday >',
    '< every weekdayPart >',
    '< every month >',
    '< every season >',
    '< every daytime >',
    "< 'pro' unit >",
    "< 'alle' number unit >",
    "< 'alle' num unit >",
    "< 'Jahr' 'für|um' 'Jahr' >",
    "< 'Tag' 'für|um' 'Tag' >",
    "< 'alle' vague unit >",
  ],
  'weekday-habit': ['< weekdayHabit >'],
  clock: [
    "< clock 'Uhr' >",
    "< num 'Uhr' >",
    "< clockWord 'Uhr' >",
    "< clock 'Uhr' zone >",
    "< num 'Uhr' zone >",
    '< clock zone >',
    "< num 'Uhr' minute:num >",
    "< num 'Uhr' minute:clockWord >",
    "< clock 'h' >",
    "'um|gegen|nach|vor' < 'Mitternacht' >",
  ],
  'half-clock': ["< 'halb' clockWord >"],
  'clock-range': [
    "< first:num > 'bis|und' < num 'Uhr' >",
    "< first:clock > 'bis|und' < clock 'Uhr' >",
    "< first:num > 'bis|und' < clock 'Uhr' >",
    "< first:clock > 'bis|und' < num 'Uhr' >",
  ],
  daytime: [
    "'am|zum' < daytime >",
    "'am|zum' < edgeAdjective daytime >",
    "'in' 'der|den' < 'Nacht' >",
    "'in' < 'den|der' edgeAdjective daytime >",
    "'gegen' < daytime >",
    "'in' < 'der' edgeAdjective? daytime >",
    "'über' < 'Nacht' >",
  ],
  'daytime-habit': ['< daytimeHabit >'],
  'movable-feast': ['< movableFeast >', '< movableFeast year >', "'Christi' < movableFeast >"],
  'fixed-feast': ['< fixedFeast >', '< fixedFeast year >'],
  reference: [
    '< present >',
    '< pastRef >',
    '< futureRef >',
    "< 'der|die' pastRef >",
    "< 'der|die' present >",
  ],
  'present-phrase': [
    "< 'dieser' 'Tage' >",
    "< 'diesen' 'Tagen' >",
    "< 'im' 'Moment|Augenblick' >",
    "< 'zur' 'Zeit|Stunde' >",
    "'bis' < day >",
    "< day > 'noch|wie|so'",
    "'noch' < day >",
  ],
  'past-phrase': [
    "< 'in'? past 'Zeit' >",
    "< 'in' 'jüngster|jüngerer' 'Zeit' >",
    "< 'den' 'jüngsten' pluralUnit >",
    "< 'früheren|vergangener|früherer' 'Zeiten' >",
  ],
  'future-phrase': ["< 'in' 'Kürze' >"],
  'next-day': [
    "'am' < 'nächsten|folgenden|darauffolgenden' 'Tag|Tage|Morgen|Abend' >",
    "< 'Tags|tags' 'darauf' >",
    "< 'einen' 'Tag' 'später|danach|darauf' >",
  ],
  'previous-day': ["< 'tags|Tags' 'zuvor' >", "< 'einen|ein' 'Tag' 'zuvor|davor|vorher' >"],
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
  /** Before a date: it lies ahead, or is a name's (`bis 2006`). */
  aheadBefore: list('bis ab für zum zur auf den nach'),
  /** Between such a word and a year. */
  yearNouns: list('jahr jahre das im'),
  /** Beginnings of words that put what a clause tells of into the future, whatever its verb's tense. */
  planned: ['geplant', 'angekündigt', 'kündigt', 'ansteh', 'bevorsteh', 'angesetzt', 'festgelegt', 'vertagt', 'verschoben', 'vorgesehen', 'terminiert', 'erwart', 'soll', 'will', 'woll', 'würde', 'werde', 'vertrag', 'plant', 'anberaumt', 'genannt', 'wirkung', 'zuschlag'],
} as const
