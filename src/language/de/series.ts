/**
 * How reports tell several acts as one: a series, or a count of victims since a day. Folded (lower case, no diacritics, `ss`), whole words.
 */
export const SERIES = {
  /** Nouns of many acts, also as the second part of a compound of {@link SERIES.acts}: `Anschlagsserie`. */
  nouns: ['serie', 'welle', 'kette', 'reihe'],
  /** What stands after such a noun: `Serie von Überfällen`, `Reihe der Anschläge`. */
  links: ['von', 'der', 'an'],
  /** Beginnings of words for acts. */
  acts: [
    'angriff',
    'anschlag',
    'attack',
    'attentat',
    'bombenan',
    'bombardement',
    'entfuhrung',
    'explosion',
    'festnahme',
    'gewalt',
    'hinricht',
    'luftangriff',
    'luftschlag',
    'massaker',
    'mord',
    'raketenangriff',
    'razzi',
    'selbstmordan',
    'uberfall',
    'ubergriff',
    'verhaftung',
    'zusammenstoss',
  ],
  /** Adverbs by which one sentence tells an act many times. */
  often: [['mehrfach'], ['mehrmals'], ['wiederholt'], ['immer', 'wieder'], ['taglich'], ['jeden', 'tag']],
  /** Before a date: a count runs from there. */
  since: ['seit'],
} as const
