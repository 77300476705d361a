/** Closed word lists that say where somebody belongs. Lemmas and forms in lower case unless a line says otherwise. */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** What stands before the hyphen of an adjective and turns it away from who is described: `pro-russische Milizen` are not Russia's. */
export const leaning = words('pro anti contra nicht ex post prä prä- non')

/** First parts of double adjectives that name the state, the second part being a people in it: `bosnisch-serbische Truppen`. */
export const statesOfPeoples = words(
  'bosnisch irakisch syrisch türkisch iranisch libanesisch zyprisch mazedonisch kosovo',
)

/** Stems of adjectives that say of somebody that no one state is theirs: who is so called is not taken to be of where the report plays. */
export const ofManyStates =
  /^(?:international|multinational|ausländisch|westlich|arabisch|afrikanisch|europäisch|asiatisch|lateinamerikanisch|südamerikanisch|global|weltweit|fremd)(?:e[rmns]?)?$/i

/** Of those, who is so called together with a body that judges, commands or governs is an organisation of states: `internationales Tribunal`. */
export const ofStatesTogether = /^(?:international|multinational)/i

/** Adjectives of towns that are not the name and `-er`. */
export const townAdjectives: ReadonlyMap<string, string> = new Map([
  ['Münchner', 'München'],
  ['Zürcher', 'Zürich'],
  ['Basler', 'Basel'],
  ['Dresdner', 'Dresden'],
  ['Hannoveraner', 'Hannover'],
  ['Damaszener', 'Damaskus'],
  ['Mailänder', 'Mailand'],
  ['Neapolitaner', 'Neapel'],
  ['Venezianer', 'Venedig'],
  ['Havannaer', 'Havanna'],
  ['Kasseler', 'Kassel'],
  ['Erlanger', 'Erlangen'],
  ['Bremer', 'Bremen'],
])

/** Nouns (lemmas, with their capital) that have a sector of their own and yet go by whose they are: `Vertreter der Armee`. */
export const belonging: ReadonlySet<string> = words(
  `Vertreter Vertreterin Beamter Beamte Beamtin Delegation Anhänger Anhängerin Sympathisant Sympathisantin Politiker Politikerin
  Sprecher Sprecherin Repräsentant Repräsentantin Unterhändler Unterhändlerin Abgesandter Gesandter Delegierter Vorstand Leitung Führung
  Chefunterhändler Pressesprecher Pressesprecherin Kandidat Kandidatin Kämpfer Aktivist Aktivistin Junta`,
)

/** Of those, who is for somebody without being of them: the state's sector is not theirs. */
export const followers: ReadonlySet<string> = words(
  'Anhänger Anhängerin Sympathisant Sympathisantin Aktivist Aktivistin',
)

/** Nouns whose first part says against whom or about whom somebody is, not whose: `G8-Gegner`, `Israelkritiker`. */
export const aboutOthers: ReadonlySet<string> = words(
  `Gegner Gegnerin Kritiker Kritikerin Feind Feindin Hasser Experte Expertin Kenner Kennerin Fachmann Spezialist Forscher`,
)

/** Nouns whose first part, where it is a state, says where somebody works or was: `Syrien-Gesandter`, `Irak-Veteran`. */
export const sentAbroad: ReadonlySet<string> = words(
  `Beobachter Korrespondent Korrespondentin Reporter Gesandter Gesandte Sondergesandter Beauftragter Beauftragte Sonderbeauftragter
  Vermittler Sondervermittler Koordinator Veteran Rückkehrer Rückkehrerin Heimkehrer Reisender Urlauber Tourist Besucher Referent`,
)

/** Adjectives of who held an office, and nouns that say so themselves. */
export const formerHolder =
  /^(?:ehemalig|früher|einstig|vormalig|gestürzt|abgesetzt|entmachtet)(?:e[rmns]?)?$/i
export const formerOffice = /^(?:Ex-?|Alt-|Alt(?=bundes|kanzler|präsident))\p{L}/u

/** Prepositions by which a phrase says whose the noun above it is; the empty one is the genitive. */
export const possessives = words('von aus in bei')
