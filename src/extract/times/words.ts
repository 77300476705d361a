import type { TimeWords } from '../../language/de/times.ts'

/** One word of a sentence as time rules see it, with the classes it belongs to. */
export interface TimeWord {
  readonly from: number
  /** End of the word where it stands as an ordinal includes its full stop. */
  readonly to: number
  readonly text: string
  readonly lower: string
  readonly classes: readonly WordClass[]
}
export interface WordClass {
  readonly name: string
  readonly value: string | number
}
/** Classes of a word as it is written. */
export type ClassIndex = (word: string) => readonly WordClass[]
type Table = ReadonlyMap<string, readonly WordClass[]>

const WORD =
  /\d{4}-\d{2}-\d{2}(?!\d)|\d{1,2}\.\s{0,2}\d{1,2}\.\s{0,2}\d{4}(?!\d)|\d{1,2}\.\d{1,2}\.(?:\d{2})?(?!\d)|\d{4}\/\d{2,4}(?!\d)|\d{1,3}(?:[.   ]\d{3}){1,4}(?!\d)|\d{1,2}[.:]\d{2}(?![\d.]\d)|\d{1,6},\d{1,6}|\d{1,2}\.(?!\d)|\d{1,12}|\p{L}+|\S/gu
const DECADE = /^(?<century>\d{2})?(?<ten>[1-9])0(?:-?er(?:-?[Jj]ahren?)?)$/u
const NUMBER_UNIT =
  /^(?<count>\d{1,3}|[a-zäöüß]{2,14})-?(?<unit>Tage|Tages|Stunden|Wochen|Monats|Jahres|Minuten)(?:-\p{L}+)?$/iu
const COMPOUND = /[\p{L}\d]{1,24}(?:-\p{L}{1,24}){0,4}/uy
const UNITS: Readonly<Record<string, string>> = {
  tage: 'D',
  tages: 'D',
  stunden: 'TH',
  wochen: 'W',
  monats: 'M',
  jahres: 'Y',
  minuten: 'TM',
}

/** Words whose classes are kept: few thousand make up most of all texts. */
const MOST_KNOWN = 20_000

export function classIndex(words: TimeWords): ClassIndex {
  const table = tableOf(words)
  const known = new Map<string, readonly WordClass[]>()
  return (word) => {
    let classes = known.get(word)
    if (classes === undefined) {
      classes = classesOf(word, table)
      if (known.size >= MOST_KNOWN) known.clear()
      known.set(word, classes)
    }
    return classes
  }
}

/** Classes by written word, small; the word's own case is kept as a marker in front (`^` capital, `~` small, none either). */
function tableOf(words: TimeWords): Table {
  const index = new Map<string, WordClass[]>()
  for (const [name, table] of Object.entries(words)) {
    for (const [word, value] of table) {
      const first = word[0]!
      const key = first === '~' ? word : first !== first.toLowerCase() ? `^${word.toLowerCase()}` : word
      const entry = index.get(key)
      if (entry) entry.push({ name, value })
      else index.set(key, [{ name, value }])
    }
  }
  return index
}

/** Splits one sentence. Offsets are those of the document. */
export function timeWordsOf(text: string, from: number, to: number, index: ClassIndex): TimeWord[] {
  const out: TimeWord[] = []
  WORD.lastIndex = from
  for (let match = WORD.exec(text); match && match.index < to; match = WORD.exec(text)) {
    let word = match[0]
    const at = match.index
    const compound = joined(text, at, word)
    if (compound !== null) word = compound
    if (at + word.length > to) word = word.slice(0, to - at)
    out.push({
      from: at,
      to: at + word.length,
      text: word,
      lower: word.toLowerCase(),
      classes: index(word),
    })
    WORD.lastIndex = at + word.length
  }
  return out
}

/** `90er-Jahre`, `35-Stunden-Woche` as one word; null for anything else, `2003-2011` above all. */
function joined(text: string, at: number, word: string): string | null {
  const next = text.charCodeAt(at + word.length)
  if (next !== 45 && !(next > 64 && /^\d/.test(word))) return null
  COMPOUND.lastIndex = at
  const whole = COMPOUND.exec(text)?.[0]
  return whole !== undefined && whole.length > word.length && (DECADE.test(whole) || NUMBER_UNIT.test(whole))
    ? whole
    : null
}

function classesOf(word: string, index: Table): WordClass[] {
  const code = word.charCodeAt(0)
  if (code >= 48 && code <= 57) return numeric(word)
  const lower = word.toLowerCase()
  const out = [
    ...(index.get(lower) ?? []),
    ...(index.get(`${word[0] === lower[0] ? '~' : '^'}${lower}`) ?? []),
  ]
  if (word.includes('-')) {
    const unit = unitOf(word, index)
    if (unit) out.push(unit)
  }
  return out
}

function numeric(word: string): WordClass[] {
  if (/^\d{4}-\d{2}-\d{2}$/.test(word)) return [{ name: 'iso', value: word }]
  const dotted = /^(?<d>\d{1,2})\.\s{0,2}(?<m>\d{1,2})\.\s{0,2}(?<y>\d{2}|\d{4})?$/.exec(word)?.groups
  if (dotted) return calendarDate(Number(dotted.d), Number(dotted.m), dotted.y)
  if (/^\d{4}\/\d{2,4}$/.test(word))
    return !/^(?:1\d|20)/.test(word) ? [] : [{ name: 'slashYear', value: Number(word.slice(0, 4)) }]
  const clock = /^(?<h>\d{1,2})[.:](?<min>\d{2})$/.exec(word)?.groups
  if (clock)
    return Number(clock.h) < 25 && Number(clock.min) < 60
      ? [{ name: 'clock', value: `${clock.h}:${clock.min}` }]
      : []
  if (/^\d{1,2}\.$/.test(word)) return [{ name: 'ord', value: Number.parseInt(word, 10) }]
  const decade = DECADE.exec(word)?.groups
  if (decade)
    return [
      {
        name: 'decadeNumber',
        value: decade.century ? Number(decade.century) * 10 + Number(decade.ten) : Number(decade.ten),
      },
    ]
  if (/^\d+$/.test(word)) {
    const value = Number(word)
    const out: WordClass[] = [{ name: 'num', value }]
    if (word.length === 4 && value >= 1800 && value < 2100) out.push({ name: 'year', value })
    return out
  }
  if (/^\d+,\d+$/.test(word)) return [{ name: 'num', value: Number(word.replace(',', '.')) }]
  if (/^\d{1,3}(?:[. ]\d{3})+$/.test(word))
    return [{ name: 'num', value: Number(word.replaceAll(/\D/g, '')) }]
  const unit = NUMBER_UNIT.exec(word)?.groups
  return unit ? [{ name: 'numberUnit', value: `${unit.count}${UNITS[unit.unit!.toLowerCase()]}` }] : []
}

function calendarDate(day: number, month: number, year: string | undefined): WordClass[] {
  if (day < 1 || day > 31 || month < 1 || month > 12) return []
  const full =
    year === undefined ? 'XXXX' : year.length === 4 ? year : `${Number(year) < 50 ? '20' : '19'}${year}`
  return [
    { name: 'dotted', value: `${full}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` },
  ]
}

function unitOf(word: string, index: Table): WordClass | null {
  const groups = NUMBER_UNIT.exec(word)?.groups
  const count = groups && index.get(groups.count!.toLowerCase())?.find((c) => c.name === 'number')?.value
  return count === undefined || !groups
    ? null
    : { name: 'numberUnit', value: `${count}${UNITS[groups.unit!.toLowerCase()]}` }
}
