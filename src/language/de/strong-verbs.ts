/**
 * Strong, mixed and irregular verbs of German: infinitive, third person singular, preterite, Konjunktiv II, participle; `|` between
 * alternatives. Simplex stems; prefixes and particles are put before them by whoever looks a form up.
 */
const TABLE = `
  backen backt|bäckt backte|buk backte|büke gebacken
  bedürfen bedarf bedurfte bedürfte bedurft
  befehlen befiehlt befahl beföhle|befähle befohlen
  befleißen befleißt befliss beflisse beflissen
  beginnen beginnt begann begänne|begönne begonnen
  beißen beißt biss bisse gebissen
  bergen birgt barg bärge geborgen
  bersten birst barst bärste geborsten
  bewegen bewegt bewegte|bewog bewegte|bewöge bewegt|bewogen
  biegen biegt bog böge gebogen
  bieten bietet bot böte geboten
  binden bindet band bände gebunden
  bitten bittet bat bäte gebeten
  blasen bläst blies bliese geblasen
  bleiben bleibt blieb bliebe geblieben
  braten brät briet briete gebraten
  brauchen braucht brauchte brauchte|bräuchte gebraucht
  brechen bricht brach bräche gebrochen
  brennen brennt brannte brennte gebrannt
  bringen bringt brachte brächte gebracht
  denken denkt dachte dächte gedacht
  dingen dingt dingte|dang dingte|dänge gedungen|gedingt
  dreschen drischt drosch drösche gedroschen
  dringen dringt drang dränge gedrungen
  dünken dünkt|deucht dünkte|deuchte dünkte|deuchte gedünkt|gedeucht
  dürfen darf durfte dürfte gedurft
  empfehlen empfiehlt empfahl empföhle|empfähle empfohlen
  erbleichen erbleicht erbleichte|erblich erbleichte|erbliche erbleicht|erblichen
  erküren erkürt erkor|erkürte erköre|erkürte erkoren|erkürt
  erlöschen erlischt erlosch erlösche erloschen
  erschrecken erschrickt|erschreckt erschrak|erschreckte erschräke|erschreckte erschrocken|erschreckt
  erwägen erwägt erwog erwöge erwogen
  essen isst aß äße gegessen
  fahren fährt fuhr führe gefahren
  fallen fällt fiel fiele gefallen
  fangen fängt fing finge gefangen
  fechten ficht focht föchte gefochten
  finden findet fand fände gefunden
  flechten flicht flocht flöchte geflochten
  fliegen fliegt flog flöge geflogen
  fliehen flieht floh flöhe geflohen
  fließen fließt floss flösse geflossen
  fressen frisst fraß fräße gefressen
  frieren friert fror fröre gefroren
  gären gärt gor|gärte göre|gärte gegoren|gegärt
  gebären gebärt|gebiert gebar gebäre geboren
  geben gibt gab gäbe gegeben
  gedeihen gedeiht gedieh gediehe gediehen
  gehen geht ging ginge gegangen
  gelingen gelingt gelang gelänge gelungen
  gelten gilt galt gälte|gölte gegolten
  genesen genest genas genäse genesen
  genießen genießt genoss genösse genossen
  geschehen geschieht geschah geschähe geschehen
  gewinnen gewinnt gewann gewönne|gewänne gewonnen
  gießen gießt goss gösse gegossen
  gleichen gleicht glich gliche geglichen
  gleiten gleitet glitt glitte geglitten
  glimmen glimmt glomm|glimmte glömme|glimmte geglommen|geglimmt
  graben gräbt grub grübe gegraben
  greifen greift griff griffe gegriffen
  haben hat hatte hätte gehabt
  halten hält hielt hielte gehalten
  hängen hängt hing|hängte hinge|hängte gehangen|gehängt
  hauen haut haute|hieb haute|hiebe gehauen
  heben hebt hob|hub höbe|hübe gehoben
  heißen heißt hieß hieße geheißen
  helfen hilft half hülfe|hälfe geholfen
  kennen kennt kannte kennte gekannt
  klimmen klimmt klomm|klimmte klömme|klimmte geklommen|geklimmt
  klingen klingt klang klänge geklungen
  kneifen kneift kniff kniffe gekniffen
  kommen kommt kam käme gekommen
  können kann konnte könnte gekonnt
  kriechen kriecht kroch kröche gekrochen
  küren kürt kürte|kor kürte|köre gekürt|gekoren
  laden lädt lud lüde geladen
  lassen lässt ließ ließe gelassen
  laufen läuft lief liefe gelaufen
  leiden leidet litt litte gelitten
  leihen leiht lieh liehe geliehen
  lesen liest las läse gelesen
  liegen liegt lag läge gelegen
  lügen lügt log löge gelogen
  mahlen mahlt mahlte mahlte gemahlen
  meiden meidet mied miede gemieden
  melken melkt|milkt melkte|molk melkte|mölke gemolken|gemelkt
  messen misst maß mäße gemessen
  misslingen misslingt misslang misslänge misslungen
  mögen mag mochte möchte gemocht
  müssen muss musste müsste gemusst
  nehmen nimmt nahm nähme genommen
  nennen nennt nannte nennte genannt
  pfeifen pfeift pfiff pfiffe gepfiffen
  pflegen pflegt pflegte|pflog pflegte|pflöge gepflegt|gepflogen
  preisen preist pries priese gepriesen
  quellen quillt|quellt quoll|quellte quölle|quellte gequollen|gequellt
  raten rät riet riete geraten
  reiben reibt rieb riebe gerieben
  reißen reißt riss risse gerissen
  reiten reitet ritt ritte geritten
  rennen rennt rannte rennte gerannt
  riechen riecht roch röche gerochen
  ringen ringt rang ränge gerungen
  rinnen rinnt rann ränne|rönne geronnen
  rufen ruft rief riefe gerufen
  salzen salzt salzte salzte gesalzen|gesalzt
  saufen säuft soff söffe gesoffen
  saugen saugt saugte|sog saugte|söge gesaugt|gesogen
  schaffen schafft schuf|schaffte schüfe|schaffte geschaffen|geschafft
  schallen schallt schallte|scholl schallte|schölle geschallt|geschollen
  scheiden scheidet schied schiede geschieden
  scheinen scheint schien schiene geschienen
  scheißen scheißt schiss schisse geschissen
  schelten schilt schalt schölte gescholten
  scheren schert|schiert schor|scherte schöre|scherte geschoren|geschert
  schieben schiebt schob schöbe geschoben
  schießen schießt schoss schösse geschossen
  schinden schindet schindete|schund schindete|schünde geschunden
  schlafen schläft schlief schliefe geschlafen
  schlagen schlägt schlug schlüge geschlagen
  schleichen schleicht schlich schliche geschlichen
  schleifen schleift schliff|schleifte schliffe|schleifte geschliffen|geschleift
  schließen schließt schloss schlösse geschlossen
  schlingen schlingt schlang schlänge geschlungen
  schmeißen schmeißt schmiss schmisse geschmissen
  schmelzen schmilzt|schmelzt schmolz|schmelzte schmölze|schmelzte geschmolzen|geschmelzt
  schnauben schnaubt schnaubte|schnob schnaubte|schnöbe geschnaubt|geschnoben
  schneiden schneidet schnitt schnitte geschnitten
  schrecken schreckt|schrickt schreckte|schrak schreckte|schräke geschreckt|geschrocken
  schreiben schreibt schrieb schriebe geschrieben
  schreien schreit schrie schrie|schriee geschrien
  schreiten schreitet schritt schritte geschritten
  schweigen schweigt schwieg schwiege geschwiegen
  schwellen schwillt|schwellt schwoll|schwellte schwölle|schwellte geschwollen|geschwellt
  schwimmen schwimmt schwamm schwömme|schwämme geschwommen
  schwinden schwindet schwand schwände geschwunden
  schwingen schwingt schwang schwänge geschwungen
  schwören schwört schwor|schwur schwüre|schwöre geschworen
  sehen sieht sah sähe gesehen
  sein ist war wäre gewesen
  senden sendet sandte|sendete sendete gesandt|gesendet
  sieden siedet siedete|sott siedete|sötte gesotten|gesiedet
  singen singt sang sänge gesungen
  sinken sinkt sank sänke gesunken
  sinnen sinnt sann sänne|sönne gesonnen
  sitzen sitzt saß säße gesessen
  sollen soll sollte sollte gesollt
  spalten spaltet spaltete spaltete gespalten|gespaltet
  speien speit spie spie|spiee gespien
  spinnen spinnt spann spönne|spänne gesponnen
  spleißen spleißt spleißte|spliss spleißte|splisse gespleißt|gesplissen
  sprechen spricht sprach spräche gesprochen
  sprießen sprießt spross sprösse gesprossen
  springen springt sprang spränge gesprungen
  stechen sticht stach stäche gestochen
  stecken steckt steckte|stak steckte|stäke gesteckt
  stehen steht stand stünde|stände gestanden
  stehlen stiehlt stahl stähle|stöhle gestohlen
  steigen steigt stieg stiege gestiegen
  sterben stirbt starb stürbe gestorben
  stieben stiebt stob|stiebte stöbe|stiebte gestoben|gestiebt
  stinken stinkt stank stänke gestunken
  stoßen stößt stieß stieße gestoßen
  streichen streicht strich striche gestrichen
  streiten streitet stritt stritte gestritten
  tragen trägt trug trüge getragen
  treffen trifft traf träfe getroffen
  treiben treibt trieb triebe getrieben
  treten tritt trat träte getreten
  triefen trieft triefte|troff triefte|tröffe getrieft|getroffen
  trinken trinkt trank tränke getrunken
  trügen trügt trog tröge getrogen
  tun tut tat täte getan
  verbleichen verbleicht verblich|verbleichte verbliche|verbleichte verblichen|verbleicht
  verderben verdirbt verdarb verdürbe verdorben
  verdrießen verdrießt verdross verdrösse verdrossen
  vergessen vergisst vergaß vergäße vergessen
  verlieren verliert verlor verlöre verloren
  verlöschen verlischt verlosch verlösche verloschen
  verschleißen verschleißt verschliss verschlisse verschlissen
  verzeihen verzeiht verzieh verziehe verziehen
  wachsen wächst wuchs wüchse gewachsen
  wägen wägt wog|wägte wöge|wägte gewogen|gewägt
  waschen wäscht wusch wüsche gewaschen
  weben webt webte|wob webte|wöbe gewebt|gewoben
  weichen weicht wich|weichte wiche|weichte gewichen|geweicht
  weisen weist wies wiese gewiesen
  wenden wendet wandte|wendete wendete gewandt|gewendet
  werben wirbt warb würbe geworben
  werden wird wurde|ward würde geworden|worden
  werfen wirft warf würfe geworfen
  wiegen wiegt wog|wiegte wöge|wiegte gewogen|gewiegt
  winden windet wand wände gewunden
  winken winkt winkte winkte gewinkt|gewunken
  wissen weiß wusste wüsste gewusst
  wollen will wollte wollte gewollt
  wringen wringt wrang wränge gewrungen
  zeihen zeiht zieh ziehe geziehen
  ziehen zieht zog zöge gezogen
  zwingen zwingt zwang zwänge gezwungen
`

/** Prefixes that stay with their verb. */
export const verbPrefixes: readonly string[] = [
  'hinter',
  'wider',
  'miss',
  'über',
  'unter',
  'durch',
  'voll',
  'emp',
  'ent',
  'ver',
  'zer',
  'um',
  'be',
  'er',
]

/** Inflected form -> infinitive; forms that are infinitives themselves are left out. */
export const irregularVerbForms: ReadonlyMap<string, string> = formsOf(TABLE)

function formsOf(table: string): Map<string, string> {
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(' '))
  const infinitives = new Set(rows.map(([infinitive]) => infinitive))
  const forms = new Map<string, string>()
  for (const [infinitive = '', present = '', past = '', subjunctive = '', participle = ''] of rows) {
    const all = [
      ...present.split('|'),
      ...past.split('|').flatMap(withEndings),
      ...subjunctive.split('|').flatMap(withEndings),
      ...participle.split('|'),
    ]
    for (const form of all) if (!infinitives.has(form) && !forms.has(form)) forms.set(form, infinitive)
  }
  return forms
}

/** First and third person, second person, plural: `starb`, `starbst`, `starben`, `starbt`; `dachte`, `dachten` … */
function withEndings(form: string): string[] {
  const endings = form.endsWith('e') ? ['', 'n', 'st', 't'] : ['', 'en', 'st', 't', 'et']
  return endings.map((ending) => form + ending)
}
