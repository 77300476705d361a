/**
 * Verbs whose stem changes: infinitive, third person of the past, participle, and third person of the present where its vowel
 * changes. Verbs with a prefix stand here only where there is none without.
 */
const VERBS = `
befehlen befahl befohlen befiehlt | beginnen begann begonnen | beißen biss gebissen | bergen barg geborgen birgt
bersten barst geborsten birst | biegen bog gebogen | bieten bot geboten | binden band gebunden | bitten bat gebeten
blasen blies geblasen bläst | bleiben blieb geblieben | braten briet gebraten brät | brechen brach gebrochen bricht
brennen brannte gebrannt | bringen brachte gebracht | denken dachte gedacht | dringen drang gedrungen
empfehlen empfahl empfohlen empfiehlt | erlöschen erlosch erloschen erlischt | erschrecken erschrak erschrocken erschrickt
erwägen erwog erwogen | essen aß gegessen isst | fahren fuhr gefahren fährt | fallen fiel gefallen fällt | fangen fing gefangen fängt
fechten focht gefochten ficht | finden fand gefunden | flechten flocht geflochten flicht | fliegen flog geflogen
fliehen floh geflohen | fließen floss geflossen | fressen fraß gefressen frisst | frieren fror gefroren
gebären gebar geboren | geben gab gegeben gibt | gedeihen gedieh gediehen | gehen ging gegangen | gelingen gelang gelungen
gelten galt gegolten gilt | genesen genas genesen | genießen genoss genossen | geschehen geschah geschehen geschieht
gewinnen gewann gewonnen | gießen goss gegossen | gleichen glich geglichen | gleiten glitt geglitten | graben grub gegraben gräbt
greifen griff gegriffen | halten hielt gehalten hält | hängen hing gehangen | hauen hieb gehauen | heben hob gehoben
heißen hieß geheißen | helfen half geholfen hilft | kennen kannte gekannt | klingen klang geklungen | kneifen kniff gekniffen
kommen kam gekommen | kriechen kroch gekrochen | laden lud geladen lädt | lassen ließ gelassen lässt | laufen lief gelaufen läuft
leiden litt gelitten | leihen lieh geliehen | lesen las gelesen liest | liegen lag gelegen | lügen log gelogen | mahlen mahlte gemahlen
meiden mied gemieden | messen maß gemessen misst | nehmen nahm genommen nimmt | nennen nannte genannt | pfeifen pfiff gepfiffen
preisen pries gepriesen | quellen quoll gequollen quillt | raten riet geraten rät | reiben rieb gerieben | reißen riss gerissen
reiten ritt geritten | rennen rannte gerannt | riechen roch gerochen | ringen rang gerungen | rinnen rann geronnen | rufen rief gerufen
saufen soff gesoffen säuft | schaffen schuf geschaffen | scheiden schied geschieden | scheinen schien geschienen
schieben schob geschoben | schießen schoss geschossen | schlafen schlief geschlafen schläft
schlagen schlug geschlagen schlägt | schleichen schlich geschlichen | schließen schloss geschlossen | schlingen schlang geschlungen
schmeißen schmiss geschmissen | schmelzen schmolz geschmolzen schmilzt | schneiden schnitt geschnitten | schreiben schrieb geschrieben
schreien schrie geschrien | schreiten schritt geschritten | schweigen schwieg geschwiegen | schwellen schwoll geschwollen schwillt
schwimmen schwamm geschwommen | schwinden schwand geschwunden | schwingen schwang geschwungen | schwören schwor geschworen
sehen sah gesehen sieht | senden sandte gesandt | singen sang gesungen | sinken sank gesunken | sinnen sann gesonnen | sitzen saß gesessen
sprechen sprach gesprochen spricht | sprießen spross gesprossen | springen sprang gesprungen
stechen stach gestochen sticht | stehen stand gestanden | stehlen stahl gestohlen stiehlt | steigen stieg gestiegen
sterben starb gestorben stirbt | stinken stank gestunken | stoßen stieß gestoßen stößt | streichen strich gestrichen
streiten stritt gestritten | tragen trug getragen trägt | treffen traf getroffen trifft | treiben trieb getrieben
treten trat getreten tritt | trinken trank getrunken | trügen trog getrogen | tun tat getan | verderben verdarb verdorben verdirbt
vergessen vergaß vergessen vergisst | verlieren verlor verloren | verzeihen verzieh verziehen | wachsen wuchs gewachsen wächst
waschen wusch gewaschen wäscht | weichen wich gewichen | weisen wies gewiesen | wenden wandte gewandt | werben warb geworben wirbt
werfen warf geworfen wirft | wiegen wog gewogen | winden wand gewunden | wissen wusste gewusst weiß | ziehen zog gezogen
zwingen zwang gezwungen
`

/** Forms that are rather those of another verb: of `führen`, not of `fahren`; of `verabschieden`, not of `scheiden`. */
const OTHERS = new Set(
  'schiedet schiedest führe führen führest führet dränge drängen dränget tränke tränken zwänge zwängen gelangen gelangt gelangst legen beten geraten'.split(
    ' ',
  ),
)
const UMLAUTS: Readonly<Record<string, string>> = { a: 'ä', o: 'ö', u: 'ü' }

function forms(infinitive: string, past: string, participle: string, present: string | undefined): string[] {
  // behind a prefix participles lose their ge: erschossen
  const short = participle.slice(2)
  const out = participle.startsWith('ge') && short !== infinitive ? [participle, short] : [participle]
  const wish = past.replace(/[aou](?=[^aou]*$)/u, (vowel) => UMLAUTS[vowel]!)
  if (past.endsWith('te'))
    for (const stem of [past, wish]) out.push(stem, `${stem}st`, `${stem}n`, `${stem}t`)
  else {
    for (const ending of ['', 'st', 'est', 'en', 't', 'et']) out.push(past + ending)
    for (const ending of ['e', 'est', 'en', 'et']) out.push(wish + ending)
  }
  if (present !== undefined) out.push(present, present.replace(/s?t$/u, 'st'))
  return out
}

const ENTRIES = VERBS.split(/[|\n]/u).flatMap((entry) => {
  const [infinitive, past, participle, present] = entry.trim().split(' ')
  if (infinitive === undefined || past === undefined || participle === undefined) return []
  return [{ infinitive, past, participle, present }]
})

/** Second participle by infinitive. */
export const strongParticiples: ReadonlyMap<string, string> = new Map(
  ENTRIES.map(({ infinitive, participle }) => [infinitive, participle]),
)

/** Finite forms of past and wish, participles, and changed forms of the present, with their infinitive; ss stands for ß too. */
export const strongForms: ReadonlyMap<string, string> = new Map(
  ENTRIES.flatMap(({ infinitive, past, participle, present }) =>
    forms(infinitive, past, participle, present)
      .filter((form) => !OTHERS.has(form))
      .map((form): [string, string] => [form, infinitive]),
  ),
)

/** Prefixes that do not come off; those that do are particles. */
export const prefixes: readonly string[] =
  'wider hinter unter über voll miss emp ent ver zer be er ge um'.split(' ')
