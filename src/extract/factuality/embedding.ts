import type { Status } from '../../document/report.ts'

/**
 * THE table of composition: what a governing word makes of the event below it. One row a governing lemma (verbs with their
 * particle, nouns in the nominative singular). The event coder reads this table; there is no second one.
 *
 * - `status`            of the inner event.
 * - `effect: speaks`    the governor's subject is the one who says so (attribution), and the inner event stands.
 * - `effect: absorbs`   the governing act is the event (a demand, an offer, a threat); what it is about did not happen and is no event.
 */
export interface Embedding {
  readonly lemma: string
  readonly status: Status
  readonly effect: 'speaks' | 'absorbs'
}

const rows = (status: Status, effect: 'speaks' | 'absorbs', lemmas: string): Embedding[] =>
  lemmas
    .trim()
    .split(/\s+/)
    .map((lemma) => ({ lemma, status, effect }))

export const EMBEDDING_ROWS: readonly Embedding[] = [
  ...rows(
    'claimed',
    'speaks',
    `sagen mitteilen erklären berichten melden bestätigen angeben betonen behaupten schreiben äußern verlauten hinzufügen
    bekanntgeben verkünden vermelden schildern aussagen meinen versichern unterstreichen erläutern feststellen bekennen
    einräumen zugeben heißen zitieren vermuten glauben Angabe Bericht Meldung Aussage Erklärung Mitteilung Darstellung`,
  ),
  ...rows('denied', 'speaks', 'dementieren bestreiten abstreiten leugnen Dementi'),
  ...rows('announced', 'absorbs', 'ankündigen Ankündigung'),
  ...rows('offered', 'absorbs', 'anbieten Angebot bereit bereiterklären Bereitschaft'),
  ...rows(
    'promised',
    'absorbs',
    'versprechen zusagen zusichern garantieren verpflichten Zusage Versprechen einwilligen zustimmen vereinbaren einigen',
  ),
  ...rows(
    'planned',
    'absorbs',
    'planen beabsichtigen vorbereiten erwägen vorsehen wollen Plan Absicht Vorbereitung prüfen',
  ),
  ...rows(
    'ruled-out',
    'absorbs',
    'ausschließen ablehnen verweigern weigern zurückweisen absehen verzichten verhindern vermeiden abwenden untersagen Ablehnung Weigerung Verzicht',
  ),
  ...rows(
    'hypothetical',
    'absorbs',
    `fordern verlangen auffordern aufrufen appellieren drängen bitten mahnen ersuchen anmahnen
    drohen androhen warnen befürchten hoffen wünschen beantragen empfehlen vorschlagen plädieren Forderung Aufruf Appell Drohung Warnung Furcht Angst Gefahr
    Möglichkeit Vorschlag Antrag Recht Versuch anstreben versuchen streben einsetzen diskutieren erörtern debattieren verhandeln beraten Debatte Diskussion Streit`,
  ),
  ...rows('asserted', 'absorbs', 'verurteilen kritisieren begrüßen bedauern loben rechtfertigen verteidigen'),
]

export const EMBEDDINGS: ReadonlyMap<string, Embedding> = new Map(
  EMBEDDING_ROWS.map((row) => [row.lemma, row]),
)
