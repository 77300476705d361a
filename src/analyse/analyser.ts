import { LagebildError } from '../base/errors.ts'
import type { Span } from '../base/spans.ts'
import type { Tokens } from '../document/tokens.ts'
import type { LanguageData } from '../language/contract.ts'
import { ColumnsBuilder, type WordRow } from './columns.ts'
import { CompoundSplitter, partsKnown } from './compounds.ts'
import { Lemmatiser } from './lemmatiser.ts'
import { readModel } from './model.ts'
import { featsReader } from './morphology.ts'
import { fingerprintOf, readNamesModel } from './names/model.ts'
import type { Source } from './neural/model.ts'
import { Network, type Reading } from './neural/network.ts'
import { tokenise } from './sentences.ts'
import { separableLemmas } from './separable.ts'
import { oneSubject } from './subjects.ts'
import { syntacticWords, type Word } from './syntactic-words.ts'

/** A document's words past this are not read (about 3 MB of text); {@link analyseComponent} says so in a diagnostic. */
export const MAX_WORDS = 500_000
/** Sentences that are read at a time. */
const BATCH = 64

export interface Analyser {
  readonly language: LanguageData
  /** Tokenises, splits, tags and parses the spans of a text; offsets count in the whole text. */
  analyse(text: string, spans: readonly Span[]): Tokens
  /** Annotates sentences whose words are given. `source` picks a treebank's conventions (default `news`). */
  annotate(sentences: readonly (readonly Word[])[], source?: Source): Tokens
  /** The words that a compound is made of, the head last: `Flüchtlingsunterkunft` is `Flüchtling`, `Unterkunft`. */
  partsOf(lemma: string): readonly string[]
}

export interface AnalyserOptions {
  /** The bytes of `names.bin`, trained on that model; without it no word is part of a name. */
  readonly names?: Uint8Array
  /** Lemmas that are known beside the model's, `NOUN:Rakete`. */
  readonly vocabulary?: ReadonlySet<string>
}

/**
 * @param model the bytes of `models/<language>/model.bin`
 * @throws LagebildError `model-format`, `model-language`, `model-mismatch`
 */
export function createAnalyser(
  model: Uint8Array,
  language: LanguageData,
  { names, vocabulary = new Set() }: AnalyserOptions = {},
): Analyser {
  const data = readModel(model)
  const namesModel = names ? readNamesModel(names) : null
  for (const code of [data.language, namesModel?.language ?? language.code]) {
    if (code === language.code) continue
    throw new LagebildError(
      'model-language',
      `The model is for "${code}", the language data for "${language.code}"`,
      'Load the model of the same language.',
    )
  }
  if (namesModel && namesModel.network !== fingerprintOf(data.network)) {
    throw new LagebildError(
      'model-mismatch',
      'The recogniser of names was trained on another network than that of the language model',
      'Run `npm run train:names`, or restore models/ from the package.',
    )
  }
  const network = new Network(data.network, namesModel)
  const { slots, labels } = data.network
  const featsText = featsReader(slots)
  const lemmatiser = new Lemmatiser(data.lemmas, language, data.lemmaUnit, vocabulary)

  function rowsOf(words: readonly Word[], reading: Reading): WordRow[] {
    const rows = words.map((word, i): WordRow => {
      const upos = reading.upos[i]!
      const feats = featsText((slot) => reading.slots[slot]![i]!)
      return {
        from: word.from,
        to: word.to,
        part: word.part,
        form: word.form,
        lemma: lemmatiser.lemma(word.form, upos, feats),
        upos,
        feats,
        head: reading.head[i]!,
        deprel: labels[reading.label[i]!]!,
        name: reading.name[i]!,
      }
    })
    oneSubject(rows, language)
    separableLemmas(rows, language, lemmatiser)
    return rows
  }

  /** Reads sentences, many at a time: the network works on those of like length side by side. */
  function annotate(sentences: Iterable<readonly Word[]>, source: Source, limit: number): Tokens {
    const columns = new ColumnsBuilder()
    let batch: (readonly Word[])[] = []
    let words = 0
    const flush = () => {
      const readings = network.read(
        batch.map((sentence) => sentence.map((word) => word.form)),
        source,
      )
      batch.forEach((sentence, i) => {
        columns.addSentence(rowsOf(sentence, readings[i]!))
      })
      batch = []
    }
    for (const sentence of sentences) {
      batch.push(sentence)
      words += sentence.length
      if (batch.length >= BATCH) flush()
      if (words >= limit) break
    }
    flush()
    return columns.build()
  }

  let splitter: CompoundSplitter | null = null

  return {
    language,
    partsOf(lemma) {
      splitter ??= new CompoundSplitter(partsKnown(data), language)
      return splitter.parts(lemma)
    },
    analyse(text, spans) {
      return annotate(wordsOf(text, spans, language), 'news', MAX_WORDS)
    },
    annotate(sentences, source = 'news') {
      return annotate(sentences, source, Number.POSITIVE_INFINITY)
    },
  }
}

function* wordsOf(text: string, spans: readonly Span[], language: LanguageData): Generator<Word[]> {
  for (const sentence of tokenise(text, spans, language)) yield syntacticWords(sentence, language)
}
