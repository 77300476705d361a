import {
  applyScript,
  baseOf,
  LEMMA_FEATURES,
  type LemmaModel,
  lemmaFeatures,
  parseScript,
  withoutInfix,
  withoutUmlaut,
} from '../src/analyse/lemmatiser.ts'
import { FeatureList, score } from '../src/analyse/linear.ts'
import { featsOf } from '../src/analyse/morphology.ts'
import { SOURCES } from '../src/analyse/neural/model.ts'
import type { Network } from '../src/analyse/neural/network.ts'
import { UPOS } from '../src/document/tokens.ts'
import type { LanguageData } from '../src/language/contract.ts'
import { type GoldSentence, random, shuffle } from './corpus.ts'
import { Perceptron } from './perceptron.ts'

const CLOSED = new Set(['PUNCT', 'SYM', 'NUM', 'X'])
/** GSD's lemma of a word counts most, the HDT's least: their conventions differ. */
const TRUST: Readonly<Record<GoldSentence['source'], number>> = { gsd: 50, pud: 8, hdt: 1, news: 0 }

/** The cheapest script from base to lemma; null for suppletion, which only the lexicon can hold. */
export function scriptFor(base: string, lemma: string, language: LanguageData): string | null {
  let best: string | null = null
  let cheapest = Number.POSITIVE_INFINITY
  for (const infix of ['', ...language.lemma.infixes]) {
    const plain = infix === '' ? base : withoutInfix(base, infix, language)
    if (plain === null) continue
    for (const umlaut of [false, true]) {
      const start = umlaut ? withoutUmlaut(plain, language) : plain
      if (start === null) continue
      let same = 0
      while (same < start.length && same < lemma.length && start[same] === lemma[same]) same++
      const cut = start.length - same
      const cost = cut + lemma.length - same + (umlaut ? 1.5 : 0) + (infix === '' ? 0 : 1.5)
      if (same < Math.min(2, lemma.length) || cost >= cheapest) continue
      const script = `${infix}|${umlaut ? 1 : 0}|${cut}|${lemma.slice(same)}`
      if (applyScript(parseScript(script), base, language) !== lemma) continue
      best = script
      cheapest = cost
    }
  }
  return best
}

/** Words whose lemma is known, with the features that the network gives them; words that it tags wrongly teach nothing. */
export function lemmaExamples(sentences: readonly GoldSentence[], network: Network): LemmaExample[] {
  const out: LemmaExample[] = []
  for (const source of SOURCES) {
    const chosen = sentences.filter((s) => s.source === source && s.words.some((w) => w.lemma !== null))
    const readings = network.read(
      chosen.map((s) => s.words.map((w) => w.form)),
      source,
    )
    chosen.forEach(({ words }, s) => {
      const { upos, slots } = readings[s]!
      words.forEach(({ form, lemma, upos: right }, i) => {
        if (lemma === null || upos[i] !== right) return
        const classes = slots.map((slot) => slot[i]!)
        out.push({ form, upos: right, feats: featsOf(network.model.slots, classes), lemma, source })
      })
    })
  }
  return out
}

export interface LemmaExample {
  readonly form: string
  readonly upos: number
  readonly feats: string
  readonly lemma: string
  readonly source: GoldSentence['source']
}

export function trainLemmatiser(
  all: readonly LemmaExample[],
  language: LanguageData,
  seed: number,
  epochs: number,
  bits: number,
): LemmaModel {
  const votes = new Map<string, Map<string, number>>()
  for (const { form, upos, lemma, source } of all) {
    const key = `${UPOS[upos]} ${form.toLowerCase()}`
    const of = votes.get(key) ?? new Map<string, number>()
    of.set(lemma, (of.get(lemma) ?? 0) + TRUST[source])
    votes.set(key, of)
  }
  const lexicon = new Map<string, string>()
  for (const [key, of] of votes) {
    const [lemma] = [...of].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!
    lexicon.set(key, lemma)
  }
  const known = new Set([...lexicon].map(([key, lemma]) => `${key.slice(0, key.indexOf(' '))}:${lemma}`))
  const types = new Map<string, { base: string; upos: number; feats: string; script: string }>()
  const counts = new Map<string, number>()
  for (const { form, upos, feats } of all) {
    if (CLOSED.has(UPOS[upos]!)) continue
    const base = baseOf(form, upos, language)
    const script = scriptFor(base, lexicon.get(`${UPOS[upos]} ${form.toLowerCase()}`)!, language)
    const key = `${base} ${upos} ${feats}`
    if (script === null || types.has(key)) continue
    types.set(key, { base, upos, feats, script })
    counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  const scripts = [...counts]
    .filter(([, n]) => n > 1)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([s]) => s)
  const model = new Perceptron(scripts.length, bits)
  const parsed = scripts.map(parseScript)
  const features = new FeatureList(LEMMA_FEATURES)
  const scores = new Float64Array(scripts.length)
  const next = random(seed)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { base, upos, feats, script } of shuffle([...types.values()], next)) {
      const right = scripts.indexOf(script)
      if (right < 0) continue
      lemmaFeatures(base, upos, feats, features)
      score(model, features, scores)
      let best = right
      for (let s = 0; s < scripts.length; s++) {
        if (
          (scores[s]! > scores[best]! || (s < best && scores[s] === scores[best])) &&
          applyScript(parsed[s]!, base, language) !== null
        )
          best = s
      }
      if (best !== right) model.update(features, right, best)
      model.step++
    }
  }
  return { scripts, model: model.averaged(), lexicon, known }
}
