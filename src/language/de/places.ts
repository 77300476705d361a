const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Prepositions and adverbs of place, in lower case. */
export const locative = words(
  `in im nach aus bei nahe um südlich nördlich östlich westlich südöstlich südwestlich nordöstlich nordwestlich bis durch ab über
  unweit rund`,
)

/** What may stand between them and the name of a place, in lower case. */
export const beforePlaces = words('der dem den die des hauptstadt stadt provinz von vom')

/** Nouns (with their capital) of a part or the surroundings of a place: the name behind them is the place and not its government. */
export const partsOfPlaces = words(
  `Nähe Umgebung Umland Umkreis Großraum Raum Zentrum Innenstadt Altstadt Stadtzentrum Stadtteil Stadtviertel Viertel Bezirk Distrikt Vorort Vororte
  Vororten Vorstadt Außenbezirk Außenbezirken Stadtrand Rand Norden Süden Osten Westen Nordosten Nordwesten Südosten Südwesten Nordteil Südteil
  Ostteil Westteil Region Gebiet Straßen Straße Toren Flughafen Hafen Richtung Hauptstadt Stadt Provinz Ort Ortschaft Dorf Kleinstadt
  Hafenstadt Großstadt Grenzstadt Küstenstadt Metropole Millionenstadt Millionenmetropole`,
)

/** Nouns by which, with an adjective of a country, that state is meant: a side of talks, and its land: `israelisches Territorium`. */
export const standingForStates = words(
  `Seite Spitze Diplomatie Nation Republik Territorium Staatsgebiet Hoheitsgebiet Hoheitsgewässer
  Staatsterritorium Gebiet Boden Luftraum Gewässer Küste Küstengewässer Grenzgebiet Festland Kernland`,
)
