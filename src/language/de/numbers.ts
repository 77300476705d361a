/** Number words of German, and words that turn a number into a bound. */
const UNITS = [
  'null',
  'ein',
  'zwei',
  'drei',
  'vier',
  'fünf',
  'sechs',
  'sieben',
  'acht',
  'neun',
  'zehn',
  'elf',
  'zwölf',
  'dreizehn',
  'vierzehn',
  'fünfzehn',
  'sechzehn',
  'siebzehn',
  'achtzehn',
  'neunzehn',
]
const TENS = ['', '', 'zwanzig', 'dreißig', 'vierzig', 'fünfzig', 'sechzig', 'siebzig', 'achtzig', 'neunzig']

/** `zweiundvierzig` to 42; every number below 1000, with its spellings with `ss` for `ß`. */
export const numberWords: ReadonlyMap<string, number> = build()

function build(): Map<string, number> {
  const words = new Map<string, number>()
  const set = (word: string, value: number) => {
    words.set(word, value)
    words.set(word.replace('ß', 'ss'), value)
  }
  const below100 = new Map<number, string>()
  UNITS.forEach((word, value) => {
    below100.set(value, word)
  })
  for (let ten = 2; ten < 10; ten++) {
    below100.set(ten * 10, TENS[ten]!)
    for (let unit = 1; unit < 10; unit++) below100.set(ten * 10 + unit, `${UNITS[unit]}und${TENS[ten]}`)
  }
  for (const [value, word] of below100) if (value > 1) set(word, value)
  for (const form of ['eine', 'einen', 'einem', 'einer', 'ein', 'eines']) words.set(form, 1)
  for (const form of ['zweier']) words.set(form, 2)
  words.set('dreier', 3)
  words.set('hundert', 100)
  words.set('tausend', 1000)
  for (let hundred = 1; hundred < 10; hundred++) {
    const stem = `${UNITS[hundred]}hundert`
    set(stem, hundred * 100)
    for (const [value, word] of below100) if (value > 0) set(stem + word, hundred * 100 + value)
  }
  for (const [value, word] of below100) if (value > 0) set(`${word}tausend`, value * 1000)
  return words
}

export const scales: ReadonlyMap<string, number> = new Map([
  ['tausend', 1e3],
  ['million', 1e6],
  ['millionen', 1e6],
  ['mio.', 1e6],
  ['milliarde', 1e9],
  ['milliarden', 1e9],
  ['mrd.', 1e9],
])

/** Nouns of vague quantity with their lower bound. */
export const vagueQuantities: ReadonlyMap<string, number> = new Map([
  ['dutzende', 24],
  ['dutzenden', 24],
  ['dutzend', 12],
  ['hunderte', 200],
  ['hunderten', 200],
  ['hunderter', 200],
  ['tausende', 2000],
  ['tausenden', 2000],
  ['tausender', 2000],
  ['zehntausende', 20_000],
  ['zehntausenden', 20_000],
  ['hunderttausende', 200_000],
  ['hunderttausenden', 200_000],
  ['zehntausender', 20_000],
  ['aberhunderte', 200],
])

export type Bound = 'min' | 'max' | 'approx'

/** Words right before a number, longest first. */
export const bounds: readonly (readonly [string, Bound])[] = [
  ['nicht weniger als', 'min'],
  ['mehr als', 'min'],
  ['weit über', 'min'],
  ['deutlich über', 'min'],
  ['bis zu', 'max'],
  ['weniger als', 'max'],
  ['mindestens', 'min'],
  ['wenigstens', 'min'],
  ['zumindest', 'min'],
  ['über', 'min'],
  ['höchstens', 'max'],
  ['maximal', 'max'],
  ['rund', 'approx'],
  ['etwa', 'approx'],
  ['ungefähr', 'approx'],
  ['circa', 'approx'],
  ['zirka', 'approx'],
  ['ca.', 'approx'],
  ['fast', 'approx'],
  ['knapp', 'approx'],
  ['beinahe', 'approx'],
  ['nahezu', 'approx'],
  ['gut', 'approx'],
  ['schätzungsweise', 'approx'],
  ['annähernd', 'approx'],
  ['an die', 'approx'],
]

/** Words for more than one and nothing exact. */
export const severals: ReadonlySet<string> = new Set([
  'mehrere',
  'mehreren',
  'mehrerer',
  'einige',
  'einigen',
  'einiger',
])
