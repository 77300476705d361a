/** How German reports what somebody said. Lemmas, separable verbs with their particle. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Verbs that may hold what is said as a clause or between quotation marks, beside those of the table of composition. */
export const sayingVerbs = words(`
  ansehen antworten argumentieren aufrufen ausführen ausgehen beklagen bekräftigen bemängeln bemerken beschließen beschreiben beschuldigen
  bezeichnen bezweifeln darlegen darstellen einschätzen einwenden empfehlen entgegnen entscheiden ergänzen erfahren erinnern erkennen ermitteln
  errechnen erwarten erwidern erzählen festhalten finden fortfahren fragen gestehen hervorheben hinweisen informieren jubeln klagen
  klarstellen kommentieren konstatieren kontern kritisieren lauten nennen notieren offenbaren prognostizieren resümieren rufen rügen
  schätzen scherzen schimpfen schließen schlussfolgern schwärmen schwören skandieren sprechen spekulieren titeln twittern
  unterstellen urteilen verdeutlichen vergleichen verlangen verlautbaren veröffentlichen verraten verweisen voraussagen vorhersagen
  vorwerfen wissen würdigen zeigen zusammenfassen zweifeln überzeugen überschreiben halten sehen betrachten einstufen bewerten begründen
  versprechen zusagen zusichern beantragen mahnen hoffen befürchten warnen wünschen begrüßen bedauern loben verurteilen verteidigen rechtfertigen`)

/** Of these, what is said becomes so by being said, and is no claim: `Das Gericht entschied, dass …`. */
export const decidingVerbs = words('entscheiden beschließen')

/** Conjunctions before what is said, and of them the one before what is asked. */
export const contentMarkers = words('dass daß ob wie wonach zu')
export const questionMarker = 'ob'

/** Of these the object names what is said, without a clause: `Er bezeichnete die Tat als sinnlos`. */
export const speechActs = words(`
  bezeichnen nennen kritisieren fordern ankündigen anbieten vorwerfen ablehnen verurteilen zurückweisen begrüßen loben würdigen bedauern
  bestätigen dementieren bestreiten versprechen zusagen zusichern verlangen vorschlagen empfehlen warnen drohen androhen verteidigen
  rechtfertigen begründen beklagen rügen bemängeln anmahnen`)

/** Prepositions that need no report noun; `so` is one before a name at the end of a clause. */
export const speakerMarker = 'so'

/** Prepositions before the one who is told. */
export const addresseePrepositions = words('gegenüber')

/** Adverbs that stand for what is said and belong to the verb: `weist darauf hin, dass …`. */
export const contentAdverbs = words('darauf davon damit darüber daran dafür dagegen dazu davor')

/** `X wird mit den Worten zitiert`, `die Zeitung zitiert X`: who is quoted speaks. */
export const citingVerb = 'zitieren'

/** `Demnach wurden drei Menschen verletzt`: what was cited before goes on. */
export const resumingAdverbs = words('demnach demzufolge')
