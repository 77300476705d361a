import { FeatureList, score } from '../src/analyse/linear.ts'
import { bestAction, type ParserModel } from '../src/analyse/parser.ts'
import { PARSE_FEATURES, type ParserInput, parserFeatures } from '../src/analyse/parser-features.ts'
import { LEFT, ParserState, REDUCE, SHIFT } from '../src/analyse/transitions.ts'
import { type GoldSentence, random, shuffle } from './corpus.ts'
import { type GoldTree, zeroCost } from './oracle.ts'
import { Perceptron } from './perceptron.ts'

export interface ParserExample {
  readonly gold: GoldSentence
  readonly input: ParserInput
}

export interface ParserOptions {
  readonly epochs: number
  readonly seed: number
  readonly bits: number
  /** Share of decisions that follow the parser into its own errors, from the second epoch on. */
  readonly explore: number
  /** A right action must win by this much, or the weights move. */
  readonly margin: number
}

/** Core relations first: their places in a head's frame are features. */
const WATCHED = [
  'root',
  'nsubj',
  'nsubj:pass',
  'obj',
  'obl:arg',
  'obl:agent',
  'compound:prt',
  'aux',
  'aux:pass',
  'cop',
  'det',
  'det:poss',
  'case',
  'mark',
  'ccomp',
  'xcomp',
  'csubj',
  'expl',
  'cc',
  'conj',
  'punct',
  'nummod',
  'amod',
  'nmod',
  'appos',
  'flat',
  'advcl',
  'acl',
  'obl',
  'advmod',
]

export function labelsOf(sentences: readonly GoldSentence[]): string[] {
  const counts = new Map<string, number>()
  for (const s of sentences)
    for (const w of s.words) for (const r of w.relations) counts.set(r, (counts.get(r) ?? 0) + 1)
  const rest = [...counts]
    .filter(([r, n]) => n > 2 && !WATCHED.includes(r))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([r]) => r)
  return [...WATCHED, ...rest]
}

function goldTree(gold: GoldSentence, labels: readonly string[]): GoldTree {
  const size = gold.words.length
  const children: number[][] = Array.from({ length: size + 1 }, () => [])
  const head = new Int32Array(size + 1).fill(-1)
  gold.words.forEach((word, i) => {
    head[i] = word.head < 0 ? size : word.head
    children[head[i]!]!.push(i)
  })
  const dep = labels.indexOf('dep')
  const rightLabels = gold.words.map((word) =>
    word.relations.map((r) => (labels.includes(r) ? labels.indexOf(r) : dep)),
  )
  return { head, children, labels: rightLabels }
}

export function trainParser(
  examples: readonly ParserExample[],
  options: ParserOptions,
  log: (line: string) => void,
): ParserModel {
  const labels = labelsOf(examples.map((e) => e.gold))
  const n = labels.length
  const classes = LEFT + 2 * n
  const model = new Perceptron(classes, options.bits)
  const trees = new Map(examples.map((e) => [e, goldTree(e.gold, labels)]))
  const next = random(options.seed)
  const features = new FeatureList(PARSE_FEATURES)
  const scores = new Float64Array(classes)
  const zero = new Uint8Array(classes)
  const state = new ParserState()
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let errors = 0
    let steps = 0
    for (const example of shuffle(examples, next)) {
      const { input } = example
      const gold = trees.get(example)!
      state.reset(input.words.length)
      while (!state.done) {
        if (!state.canShift) {
          state.apply(state.canReduce ? REDUCE : LEFT, n)
          continue
        }
        if (state.depth === 0) {
          state.apply(SHIFT, n)
          continue
        }
        parserFeatures(input, state, features)
        score(model, features, scores)
        const best = bestAction(state, n, scores)
        zeroCost(gold, state, n, zero)
        let right = -1
        for (let a = 0; a < classes; a++)
          if (zero[a] === 1 && (right < 0 || scores[a]! > scores[right]!)) right = a
        steps++
        model.step++
        let action = best
        const rival = zero[best] === 0 ? best : options.margin > 0 ? rivalOf(state, n, scores, zero) : -1
        if (right >= 0 && rival >= 0 && scores[right]! - scores[rival]! < options.margin + 1e-9)
          model.update(features, right, rival)
        if (right >= 0 && zero[best] === 0) {
          errors++
          if (epoch === 0 || next() > options.explore) action = right
        }
        state.apply(action, n)
      }
    }
    log(`  epoch ${epoch + 1}: ${((100 * errors) / steps).toFixed(2)} % of ${steps} decisions wrong`)
  }
  return { labels, model: model.averaged() }
}

/** The best allowed action that costs something; -1 when there is none. */
function rivalOf(state: ParserState, labels: number, scores: Float64Array, zero: Uint8Array): number {
  const costly = Float64Array.from(scores, (s, a) => (zero[a] === 1 ? Number.NEGATIVE_INFINITY : s))
  const rival = bestAction(state, labels, costly)
  return rival >= 0 && zero[rival] === 0 ? rival : -1
}
