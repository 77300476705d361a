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
  let best: NameMatch | null = null
  for (const first of bases(form)) {
    for (const entry of index.at(first)) {
      const length = entry.words.length
      if (best && row + length - 1 < (best as NameMatch).last) continue
      if (length === 1 ? false : first !== form || !follows(tokens, row, entry.words)) continue
      const last = row + length - 1
      const others: readonly NamedThing[] =
        best !== null && (best as NameMatch).last === last ? (best as NameMatch).things : []
      best = { first: row, last, things: [...others, entry.thing] }
    }
    if (best) break
  }
  return best
}

function follows(tokens: Tokens, row: number, words: readonly string[]): boolean {
  for (let i = 1; i < words.length; i++) {
    const form = formAt(tokens, row + i)
    const isLast = i === words.length - 1
    if (form !== words[i] && !(isLast && bases(form).includes(words[i]!))) return false
  }
  return true
}

/** The form itself, and what is left without a genitive ending. */
function bases(form: string): string[] {
  const out = [form]
  if (form.length > 3 && /['’]$/.test(form)) out.push(form.slice(0, -1))
  if (form.length > 3 && form.endsWith('s')) out.push(form.slice(0, -1))
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

export function mentionOf(tokens: Tokens, first: number, last: number, thing: NamedThing): FoundMention {
  return {
    first,
    last,
    from: tokens.data.from[first]!,
    to: tokens.data.to[last]!,
    mention: thing.kind === 'population' ? 'nominal' : 'name',
    kind: thing.kind,
    name: thing.name,
    country: thing.country,
    sector: thing.sector,
    codebook: thing.id,
    role: null,
    coordinates: thing.coordinates,
    key: thing.id,
  }
}
