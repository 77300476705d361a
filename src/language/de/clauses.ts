/** Closed word lists of German clauses. Lemmas, as the analyser gives them. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

export const clauseWords = {
  /** Prepositions of who acts in a passive clause. */
  passiveAgents: words(`von durch seitens`),
  /** Prefixes that make another noun, not a compound: `Eindruck` is no `Druck`, `Ausschuss` no `Schuss`. */
  nounPrefixes: words('ein aus ab an auf be ge ver ent zu um vor nach über unter'),
  /** Auxiliaries in the Konjunktiv. */
  subjunctives: words(
    'sei seien seist habe hätte hätten wäre wären werde würde würden könne könnten solle müsse dürfe wolle möge',
  ),
  /** With an infinitive of the perfect: somebody says so. */
  hearsay: words('soll sollen'),
  /** Auxiliary of the passive of what is done. */
  passive: 'werden',
  /** Its participle. */
  passiveParticiple: 'worden',
  /** Of these, what a main clause has only where it tells on what somebody said. */
  reportingForms: words('sei seien habe'),
  /** Of these, what opens a sentence more often as a wish or a condition than as reported speech. */
  ambiguousSubjunctives: /^(möchten?|würden?|könnten?|müssten?|sollten?|hätte|wäre)$/i,
  /** Verbs whose subject did not happen: `Ein Angriff blieb aus`, `blieb ihnen erspart`. */
  absences: words('ausbleiben unterbleiben entfallen ersparen'),
  /** Verbs whose infinitive came true: `begann zu schießen`, `gelang es, die Stadt einzunehmen`. */
  implicativeVerbs: words(
    'beginnen anfangen gelingen schaffen zwingen wagen fortfahren aufhören vermögen helfen pflegen beitragen dienen kommen lassen nutzen',
  ),
  /** Verbs whose object is the subject of the infinitive below: `die USA forderten Iran auf, … zu …`. */
  objectControl: words(
    `auffordern bitten drängen zwingen aufrufen beschuldigen vorwerfen warnen mahnen ermahnen erlauben verbieten untersagen bezichtigen helfen`,
  ),
  /** Verbs that carry an event noun and add only sides, time and place. */
  /** Verbs whose perfect is made with `sein`. */
  perfectWithSein: words(
    `gehen kommen treten fahren fliegen reisen abreisen einreisen ausreisen anreisen weiterreisen zurückreisen fliehen flüchten ziehen
    einziehen umziehen weiterziehen marschieren einmarschieren vormarschieren aufmarschieren vorrücken einrücken anrücken ausrücken
    kehren zurückkehren heimkehren zurücktreten eintreten austreten beitreten antreten auftreten sterben versterben fallen scheitern
    aufbrechen ausbrechen einbrechen zusammenbrechen eintreffen zusammentreffen zusammenkommen landen notlanden gelangen entkommen
    erscheinen eindringen vordringen ankommen geschehen passieren explodieren umkommen verunglücken abstürzen einstürzen steigen sinken
    wachsen bleiben entstehen verschwinden vorgehen übergehen hervorgehen zurückgehen eingehen weitergehen laufen anlaufen auslaufen
    überlaufen gelingen misslingen einschreiten vorstoßen abtreten scheiden ausscheiden freikommen übereinkommen nahekommen entgegenkommen durchkommen wegkommen herkommen durchbrechen folgen desertieren`,
  ),
  /** Prepositions of what else happens, before, at the time or because of which the clause is true. */
  circumstances: words('bei nach vor seit während trotz wegen infolge angesichts aufgrund anlässlich'),
  /** Those of them that no verb takes for its content. */
  adjuncts: words('bei seit während trotz wegen infolge angesichts aufgrund anlässlich'),
  /** Nouns whose accusative is spelt like their plural. */
  weakMasculines: /(?:ist|ent|ant|at|it|ot|oge|arch|bauer|ene|te|ge|de|se|che|ne|le|ke)$/,
  /** `beide Seiten`, `beide Länder`: the two of whom was told. */
  both: 'beide',
  sidesOfTwo: words(
    'Seite Land Staat Partei Regierung Konfliktpartei Kriegspartei Delegation Nachbarland Nachbarstaat',
  ),
  /** Words that say how a clause lies in time to the one before. */
  sequence: words(
    'damals dabei danach daraufhin dann anschließend später zuvor zunächst zugleich gleichzeitig inzwischen unterdessen bereits außerdem ferner jetzt nun heute derzeit',
  ),
  /** What one takes for a deed, and what one is made or called for it. */
  responsibility: words('Verantwortung Mitverantwortung Urheberschaft Schuld'),
  responsible: words('verantwortlich'),
  /** With a bare infinitive: to have something done. */
  causative: 'lassen',
  /** Verbs that only say that their subject or object happens. */
  happeningVerbs: words(
    'geben stattfinden erfolgen kommen beginnen anlaufen durchführen führen ausführen vornehmen abhalten ergehen',
  ),
  supportVerbs: words(
    `verüben ausführen durchführen fliegen führen starten beginnen fortsetzen üben erheben begehen leisten unternehmen äußern stellen machen halten abhalten aufnehmen geben kommen stattfinden erfolgen ausbrechen organisieren veranstalten einleiten verstärken ausweiten liefern richten verkünden erklären verlesen bekennen vornehmen absolvieren abstatten treten abgeben aufbauen unterzeichnen aussprechen ablegen verhängen erlassen erteilen ergreifen treffen schließen eingehen vorlegen vorbringen formulieren übermitteln überbringen bekräftigen erneuern wiederholen ausstoßen einlegen einreichen verursachen anordnen befehlen leiten anführen unterbreiten vereinbaren intensivieren`,
  ),
  /** Verbs that nobody uses without an object: what looks like their lone subject and is counted, or accusative, is the object. */
  alwaysTransitive: words(
    `töten ermorden verletzen vertreiben entführen festnehmen verhaften erschießen zerstören verurteilen freilassen besetzen erobern`,
  ),
}

/** Pronouns that stand for somebody named before. */
/** What an organisation puts out: `OSZE-Bericht`, `UN-Resolution`. */
export const documentNouns = words(
  `Bericht Report Abschlussbericht Jahresbericht Zwischenbericht Resolution Erklärung Papier Strategiepapier Studie Beschluss Statement
  Kommuniqué Gutachten Dokument Schreiben Brief Mitteilung Stellungnahme Note Botschaft Richtlinie Urteil`,
)

export const pronouns = {
  relative: words('der die das den dem denen welcher welche welches welchen welchem dessen deren'),
  masculine: words('er ihn ihm'),
  /** Feminine, or plural of any gender. */
  shared: words('sie ihnen'),
  plural: 'ihnen',
  /** In what somebody says, whoever says it. */
  speaking: words('ich wir man'),
} as const
