import type { SourceKind } from '../../document/report.ts'

/** Nouns of which a source phrase is made: `nach Angaben …`, `unter Berufung auf …`. Lemmas. */
export const reportNouns: ReadonlySet<string> = new Set(
  `Angabe Bericht Meldung Aussage Darstellung Einschätzung Schilderung Information Mitteilung Medienbericht Worte Wort
  Erkenntnis Überzeugung Ansicht Auffassung Meinung Artikel Zeitungsbericht Berufung`.split(/\s+/),
)

/** Ends of compounds that are such nouns: `Polizeiangaben`, `Augenzeugenberichte`. */
export const reportNounEnding = /(angabe|bericht|meldung|aussage|mitteilung|information)n?$/

/** Prepositions that make any noun a source, and those that do so before a report noun. */
export const sourcePrepositions: ReadonlySet<string> = new Set(['laut', 'zufolge'])
/** Of them the one that follows its noun. */
export const sourcePostposition = 'zufolge'
export const reportPrepositions: ReadonlySet<string> = new Set(['nach', 'unter'])

/** What kind of source a word tells of; the first that fits counts. Matched against the lower-case lemma. */
export const sourceKinds: readonly (readonly [RegExp, SourceKind])[] = [
  [/augenzeuge|zeuge|anwohner/, 'eyewitness'],
  [/arzt|ärzt|krankenhaus|klinik|mediziner|sanitäter|gesundheit/, 'medical'],
  [/armee|militär|streitkr/, 'military'],
  [/polizei|sicherheit|geheimdienst/, 'security'],
  [/zeitung|sender|medien|agentur|portal|magazin|blatt|meldung|bericht/, 'media'],
  [/^(quelle|insider|kreis)/, 'anonymous'],
]

/** Verbs that need nobody who speaks: `in einer Erklärung heißt es`, `aus Armeekreisen verlautete`, `das geht aus einem Bericht hervor`. */
export const impersonalVerbs: ReadonlySet<string> = new Set(['heißen', 'verlauten', 'hervorgehen'])
/** Of these the one that tells who says so even where nothing marks an aside: `das geht aus einem Bericht hervor`. */
export const provenanceVerb = 'hervorgehen'
/** Prepositions before where that stands, the likeliest first. */
export const placesOfWriting: readonly string[] = ['aus', 'in', 'bei', 'auf', 'von']

/** `wie die Polizei mitteilte`. */
export const asideMarker = 'wie'

/** Pronouns that stand for no person. Lemmas. */
export const impersonal: ReadonlySet<string> = new Set(['was', 'das', 'es', 'dies', 'man', 'welcher'])

/** `Das teilte die Polizei mit`, `Darüber berichtet die Zeitung`: stands for what the sentence before tells. Lower case. */
export const backPointers: ReadonlySet<string> = new Set(['das', 'dies', 'darüber', 'davon'])

/** Before what is told of: `die Behörden sprechen von einem Anschlag`. */
export const toldPrepositions: ReadonlyMap<string, readonly string[]> = new Map([
  ['berichten', ['von', 'über']],
  ['informieren', ['über']],
  ['sprechen', ['von']],
])

/** `ein Bericht, wonach …`: what follows is what it says. */
export const contentRelatives: ReadonlySet<string> = new Set(['wonach', 'demzufolge'])

/** `bei dem Angriff wurden Menschen getötet`: what happened in its course tells of the event itself. */
export const courseMarker = 'bei'
