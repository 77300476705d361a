import type { Sector } from '../../document/report.ts'

/** Adjectives (stems, without ending) that say of a group or of people what they are, and what the noun alone says that they outdo. */
export interface Character {
  readonly stems: ReadonlySet<string>
  readonly sector: Sector
  /** Sectors of nouns that give way; null is of nouns that say nothing themselves (`Gruppe`, `Organisation`). */
  readonly over: ReadonlySet<Sector | null>
  /** Peoples and faiths give way too: `militante Palästinenser`. */
  readonly overPeoples?: boolean
}

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))
const nothing: ReadonlySet<Sector | null> = new Set<Sector | null>([null])

const pairs = (sector: Sector, list: string): [string, Sector][] =>
  [...words(list)].map((noun) => [noun, sector])

/** The first that fits holds: who is both Christian and paramilitary is armed. */
export const characters: readonly Character[] = [
  {
    stems: words(
      `bewaffnet militant paramilitärisch terroristisch islamistisch dschihadistisch radikalislamisch radikal-islamisch radikalislamistisch
      aufständisch separatistisch extremistisch`,
    ),
    sector: 'REB',
    over: nothing,
    overPeoples: true,
  },
  {
    stems: words('oppositionell regimekritisch regierungskritisch außerparlamentarisch'),
    sector: 'OPP',
    over: new Set<Sector | null>([null, 'CVL', 'PTY', 'LEG']),
  },
  { stems: words('kriminell mafiös'), sector: 'CRM', over: nothing },
  { stems: words('militärisch'), sector: 'MIL', over: new Set<Sector | null>([null, 'GOV']) },
  { stems: words('polizeilich'), sector: 'COP', over: nothing },
  { stems: words('humanitär gemeinnützig karitativ wohltätig'), sector: 'NGO', over: nothing },
  {
    stems: words('religiös kirchlich geistlich'),
    sector: 'REL',
    over: new Set<Sector | null>([null, 'REB']),
  },
  { stems: words('staatlich städtisch kommunal behördlich'), sector: 'GOV', over: nothing },
  {
    stems: words(
      `rechtsextrem rechtsradikal rechtsextremistisch linksextrem linksradikal linksextremistisch link linksgerichtet rechtsgerichtet autonom
      antifaschistisch nationalistisch ultranationalistisch rechtsnational zivilgesellschaftlich gesellschaftlich`,
    ),
    sector: 'CVL',
    over: nothing,
  },
]

/** Participles behind a phrase that names whom a group is for: `vom Nachbarland unterstützte Gruppen`; such groups are armed ones. */
export const backed = words('unterstützt nahestehend verbündet gesteuert finanziert')

/** Nouns (with their capital) that say so little that a word for whom they are for tells them: `pro-russische Gruppen`. */
export const bareGroups = words('Gruppe Gruppierung')

/** Nouns for people of a faith or a tribe, who are civilians unless an adjective says otherwise. */
export const ofFaith = words(
  'Muslim Moslem Schiit Sunnit Kurde Araber Hindu Sikh Katholik Protestant Siedler Tuareg Stamm Clan',
)
/** Persons with arms of whom no more is said. */
export const anybody = words('Mann Person Mensch Jugendlicher Unbekannter Zivilist')

/** What those mostly are whose noun says nothing, where no word beside it does. */
export const usually: ReadonlyMap<string, Sector> = new Map([
  ...pairs(
    'EDU',
    'Experte Expertin Fachmann Fachfrau Fachleute Analyst Analystin Kenner Kennerin Institut Denkfabrik',
  ),
  ...pairs('PTY', 'Kandidat Kandidatin Bewerber Bewerberin Anwärter Anwärterin'),
  ...pairs(
    'BUS',
    'Geschäftsführer Geschäftsführerin Eigentümer Eigentümerin Inhaber Inhaberin Führungskraft',
  ),
  ...pairs('CVL', 'Verein Club Klub Kollektiv Initiative Netzwerk Block Vereinigung Arbeitskreis'),
  ...pairs(
    'GOV',
    'Kommission Ausschuss Gremium Rat Komitee Institution Sekretariat Verantwortlicher Verantwortliche',
  ),
])

const sectors = (list: string): ReadonlySet<Sector | null> => new Set(list.split(' ') as Sector[])

/** Nouns by which a report goes on to speak of a group that it has named, and of which sectors that group may be. */
export const standIns: ReadonlyMap<string, ReadonlySet<Sector | null>> = new Map([
  ['Gruppe', sectors('REB UAF OPP CRM')],
  ['Gruppierung', sectors('REB UAF OPP CRM')],
  ['Bewegung', sectors('REB OPP CVL')],
  ['Miliz', sectors('REB')],
  ['Terrororganisation', sectors('REB')],
  ['Terrorgruppe', sectors('REB')],
  ['Organisation', sectors('REB NGO IGO OPP')],
  ['Bündnis', sectors('IGO')],
  ['Allianz', sectors('IGO')],
  ['Partei', sectors('PTY OPP')],
  ['Unternehmen', sectors('BUS')],
  ['Konzern', sectors('BUS')],
])
