import { readFileSync } from 'node:fs'
import type { Source } from '../src/analyse/neural/model.ts'
import { UPOS } from '../src/document/tokens.ts'
import { caseFromTree } from './case-from-trees.ts'

export interface GoldWord {
  readonly form: string
  /** null where the source has none. */
  readonly lemma: string | null
  readonly upos: number
  /** null where nothing is known; in `hdt` and `news` a missing key means nothing. */
  readonly feats: ReadonlyMap<string, string> | null
  readonly head: number
  /** Relations that count as right, most likely first. */
  readonly relations: readonly string[]
}

export interface GoldSentence {
  readonly source: Source
  readonly document: string
  readonly words: readonly GoldWord[]
  /** The lines of the file, to write held-out parts. */
  readonly lines: readonly string[]
}

const SAME: Readonly<Record<string, string>> = {
  'acl:relcl': 'acl',
  'flat:name': 'flat',
  'obl:tmod': 'obl',
  'nmod:poss': 'nmod',
  'cc:preconj': 'cc',
  'nsubj:outer': 'nsubj',
  'expl:pv': 'obj',
  reparandum: 'dep',
  iobj: 'obl:arg',
}
const PUD_FORMS: Readonly<Record<string, string>> = {
  VBC: 'Fin',
  VB: 'Inf',
  VBN: 'Part',
  VVPP: 'Part',
  VVINF: 'Inf',
  MDC: 'Fin',
  MD: 'Inf',
  VVFIN: 'Fin',
}

const DOCUMENT = /^# sent_id = (.+?)-?\d+$/m
/** `w05001023` is sentence 23 of document `w05001`. */
const PUD_DOCUMENT = /^# sent_id = (\w{6})/m

/** Reads a treebank and takes out of it what its conventions and gaps make wrong for us (design/PARSER.md, traps). */
export function readTreebank(path: string, source: Source): GoldSentence[] {
  const out: GoldSentence[] = []
  for (const block of readFileSync(path, 'utf8').split(/\n\n+/)) {
    if (block.trim() === '') continue
    const lines = block.split('\n').filter(Boolean)
    const [, document = ''] = (source === 'pud' ? PUD_DOCUMENT : DOCUMENT).exec(block) ?? []
    const part = /^# newdoc_part = (.+)$/m.exec(block)?.[1]
    const rows = lines.filter((line) => /^\d+\t/.test(line)).map((line) => line.split('\t'))
    const cases =
      source === 'news'
        ? caseFromTree(
            rows.map((r) => ({ form: r[1]!, upos: r[3]!, head: Number(r[6]) - 1, relation: r[7]! })),
          )
        : []
    const words = rows.map((row, i): GoldWord => {
      const feats =
        source !== 'news' ? featsOf(row, source) : cases[i] ? new Map([['Case', cases[i]!]]) : null
      return {
        form: row[1]!,
        lemma: lemmaOf(row, source),
        upos: UPOS.indexOf(row[3] as never),
        feats,
        head: Number(row[6]) - 1,
        relations: relationsOf(row, rows, source),
      }
    })
    out.push({ source, document: part ?? document, words, lines })
  }
  return out
}

function featsOf(row: readonly string[], source: Source): Map<string, string> {
  const feats = new Map(
    row[5] === '_' ? [] : row[5]!.split('|').map((pair) => pair.split('=') as [string, string]),
  )
  if (source === 'pud' && (row[3] === 'VERB' || row[3] === 'AUX') && !feats.has('VerbForm')) {
    feats.set('VerbForm', feats.has('Mood') || feats.has('Person') ? 'Fin' : (PUD_FORMS[row[4]!] ?? '?'))
    // GSD gives participles no tense
    if (feats.get('VerbForm') === 'Part') feats.delete('Tense')
  }
  return feats
}

/** Lemmas of compounds in the HDT keep only the head: masked. */
function lemmaOf(row: readonly string[], source: Source): string | null {
  if (row[2] === '_' && row[1] !== '_') return null
  if (source === 'hdt') {
    const [form, lemma] = [row[1]!.toLowerCase(), row[2]!.toLowerCase()]
    if (row[3] !== 'VERB' && row[3] !== 'AUX' && form.slice(0, 2) !== lemma.slice(0, 2)) return null
    if (row[1]!.includes('-') || lemma.length < form.length - 4) return null
    // lemmas stand in the spelling of before 1996, forms do not
    if (form.includes('ss') && row[3] !== 'VERB') return row[2]!.replaceAll('ß', 'ss')
  }
  return row[2]!
}

function relationsOf(row: readonly string[], rows: readonly (readonly string[])[], source: Source): string[] {
  const relation = row[7]!
  const possessive = row[5]!.includes('Poss=Yes')
  if (source === 'gsd' || source === 'news')
    return [SAME[relation] && relation !== 'expl:pv' ? SAME[relation]! : relation]
  if (relation === 'det' && possessive) return ['det:poss']
  if (source === 'hdt' && relation === 'obj') {
    if (rows.some((other) => other[6] === row[0] && other[7] === 'case')) return ['obl', 'obl:arg']
    if (row[5]!.includes('Case=Dat')) return ['obl:arg']
    return row[5]!.includes('Case=') ? ['obj'] : ['obj', 'obl:arg']
  }
  return [SAME[relation] ?? relation]
}

/** What is kept out of training: `standard` for the model that ships, `fifth` to measure on more documents and on PUD. */
export type HoldOut = 'standard' | 'fifth'

export interface Corpus {
  readonly train: readonly GoldSentence[]
  readonly heldOut: Readonly<Record<string, readonly GoldSentence[]>>
}

/**
 * `standard` holds out the GSD test and the last tenth of the news documents, in the order of their ids; `fifth` the last fifth
 * of them (as `dev` and `news`) and every fifth document of PUD besides.
 */
export function readCorpus(folder: string, holdOut: HoldOut): Corpus {
  const news = readTreebank(`${folder}/news.conllu`, 'news')
  const pud = readTreebank(`${folder}/pud.conllu`, 'pud')
  const documentsOf = (sentences: readonly GoldSentence[]) =>
    [...new Set(sentences.map((s) => s.document))].sort()
  const documents = documentsOf(news)
  const tenth = (n: number) => Math.floor((documents.length * n) / 10)
  const test = new Set(documents.slice(tenth(9)))
  const more = holdOut === 'fifth'
  const dev = new Set(more ? documents.slice(tenth(8), tenth(9)) : [])
  const pudTest = new Set(more ? documentsOf(pud).filter((_, i) => i % 5 === 4) : [])
  const of = (sentences: readonly GoldSentence[], chosen: ReadonlySet<string>) =>
    sentences.filter((s) => chosen.has(s.document))
  return {
    train: [
      ...readTreebank(`${folder}/gsd-dev.conllu`, 'gsd'),
      ...pud.filter((s) => !pudTest.has(s.document)),
      ...readTreebank(`${folder}/hdt-dev-part.conllu`, 'hdt'),
      ...readTreebank(`${folder}/hdt-test-part.conllu`, 'hdt'),
      ...news.filter((s) => !test.has(s.document) && !dev.has(s.document)),
    ],
    heldOut: {
      gsd: readTreebank(`${folder}/gsd-test.conllu`, 'gsd'),
      news: of(news, test),
      ...(more ? { dev: of(news, dev), pud: of(pud, pudTest) } : {}),
    },
  }
}

/** Mulberry32: the same numbers on every machine. */
export function random(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function shuffle<Item>(items: readonly Item[], next: () => number): Item[] {
  const out = [...items]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1))
    ;[out[i], out[j]] = [out[j]!, out[i]!]
  }
  return out
}
