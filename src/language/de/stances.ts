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
    `abscheulich abstoßend antisemitisch barbarisch beschämend brutal dumm empörend entsetzlich erschreckend falsch feige furchtbar
    gefährlich geschmacklos grauenvoll grausam heimtückisch heuchlerisch hinterhältig illegal illegitim inakzeptabel infam
    katastrophal kontraproduktiv kriminell menschenverachtend perfide rassistisch rechtswidrig respektlos schockierend schrecklich
    schändlich skandalös terroristisch unakzeptabel unannehmbar undemokratisch unentschuldbar unerträglich unfair ungerecht
    ungerechtfertigt unglaubwürdig unhaltbar unmenschlich unmoralisch unrechtmäßig untragbar unverantwortlich unverhältnismäßig
    unwürdig unzulässig unzumutbar unzureichend verabscheuungswürdig verantwortungslos verfassungswidrig verlogen verwerflich
    völkerrechtswidrig widerlich widerwärtig zynisch Affront Aggression Angriffskrieg Antisemit Bandit Bankrotterklärung Barbarei
    Bedrohung Beleidigung Besatzer Betrug Betrüger Bruch Clown Demütigung Desaster Diktator Einmischung Erpressung Eskalation Farce
    Faschist Fehler Feigling Gefahr Gewaltakt Handlanger Heuchelei Heuchler Idiot Irrweg Katastrophe Kriegserklärung Kriegshetzer
    Kriegstreiber Kriegsverbrechen Kriegsverbrecher Landesverrat Lüge Lügner Marionette Massaker Menschenrechtsverletzung
    Militärputsch Missachtung Mörder Nazi Provokation Putsch Putschist Rassismus Rassist Rechtsbruch Rückschlag Schande Schauprozess
    Schurkenstaat Skandal Staatsstreich Staatsterror Staatsterrorismus Söldner Terrorakt Terroranschlag Terrorismus Terrorist
    Terroristin Tragödie Tyrann Tyrannei Unrecht Unrechtsstaat Unterdrücker Unverschämtheit Verbrechen Verbrecher Verhöhnung
    Verletzung Verrat Verräter Verstoß Vertragsbruch Völkermord Völkerrechtsbruch Völkerrechtsverletzung Wahlbetrug Willkür
    Willkürakt Zumutung`,
  ),
  ...judged(
    'supports',
    `angemessen ausgewogen ausgezeichnet begrüßenswert beispielhaft bemerkenswert erforderlich ermutigend fair gelungen gerecht
    gerechtfertigt großartig hervorragend hilfreich historisch konstruktiv legal legitim mutig notwendig positiv rechtmäßig richtig
    tapfer transparent unerlässlich unverzichtbar vielversprechend vorbildlich wegweisend wünschenswert Befreier Beitrag Chance
    Durchbruch Erfolg Fortschritt Freund Gewinn Glücksfall Held Hoffnungsträger Hoffnungszeichen Meilenstein Patriot Sieg Staatsmann
    Verbündeter Vorbild`,
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
