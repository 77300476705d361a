import { UPOS } from '../document/tokens.ts'
import { FeatureList, type LinearModel, score } from './linear.ts'
import { PARSE_FEATURES, type ParserInput, parserFeatures } from './parser-features.ts'
import { LEFT, ParserState, REDUCE, SHIFT } from './transitions.ts'

export interface ParserModel {
  /** Labels with subtypes; place 0 is `root`. The first 31 are the ones whose places in a frame are watched. */
  readonly labels: readonly string[]
  /** Classes as the actions of `transitions.ts`. */
  readonly model: LinearModel
}

/** Heads are words of the sentence, -1 for its one root; labels are indices. */
export interface Tree {
  readonly head: Int32Array
  readonly label: Int16Array
}

const PUNCT = UPOS.indexOf('PUNCT')
const VERB = UPOS.indexOf('VERB')

/** Greedy arc-eager parser: linear in the length of the sentence. */
export class Parser {
  readonly model: ParserModel
  readonly #features = new FeatureList(PARSE_FEATURES)
  readonly #scores: Float64Array
  readonly #state = new ParserState()

  constructor(model: ParserModel) {
    this.model = model
    this.#scores = new Float64Array(model.model.classes)
  }

  parse(input: ParserInput): Tree {
    const state = this.#state
    const labels = this.model.labels.length
    state.reset(input.words.length)
    while (!state.done) {
      parserFeatures(input, state, this.#features)
      state.apply(this.#best(state, labels), labels)
    }
    return this.#tree(input, state)
  }

  #best(state: ParserState, labels: number): number {
    const model = this.model.model
    const scores = this.#scores
    if (!state.canShift) return state.canReduce ? REDUCE : LEFT
    if (state.depth === 0) return SHIFT
    score(model, this.#features, scores)
    return bestAction(state, labels, scores)
  }

  /** One root: the first verb (else the first word) that was left over; other leftovers hang on it. */
  #tree(input: ParserInput, state: ParserState): Tree {
    const size = state.size
    const head = state.head.slice(0, size)
    const label = state.label.slice(0, size)
    let root = -1
    for (let i = 0; i < size; i++) {
      if (head[i]! < size && head[i]! >= 0) continue
      if (root < 0 || (input.upos[root] !== VERB && input.upos[i] === VERB) || input.upos[root] === PUNCT)
        root = i
    }
    const punct = Math.max(0, this.model.labels.indexOf('punct'))
    const other = Math.max(0, this.model.labels.indexOf('parataxis'))
    for (let i = 0; i < size; i++) {
      if (i === root) {
        head[i] = -1
        label[i] = 0
      } else if (head[i]! >= size || head[i]! < 0) {
        head[i] = root
        label[i] = input.upos[i] === PUNCT ? punct : other
      }
    }
    return { head, label }
  }
}

/** The allowed action with the highest score; the root label is for the artificial root alone. */
export function bestAction(state: ParserState, labels: number, scores: ArrayLike<number>): number {
  let best = -1
  let top = Number.NEGATIVE_INFINITY
  const consider = (action: number) => {
    if (scores[action]! > top) {
      top = scores[action]!
      best = action
    }
  }
  if (state.canShift) consider(SHIFT)
  if (state.canReduce) consider(REDUCE)
  if (state.canLeft) for (let l = 1; l < labels; l++) consider(LEFT + l)
  if (state.canRight) for (let l = 1; l < labels; l++) consider(LEFT + labels + l)
  return best
}
