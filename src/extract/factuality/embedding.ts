import type { Status } from '../../document/report.ts'

/** What a governing word does with the event below it. */
export const ACTS = {
  /** Says that it happened; the governor's subject is the source. */
  report: { status: 'claimed', isSource: true },
  deny: { status: 'denied', isSource: true },
  announce: { status: 'announced', isSource: false },
  offer: { status: 'offered', isSource: false },
  promise: { status: 'promised', isSource: false },
  plan: { status: 'planned', isSource: false },
  refuse: { status: 'ruled-out', isSource: false },
  demand: { status: 'hypothetical', isSource: false },
  threaten: { status: 'hypothetical', isSource: false },
  try: { status: 'asserted', isSource: false },
  /** Fears, hopes, discusses: nothing happened, and nobody acts upon anybody. */
  consider: { status: 'hypothetical', isSource: false },
  /** Condemns or praises what did happen. */
  judge: { status: 'asserted', isSource: false },
  /** Goes on with what did happen. */
  continue: { status: 'asserted', isSource: false },
  /** Ends what did happen. */
  stop: { status: 'asserted', isSource: false },
} as const satisfies Readonly<Record<string, { readonly status: Status; readonly isSource: boolean }>>
export type Act = keyof typeof ACTS

/** One row of the table: a governing lemma (verbs with their particle, nouns in the nominative singular) and what it does. */
export interface Embedding {
  readonly lemma: string
  readonly act: Act
}

/** Which word embeds how; `composition.ts` says what comes of it. There is no second table. */
const WORDS: Readonly<Record<Act, string>> = {
  report: `sagen mitteilen erklären berichten melden bestätigen angeben betonen behaupten schreiben äußern verlauten hinzufügen
    bekanntgeben verkünden vermelden schildern aussagen meinen versichern unterstreichen erläutern feststellen bekennen
    einräumen zugeben heißen zitieren vermuten glauben zählen registrieren verzeichnen dokumentieren Angabe Bericht Meldung Aussage Erklärung Mitteilung Darstellung`,
  deny: 'dementieren bestreiten abstreiten leugnen Dementi',
  announce: 'ankündigen Ankündigung',
  offer: 'anbieten Angebot bereit bereiterklären Bereitschaft willens gewillt signalisieren',
  promise:
    'versprechen zusagen zusichern garantieren verpflichten Zusage Versprechen einwilligen zustimmen vereinbaren einigen',
  plan: 'planen beabsichtigen vorbereiten erwägen vorsehen wollen Plan Absicht Vorbereitung prüfen vorhaben gedenken Vorhaben Planung',
  refuse: `ausschließen ausnehmen ablehnen verweigern weigern zurückweisen absehen verzichten verhindern vermeiden abwenden untersagen verbieten absagen abblasen Absage
    Ablehnung Weigerung Verzicht Verweigerung sträuben widersetzen`,
  demand: `fordern verlangen auffordern aufrufen appellieren drängen bitten mahnen ersuchen anmahnen beantragen empfehlen
    vorschlagen plädieren pochen dringen insistieren nahelegen anregen ermahnen anflehen
    einfordern bestehen beharren Forderung Aufruf Appell Vorschlag Antrag Bitte Mahnung Ruf Ersuchen Empfehlung`,
  threaten: 'drohen androhen Drohung',
  try: 'versuchen Versuch',
  consider: `warnen befürchten hoffen wünschen Warnung Furcht Angst Gefahr Möglichkeit Recht anstreben streben hinarbeiten bemühen überlegen fürchten erhoffen träumen zielen Hoffnung Befürchtung Wunsch Überlegung Bemühung Option Chance
    diskutieren erörtern debattieren verhandeln beraten verschieben Verschiebung Debatte Diskussion Streit`,
  judge:
    'verurteilen verdammen geißeln kritisieren begrüßen gutheißen bedauern loben rechtfertigen legitimieren verteidigen',
  continue:
    'fortsetzen fortführen weiterführen wiederaufnehmen verlängern ausweiten ausdehnen verstärken intensivieren',
  stop: 'einstellen beenden stoppen abbrechen aussetzen unterbrechen aufheben Einstellung Beendigung Abbruch Aussetzung Aufhebung',
}

export const EMBEDDING_ROWS: readonly Embedding[] = (Object.keys(ACTS) as Act[]).flatMap((act) =>
  WORDS[act].split(/\s+/).map((lemma) => ({ lemma, act })),
)

export const EMBEDDINGS: ReadonlyMap<string, Embedding> = new Map(
  EMBEDDING_ROWS.map((row) => [row.lemma, row]),
)
