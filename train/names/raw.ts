import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { tokenise } from '../../src/analyse/sentences.ts'
import { syntacticWords } from '../../src/analyse/syntactic-words.ts'
import type { LanguageData } from '../../src/language/contract.ts'
import { random, readCorpus, shuffle } from '../corpus.ts'
import type { TaggedSentence } from './gold.ts'

/** Sentences of this many words are read: the rest are headings, lists and errors. */
const LENGTH = { from: 5, to: 50 }
/** One in so many protocols is drawn from. */
const PROTOCOLS = 10

/** Texts without annotation: Wikinews reports that events are not measured on, the texts of SmartData, protocols of parliament. */
export interface RawTexts {
  readonly reports: readonly string[]
  readonly smartData: readonly string[]
  readonly speeches: readonly string[]
}

export function readRawTexts(shared: string): RawTexts {
  const reports = join(shared, 'gold/quotes/train')
  const speeches = join(shared, 'raw/bundestag')
  const text = (path: string) => gunzipSync(readFileSync(path)).toString('utf8')
  return {
    reports: readdirSync(reports)
      .sort()
      .filter((file) => !existsSync(join(shared, 'gold/events/annotations', file)))
      .map((file) => (JSON.parse(readFileSync(join(reports, file), 'utf8')) as { text: string }).text),
    // objects one after another; the text of each is a JSON string behind its key
    smartData: [...text(join(shared, 'gold/entities/smartdata-v1-train.json.gz')).matchAll(SMART_TEXT)].map(
      ([, json]) => JSON.parse(json!) as string,
    ),
    speeches: readdirSync(speeches)
      .sort()
      .filter((file) => file.endsWith('.txt.gz'))
      .map((file) => text(join(speeches, file))),
  }
}

const SMART_TEXT = /^ {2}"text" : \{\s*"string" : ("(?:[^"\\]|\\.)*")/gm

/**
 * Sentences for the teachers to tag: the treebanks' (without what their model holds out), all of the reports and SmartData, and speeches
 * drawn at random, `count` together.
 */
export function rawSentences(
  raw: RawTexts,
  shared: string,
  language: LanguageData,
  count: number,
  seed: number,
): TaggedSentence[] {
  const sentences = (texts: readonly string[]) =>
    texts
      .flatMap((text) => [...tokenise(text, [{ from: 0, to: text.length }], language)])
      .map((tokens) => syntacticWords(tokens, language).map((word) => word.form))
  const treebanks = readCorpus(join(shared, 'treebanks', language.code), 'standard').train.filter(
    // the news trees stand on the reports
    ({ source }) => source !== 'news',
  )
  const isFit = ({ length }: readonly string[]) => length >= LENGTH.from && length <= LENGTH.to
  const nearer = [
    ...treebanks.map(({ words }) => words.map((word) => word.form)),
    ...sentences(raw.reports),
    ...sentences(raw.smartData),
  ].filter(isFit)
  const speeches = shuffle(
    sentences(raw.speeches.filter((_, i) => i % PROTOCOLS === 0)).filter(isFit),
    random(seed),
  )
  return [...nearer, ...speeches].slice(0, count).map((words) => ({ words, tags: words.map(() => 0) }))
}
