import type { NameList } from '../../src/analyse/names/lexicon.ts'
import { isBeginning, labelOfTag, NAME_LABELS, type NameLabel } from '../../src/document/names.ts'
import type { LanguageData } from '../../src/language/contract.ts'
import { random } from '../corpus.ts'
import type { TaggedSentence } from './gold.ts'
import { wordsOf } from './lists.ts'

/** Share of the names of a sentence that are replaced. */
const REPLACED = 0.6
/** Of those, how many by a name of the lists; the others get one that another sentence has. */
const FROM_LISTS: Readonly<Partial<Record<NameLabel, number>>> = {
  PER: 0.65,
  LOC: 0.65,
  ORG: 0.5,
  OTH: 0.4,
  LOCderiv: 0.7,
  LOCpart: 0.7,
  ORGpart: 0.7,
  PERpart: 0.7,
}
const GENITIVES = 0.08
const PLACES = ['place', 'place', 'city', 'city', 'town'] as const
const GROUPS = ['organisation', 'company', 'club', 'media'] as const

interface Piece {
  readonly label: NameLabel | null
  readonly words: readonly string[]
}

/**
 * Copies of the sentences that hold names, with other names in their place (Dai & Adel 2020): the network is to lean on what
 * stands around a name and on what the lists say, not on the few names that it was shown.
 */
export function augment(
  sentences: readonly TaggedSentence[],
  lists: ReadonlyMap<NameList, ReadonlySet<string>>,
  language: LanguageData,
  copies: number,
  seed: number,
): TaggedSentence[] {
  const next = random(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)]!
  const named = sentences.map(piecesOf).filter((pieces) => pieces.some(({ label }) => label !== null))
  const seen = new Map<NameLabel, (readonly string[])[]>(NAME_LABELS.map((label) => [label, []]))
  for (const { label, words } of named.flat()) if (label !== null) seen.get(label)!.push(words)
  const sorted = new Map([...lists].map(([list, names]) => [list, [...names].sort()]))
  const from = (list: NameList) => pick(sorted.get(list)!)
  const genitive = (words: readonly string[]) =>
    next() < GENITIVES && !/[szxß]$/.test(words.at(-1)!)
      ? [...words.slice(0, -1), `${words.at(-1)!}s`]
      : words

  const adjective = (old: string): string => {
    if (/^\p{Ll}|isch\p{Ll}*$/u.test(old)) {
      const stem = from('adjective')
      const ending = /(?:en|er|es|em|e)$/.exec(old)?.[0] ?? ''
      return (/^\p{Ll}/u.test(old) ? stem : stem.charAt(0).toUpperCase() + stem.slice(1)) + ending
    }
    const city = from(pick(['place', 'city'] as const))
    if (old.endsWith('er') && next() < 0.5 && !city.includes(' ')) {
      const base = city.endsWith('en') && next() < 0.3 ? city.slice(0, -2) : city
      return base.endsWith('e') ? `${base}r` : `${base}er`
    }
    return from('demonym')
  }
  const replacement = ({ label, words }: Piece): readonly string[] => {
    const others = seen.get(label!)!
    if (next() >= (FROM_LISTS[label!] ?? 0)) return pick(others)
    const of = (name: string) => wordsOf(name, language)
    switch (label) {
      case 'PER':
        if (words.length === 1) return genitive(of(from(next() < 0.75 ? 'last' : 'first')))
        if (next() < 0.15) return genitive(of(from('person')))
        return genitive(of(`${from('first')} ${next() < 0.1 ? `${from('first')} ` : ''}${from('last')}`))
      case 'LOC':
        return genitive(of(from(pick(PLACES))))
      case 'ORG':
        return of(from(pick(GROUPS)))
      case 'OTH':
        return of(from('other'))
      case 'LOCderiv':
        return words.length === 1 ? [adjective(words[0]!)] : pick(others)
      default: {
        const hyphen = words[0]!.indexOf('-', 1)
        if (words.length !== 1 || hyphen < 0) return pick(others)
        const list = label === 'LOCpart' ? 'place' : label === 'PERpart' ? 'last' : pick(GROUPS)
        return [from(list).replaceAll(' ', '-') + words[0]!.slice(hyphen)]
      }
    }
  }
  return Array.from({ length: copies }, () => named)
    .flat()
    .map((pieces) =>
      joined(
        pieces.map((piece) => {
          if (piece.label === null || next() >= REPLACED) return piece
          const words = replacement(piece)
          return words.length === 0 ? piece : { ...piece, words }
        }),
      ),
    )
}

function piecesOf({ words, tags }: TaggedSentence): Piece[] {
  const out: { label: NameLabel | null; words: string[] }[] = []
  words.forEach((word, i) => {
    const label = labelOfTag(tags[i]!)
    const last = out.at(-1)
    if (last && last.label === label && !(label !== null && isBeginning(tags[i]!))) last.words.push(word)
    else out.push({ label, words: [word] })
  })
  return out
}

function joined(pieces: readonly Piece[]): TaggedSentence {
  const tags = pieces.flatMap(({ label, words }) => {
    const tag = label === null ? 0 : 1 + 2 * NAME_LABELS.indexOf(label)
    return words.map((_, i) => (label === null ? 0 : i === 0 ? tag : tag + 1))
  })
  return { words: pieces.flatMap(({ words }) => words), tags }
}
