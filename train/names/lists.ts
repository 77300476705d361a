import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { finish } from '../../src/analyse/hash.ts'
import { BEGINS, longerHash, NAME_LISTS, type NameList, wordHash } from '../../src/analyse/names/lexicon.ts'
import { tokenise } from '../../src/analyse/sentences.ts'
import { syntacticWords } from '../../src/analyse/syntactic-words.ts'
import { parseTsv } from '../../src/base/tsv.ts'
import type { LanguageData } from '../../src/language/contract.ts'

const CODEBOOK = 'src/codebook/data'

/** Names by list: the files of `train/names/lists` (their first lines say where from) and the tables of the codebook. */
export function readLists(folder = 'train/names/lists'): Map<NameList, Set<string>> {
  const lists = new Map<NameList, Set<string>>(NAME_LISTS.map((list) => [list, new Set()]))
  const add = (list: NameList, ...names: readonly (string | undefined)[]) => {
    for (const name of names) if (name) lists.get(list)!.add(name)
  }
  for (const file of readdirSync(folder).sort()) {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n')
    add(file.replace('.txt', '') as NameList, ...lines.filter((line) => !line.startsWith('#')))
  }
  const split = (cell: string | undefined) => (cell ?? '').split('|')
  for (const row of table('persons.tsv')) {
    for (const name of [row.name, ...split(row.aliases)]) {
      const words = (name ?? '').split(' ')
      add('last', words.at(-1))
      if (words.length > 1) {
        add('person', name)
        add('first', words[0])
      }
    }
  }
  for (const row of table('states.tsv')) {
    add('place', row.name, ...split(row.aliases), row.capital, ...split(row.capital_aliases))
    add('adjective', ...split(row.adjective))
    add('demonym', ...split(row.demonyms))
  }
  for (const row of table('places.tsv'))
    add(row.source?.startsWith('geonames') ? 'city' : 'place', row.name, ...split(row.aliases))
  for (const row of table('organisations.tsv')) add('organisation', row.name, ...split(row.aliases))
  for (const row of table('outlets.tsv')) add('media', row.name, ...split(row.aliases))
  for (const row of table('role-nouns.tsv')) add('role', row.noun)
  return lists
}

function table(name: string): readonly Readonly<Record<string, string>>[] {
  return parseTsv(name, readFileSync(join(CODEBOOK, name), 'utf8'), []).map((row) => row.cells)
}

/** The words of a name, as sentences are cut into words. */
export function wordsOf(name: string, language: LanguageData): string[] {
  return [...tokenise(name, [{ from: 0, to: name.length }], language)].flatMap((tokens) =>
    syntacticWords(tokens, language).map((word) => word.form),
  )
}

/** Sorted keys and masks of {@link NAME_LISTS}, for `src/analyse/names/lexicon.ts`. */
export function nameTable(
  lists: ReadonlyMap<NameList, ReadonlySet<string>>,
  language: LanguageData,
): Map<number, number> {
  const out = new Map<number, number>()
  const put = (hash: number, bits: number) => out.set(finish(hash), (out.get(finish(hash)) ?? 0) | bits)
  for (const [list, names] of lists) {
    for (const name of names) {
      let hash: number | null = null
      for (const word of wordsOf(name, language)) {
        if (hash !== null) put(hash, BEGINS)
        hash = hash === null ? wordHash(word) : longerHash(hash, word)
      }
      if (hash !== null) put(hash, 1 << NAME_LISTS.indexOf(list))
    }
  }
  return out
}
