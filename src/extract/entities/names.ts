import type { NamedThing, NameIndex } from '../../codebook/name-index.ts'
import type { Tokens } from '../../document/tokens.ts'
import type { FoundMention } from './mentions.ts'

/** A name of the codebook over rows `[first, last]`, with everything it may stand for, likeliest first. */
export interface NameMatch {
  readonly first: number
  readonly last: number
  readonly things: readonly NamedThing[]
}

/** The longest name of the codebook that starts at a row, or null. The last word may carry a genitive ending. */
export function nameAt(tokens: Tokens, index: NameIndex, row: number): NameMatch | null {
  const form = formAt(tokens, row)
  if (!/^\p{Lu}|^al-|^el-/u.test(form)) return null
  for (const first of bases(form)) {
    const entries = index.at(first)
    if (entries.length === 0) continue
    const fitting = entries.filter(
      ({ words }) => words.length === 1 || (first === form && follows(tokens, row, words)),
    )
    if (fitting.length === 0) continue
    const length = Math.max(...fitting.map((entry) => entry.words.length))
    const things = fitting.filter((entry) => entry.words.length === length).map((entry) => entry.thing)
    return { first: row, last: row + length - 1, things }
  }
  return null
}

function follows(tokens: Tokens, row: number, words: readonly string[]): boolean {
  for (let i = 1; i < words.length; i++) {
    const form = formAt(tokens, row + i)
    const isLast = i === words.length - 1
    if (form !== words[i] && !(isLast && bases(form).includes(words[i]!))) return false
  }
  return true
}

const GENITIVE = /[s'’]$/

/** The form itself, and what is left without a genitive ending. */
function bases(form: string): string[] {
  const out = [form]
  if (form.length > 3 && GENITIVE.test(form)) out.push(form.slice(0, -1))
  if (form.length > 4 && form.endsWith('es')) out.push(form.slice(0, -2))
  return out
}

export function formAt(tokens: Tokens, row: number): string {
  const { data } = tokens
  return row < data.length ? data.strings[data.form[row]!]! : ''
}

/** `US-Soldaten`: the state or group before the hyphen and the rest, or null. */
export function hyphenated(
  form: string,
  index: NameIndex,
): { readonly thing: NamedThing; readonly rest: string } | null {
  for (let hyphen = form.indexOf('-', 1); hyphen > 0; hyphen = form.indexOf('-', hyphen + 1)) {
    const prefix = form.slice(0, hyphen)
    const entry = index
      .at(prefix)
      .find((e) => e.words.length === 1 && e.thing.kind !== 'person' && e.thing.kind !== 'population')
    if (entry && hyphen + 1 < form.length) return { thing: entry.thing, rest: form.slice(hyphen + 1) }
  }
  return null
}

/** Shorter words open too many others: `Irakrieg` and `Iran`, but `Malier` and `Mali`. */
const SHORTEST_PART = 4
/** What German puts between the parts of a compound. */
const LINK = /^(?:s|n|en)?$/

/**
 * `Palästinenserpräsident`, `Talibanführer`: the people or group that a compound begins with, where the rest is a word of its own by
 * `isWord`; null for other words.
 */
export function compounded(
  form: string,
  index: NameIndex,
  isWord: (rest: string) => boolean,
): { readonly thing: NamedThing; readonly rest: string } | null {
  for (let at = form.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const thing = index
      .at(form.slice(0, at))
      .find((e) => e.words.length === 1 && PARTS.has(e.thing.kind) && e.thing.country)?.thing
    if (!thing) continue
    for (let from = at; from <= at + 2 && LINK.test(form.slice(at, from)); from++) {
      const rest = form.charAt(from).toUpperCase() + form.slice(from + 1)
      if (isWord(rest)) return { thing, rest }
    }
  }
  return null
}

const PARTS: ReadonlySet<NamedThing['kind']> = new Set<NamedThing['kind']>([
  'state',
  'population',
  'armed-group',
  'organisation',
])

export function mentionOf(tokens: Tokens, first: number, last: number, thing: NamedThing): FoundMention {
  return {
    first,
    last,
    from: tokens.data.from[first]!,
    to: tokens.data.to[last]!,
    mention: thing.kind === 'population' ? 'nominal' : 'name',
    kind: thing.kind,
    name: thing.name,
    isFullName: thing.kind === 'person' && last > first,
    country: thing.country,
    sector: thing.sector,
    codebook: thing.id,
    role: null,
    coordinates: thing.coordinates,
    key: thing.id,
    ...(thing.bases ? { bases: thing.bases } : {}),
  }
}
