import type { Stance } from '../../document/report.ts'

/**
 * Words by which a party takes a position, and where its topic stands: `obj` the object or the clause below, `subj` the subject of a
 * passive, else a preposition. Lemmas, separable verbs with their particle. `sich` where the verb means this only with it.
 */
export interface StanceWord {
  readonly stance: Stance
  readonly topic: readonly string[]
  readonly needs?: 'sich'
}

const table = (stance: Stance, topic: string, lemmas: string, needs?: 'sich'): [string, StanceWord][] =>
  lemmas
    .trim()
    .split(/\s+/)
    .map((lemma) => [lemma, { stance, topic: topic.split('|'), ...(needs ? { needs } : {}) }])

/** Several rows for one verb are tried in order; the first whose topic stands in the sentence counts. */
export const stanceVerbs: ReadonlyMap<string, readonly StanceWord[]> = grouped([
  ...table('denies', 'obj', 'bestreiten dementieren abstreiten leugnen verneinen'),
  ...table('denies', 'iobj', 'widersprechen'),
  ...table(
    'opposes',
    'gegen',
    'aussprechen wenden stellen wehren verwahren stemmen sperren sträuben zusammenschließen',
    'sich',
  ),
  ...table('supports', 'für', 'aussprechen einsetzen starkmachen stark verwenden', 'sich'),
  ...table('supports', 'zu', 'bekennen', 'sich'),
  ...table('supports', 'hinter', 'stellen', 'sich'),
  ...table(
    'opposes',
    'obj|iobj',
    'ablehnen kritisieren verurteilen missbilligen bemängeln beanstanden rügen beklagen bedauern anprangern geißeln boykottieren bezweifeln',
  ),
  ...table('opposes', 'iobj', 'widersetzen', 'sich'),
  ...table('opposes', 'vor|obj', 'warnen'),
  ...table('opposes', 'gegen', 'protestieren demonstrieren opponieren polemisieren'),
  ...table('opposes', 'zu|obj', 'weigern', 'sich'),
  ...table(
    'supports',
    'obj',
    'begrüßen unterstützen befürworten billigen loben würdigen genehmigen gutheißen anerkennen rechtfertigen ratifizieren',
  ),
  ...table('supports', 'iobj', 'zustimmen beipflichten beistehen'),
  ...table('supports', 'für', 'plädieren eintreten stimmen werben danken'),
  ...table('supports', 'über|mit', 'zufrieden freuen', 'sich'),
  ...table('demands', 'zu|obj', 'auffordern aufrufen drängen ermahnen anhalten mahnen'),
  ...table(
    'demands',
    'obj',
    'fordern verlangen einfordern beantragen anregen vorschlagen erwarten anmahnen reklamieren empfehlen',
  ),
  ...table('demands', 'auf', 'pochen dringen drängen beharren bestehen'),
  ...table('demands', 'um', 'bitten ersuchen anfragen anrufen'),
  ...table('demands', 'zu|obj|an', 'appellieren raten'),
  ...table('demands', 'nach', 'rufen verlangen'),
  ...table('offers', 'obj', 'anbieten zusagen zusichern versprechen'),
  ...table('rules-out', 'obj', 'ausschließen'),
  ...table('rules-out', 'von', 'absehen'),
])

/** Nouns by which a party takes a position; its holder stands in the genitive, with `von` or as the subject of a support verb. */
export const stanceNouns: ReadonlyMap<string, StanceWord> = new Map([
  ...table('demands', 'nach|an|obj|auf', 'Forderung Aufforderung Aufruf Appell Bitte Verlangen Ruf'),
  ...table('opposes', 'gegen', 'Protest Widerstand Einspruch Veto'),
  ...table('opposes', 'an', 'Kritik'),
  ...table('opposes', 'gen|von', 'Ablehnung Verurteilung'),
  ...table('supports', 'für', 'Unterstützung Zustimmung'),
  ...table('offers', 'obj|an|für', 'Angebot Hilfsangebot Zusage'),
])

/** `Israel müsse mehr tun`: what a speaker says must be done is what that speaker demands. */
export const demandingModals: ReadonlySet<string> = new Set(['müssen', 'sollen'])

/** `bereit zu Gesprächen`: an offer; negated, it is ruled out. */
export const readyAdjectives: ReadonlySet<string> = new Set([
  'bereit',
  'gesprächsbereit',
  'verhandlungsbereit',
  'offen',
])

/** `bezeichnete den Angriff als Verstoß`: verbs by which a party says what it thinks of something. */
export const judgingVerbs: ReadonlySet<string> = new Set(
  'bezeichnen nennen betrachten werten bewerten ansehen sehen verurteilen kritisieren einstufen würdigen loben'.split(
    ' ',
  ),
)

/** What is thought of it; words of praise and blame only, never of plain description. */
export const judgements: ReadonlyMap<string, 'supports' | 'opposes'> = new Map([
  ...judged(
    'opposes',
    `abenteuerlich aberwitzig abscheulich abstoßend absurd abwegig aggressiv alarmierend anmaßend antidemokratisch antisemitisch
    barbarisch bedauerlich bedenklich bedrohlich beleidigend beschämend besorgniserregend blamabel blutrünstig brutal diffamierend
    diktatorisch diskriminierend dreist dumm dürftig einseitig empörend entsetzlich enttäuschend erbärmlich erpresserisch
    erschreckend extremistisch fahrlässig falsch fanatisch faschistisch fatal fehlerhaft feige fragwürdig frech fremdenfeindlich
    furchtbar gefährlich gescheitert geschmacklos gewalttätig gewissenlos grauenvoll grausam grob haarsträubend halbherzig
    heimtückisch hetzerisch heuchlerisch hinterhältig homophob hysterisch illegal illegitim imperialistisch inakzeptabel infam
    inhuman inkompetent islamfeindlich katastrophal kolonialistisch kontraproduktiv korrupt kriegslüstern kriegstreiberisch
    kriminell kurzsichtig lächerlich lügnerisch mangelhaft menschenfeindlich menschenrechtswidrig menschenunwürdig
    menschenverachtend naiv nationalistisch peinlich perfide populistisch problematisch provokant provokativ provozierend
    rassistisch reaktionär rechtsextrem rechtswidrig respektlos rücksichtslos scheinheilig schlecht schlimm schockierend schrecklich
    schädlich schändlich separatistisch sinnlos skandalös skrupellos terroristisch totalitär tyrannisch unakzeptabel unangebracht
    unangemessen unannehmbar unbefriedigend undemokratisch unehrlich unentschuldbar unerhört unerträglich unfair ungenügend
    ungerecht ungerechtfertigt unglaubwürdig unglücklich unhaltbar unklug unlauter unmenschlich unmoralisch unnötig unprofessionell
    unrechtmäßig unredlich unseriös unsinnig unsolidarisch unsozial untauglich untragbar unverantwortbar unverantwortlich
    unverfroren unverhältnismäßig unverschämt unverständlich unwürdig unzulässig unzumutbar unzureichend unzuverlässig unüberlegt
    verabscheuenswert verabscheuungswürdig verantwortungslos verfassungswidrig verfehlt verheerend verhängnisvoll verleumderisch
    verlogen vernichtend verrückt verwerflich völkerrechtswidrig wahnsinnig widerlich widerwärtig willkürlich wirkungslos
    zweifelhaft zynisch ängstigend überflüssig übertrieben überzogen Abenteuer Abzocke Affront Aggression Alarmzeichen Albtraum
    Alptraum Angriffskrieg Anmaßung Anschlag Antisemit Apartheid Armutszeugnis Attacke Ausverkauf Bandit Bankrott Bankrotterklärung
    Barbar Barbarei Bedrohung Beleidigung Besatzer Betrug Betrugsversuch Betrüger Blamage Blödsinn Brandstifter Bruch Bärendienst
    Clown Debakel Demütigung Desaster Despot Diktator Diskriminierung Einmischung Einschüchterung Einschüchterungsversuch
    Erniedrigung Erpresser Erpressung Erpressungsversuch Eskalation Extremist Fanatiker Farce Faschist Fehlentscheidung
    Fehlentwicklung Fehler Fehlgriff Fehlschlag Feigenblatt Feigheit Feigling Feind Frevel Gefahr Gefährdung Genozid Gewaltakt
    Gotteslästerung Handlanger Hasstirade Heimsuchung Hetze Hetzer Heuchelei Heuchler Hexenjagd Hindernis Hohn Holocaust Idiot
    Imperialist Inszenierung Irrsinn Irrtum Irrweg Justizirrtum Justizskandal Kapitulation Katastrophe Kollaborateur Kommunist
    Komplott Kriegserklärung Kriegshetzer Kriegstreiber Kriegstreiberei Kriegsverbrechen Kriegsverbrecher Kriminelle Kuhhandel
    Kurzschluss Landesverrat Landplage Lüge Lügner Machtgier Machtmissbrauch Manipulation Marionette Massaker
    Menschenrechtsverletzung Menschenverachtung Militärputsch Missachtung Missbrauch Misserfolg Mogelpackung Mordversuch Mörder
    Mörderbande Nationalist Nazi Panikmache Pfusch Pogrom Populist Propaganda Propagandalüge Provokateur Provokation Putsch
    Putschist Rache Racheakt Rassismus Rassist Rechtsbruch Rechtsextremist Repression Rückfall Rückschlag Sabotage Saboteur
    Sackgasse Schande Scharlatan Schauprozess Scheinlösung Scheinwahl Schikane Schmierentheater Schurke Schurkenstaat Schwachsinn
    Schwindel Separatist Skandal Staatsfeind Staatsstreich Staatsterror Staatsterrorismus Stimmungsmache Symbolpolitik Söldner
    Sündenfall Terror Terrorakt Terroranschlag Terrorgruppe Terrorismus Terrorist Terroristin Terrororganisation Terrorregime Teufel
    Tiefpunkt Tragödie Tyrann Tyrannei Täuschung Unding Unfug Unmenschlichkeit Unrecht Unrechtsstaat Unsinn Unterdrücker
    Unterdrückung Unverschämtheit Usurpator Vandalismus Verbrechen Verbrecher Verbrecherbande Verfassungsbruch Verfolgung
    Verharmlosung Verhöhnung Verirrung Verletzung Verleumdung Verrat Verräter Versagen Verschleierung Verschwendung Verschwörung
    Verstoß Versäumnis Vertragsbruch Vertrauensbruch Verwirrung Völkermord Völkerrechtsbruch Völkerrechtsverletzung Wahlbetrug
    Wahlfälschung Wahlkampfmanöver Wahnsinn Willkür Willkürakt Wortbruch Zensur Zumutung Zynismus Übergriff`,
  ),
  ...judged(
    'supports',
    `angemessen aufrichtig ausgewogen ausgezeichnet bahnbrechend beeindruckend befriedigend begrüßenswert beispielhaft bemerkenswert
    besonnen couragiert ehrenhaft ehrlich erforderlich erfreulich ermutigend exzellent fabelhaft fair fortschrittlich
    freundschaftlich fruchtbar gelungen gerecht gerechtfertigt glaubwürdig großartig heldenhaft heldenmütig herausragend
    hervorragend hilfreich historisch human klug konstruktiv legal legitim lobenswert maßvoll meisterhaft mutig nachahmenswert
    notwendig nützlich positiv produktiv rechtmäßig richtig sinnvoll solidarisch tadellos tapfer transparent unabdingbar
    unerlässlich unschätzbar unverzichtbar verantwortungsbewusst verantwortungsvoll verdienstvoll verlässlich vernünftig
    vertrauensvoll vielversprechend vorbildlich wegweisend weise wertvoll willkommen wirksam wünschenswert zielführend
    zufriedenstellend zukunftsweisend überfällig überragend überzeugend Befreier Beitrag Bereicherung Chance Demokrat Durchbruch
    Erfolg Ermutigung Errungenschaft Fortschritt Freiheitskämpfer Freund Friedensstifter Fundament Garant Gewinn Glanzleistung
    Glücksfall Glücksgriff Grundstein Held Heldentat Heldin Hoffnungsschimmer Hoffnungssignal Hoffnungsträger Hoffnungszeichen
    Leuchtturm Lichtblick Meilenstein Musterbeispiel Patriot Pionier Retter Schlüsselpartner Segen Sieg Staatsmann Stabilitätsanker
    Sternstunde Triumph Verbündeter Vermächtnis Vertrauensbeweis Visionär Vorbild Wendepunkt Wohltäter`,
  ),
])

/** What is turned down here is told of the party itself: `Er wies den Vorwurf zurück` denies, `wies die Forderung zurück` opposes. */
export const accusationNouns: ReadonlySet<string> = new Set(
  'Vorwurf Anschuldigung Darstellung Bericht Meldung Medienbericht Pressemeldung Behauptung Verdacht Angabe Gerücht Beschuldigung Unterstellung'.split(
    ' ',
  ),
)
export const rejectingVerbs: ReadonlySet<string> = new Set(['zurückweisen', 'verwerfen'])

function judged(stance: 'supports' | 'opposes', lemmas: string): [string, 'supports' | 'opposes'][] {
  return lemmas
    .trim()
    .split(/\s+/)
    .map((lemma) => [lemma, stance])
}

function grouped(rows: readonly [string, StanceWord][]): Map<string, StanceWord[]> {
  const out = new Map<string, StanceWord[]>()
  for (const [lemma, word] of rows) out.set(lemma, [...(out.get(lemma) ?? []), word])
  return out
}
