import { UPOS } from '../document/tokens.ts'
import type { LanguageData } from '../language/contract.ts'
import { finish, hashString, mix } from './hash.ts'
import { FeatureList, type LinearModel, score } from './linear.ts'

/**
 * Edit scripts `infix|umlaut|delete|insert`: take an infix out behind a particle, undo the last umlaut, cut letters off the
 * end, put others on. `ge|0|1|en` makes `ankündigen` of `angekündigt`.
 */
export interface LemmaModel {
  readonly scripts: readonly string[]
  readonly model: LinearModel
  /** `UPOS form` (lower case) -> lemma, for words whose lemma is known or irregular. */
  readonly lexicon: ReadonlyMap<string, string>
  /** Lemmas seen: `VERB:ankündigen`. A script that leads to one is preferred. */
  readonly known: ReadonlySet<string>
}

export interface EditScript {
  readonly infix: string
  readonly umlaut: boolean
  readonly cut: number
  readonly add: string
}

interface RegularScript {
  readonly index: number
  readonly script: EditScript
  /** What it may cut off. */
  readonly ending: RegExp
}

function byPartOfSpeech(words: Iterable<string>): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>()
  for (const word of words) {
    const at = word.indexOf(':')
    const name = word.slice(0, at)
    const known = out.get(name)
    if (known) known.add(word.slice(at + 1))
    else out.set(name, new Set([word.slice(at + 1)]))
  }
  return out
}

/** How much a known lemma is worth, in the unit of mean margins of the classifier. */
export const KNOWN_BONUS = 0.6

export function parseScript(text: string): EditScript {
  const [infix = '', umlaut = '0', cut = '0', add = ''] = text.split('|')
  return { infix, umlaut: umlaut === '1', cut: Number(cut), add }
}

/** The form a script starts from: capitalised for nouns and names, else lower case. */
export function baseOf(form: string, upos: number, language: LanguageData): string {
  const capital = language.lemma.capitalised.has(UPOS[upos]!)
  if (!capital) return form.toLowerCase()
  const lower = form.toLowerCase()
  return form === lower ? lower.charAt(0).toUpperCase() + lower.slice(1) : form
}

/** Applies a script; null where it does not fit. */
export function applyScript(script: EditScript, base: string, language: LanguageData): string | null {
  let out = base
  if (script.infix !== '') {
    const cut = withoutInfix(out, script.infix, language)
    if (cut === null) return null
    out = cut
  }
  if (script.umlaut) {
    const plain = withoutUmlaut(out, language)
    if (plain === null) return null
    out = plain
  }
  if (out.length < script.cut + 1) return null
  return out.slice(0, out.length - script.cut) + script.add
}

export function withoutInfix(base: string, infix: string, language: LanguageData): string | null {
  if (infix !== 'zu' && base.startsWith(infix) && base.length > infix.length + 2)
    return base.slice(infix.length)
  for (const particle of language.particles) {
    // `hinzufügen` holds the particle `hinzu`, not an infix behind `hin`.
    if (!base.startsWith(particle) || language.particles.includes(particle + infix)) continue
    const at = particle.length
    if (base.startsWith(infix, at) && base.length > at + infix.length + 2)
      return particle + base.slice(at + infix.length)
  }
  return null
}

export function withoutUmlaut(base: string, language: LanguageData): string | null {
  for (let i = base.length - 1; i >= 0; i--) {
    const char = base.charAt(i)
    const plain =
      language.lemma.umlauts.get(char) ?? language.lemma.umlauts.get(char.toLowerCase())?.toUpperCase()
    if (plain !== undefined) return base.slice(0, i) + plain + base.slice(i + 1)
  }
  return null
}

/** `anzukündigen` without its infix, null where there is none: in `hinzufügen` it belongs to the particle. */
export function plainInfinitive(form: string, { lemma, particles }: LanguageData): string | null {
  const infix = lemma.infinitiveInfix
  for (const particle of particles) {
    if (!form.startsWith(particle)) continue
    const rest = form.slice(particle.length)
    if (rest.startsWith(infix) && rest.length > infix.length + 2) return particle + rest.slice(infix.length)
    if (particle.endsWith(infix)) return null
  }
  return null
}

/** Lemma of a strong verb's form, its prefixes and particles kept: `anerkannt` is `anerkennen`; null where it is none. */
export function strongLemma(form: string, language: LanguageData, depth = 0): string | null {
  const { strongForms, prefixes } = language.lemma
  const whole = strongForms.get(form)
  if (whole !== undefined) return whole
  if (depth === 2) return null
  let best: string | null = null
  let length = 0
  for (const list of [language.particles, prefixes])
    for (const before of list) {
      if (before.length <= length || !form.startsWith(before)) continue
      const rest = strongLemma(form.slice(before.length), language, depth + 1)
      if (rest === null) continue
      best = before + rest
      length = before.length
    }
  return best
}

export const LEMMA_FEATURES = 32

export function lemmaFeatures(base: string, upos: number, feats: string, out: FeatureList): void {
  const lower = base.toLowerCase()
  const length = lower.length
  const morph = hashString(feats)
  let c = 0
  let id = 5001
  const add = (a: number, b = 0) => {
    out.cells[c++] = finish(mix(mix(mix(a, id++), b), upos))
  }
  add(1)
  add(morph)
  for (let n = 1; n <= 7; n++) {
    const suffix = hashString(lower, Math.max(0, length - n), length)
    add(suffix)
    if (n < 6) add(suffix, morph)
  }
  for (let n = 2; n <= 5; n++)
    add(hashString(lower, 0, Math.min(n, length)), hashString(lower, Math.max(0, length - 2), length))
  add(Math.min(length, 5))
  out.count = c
}

/** Lemmas that are kept. */
const CACHE = 60_000

export class Lemmatiser {
  readonly #model: LemmaModel
  readonly #language: LanguageData
  readonly #scripts: readonly EditScript[]
  readonly #features = new FeatureList(LEMMA_FEATURES)
  readonly #scores: Float64Array
  readonly #bonus: number
  /** Lemmas of the model and further ones, by part of speech. */
  readonly #known: ReadonlyMap<string, ReadonlySet<string>>
  readonly #vocabulary: ReadonlyMap<string, ReadonlySet<string>>
  readonly #regular: ReadonlyMap<string, readonly RegularScript[]>
  /** By part of speech, features and form. */
  readonly #cache: Map<string, Map<string, string>>[] = UPOS.map(() => new Map())
  #cached = 0

  /**
   * @param unit what the weights count as 1 (the quantisation step), so that the bonus keeps its size
   * @param vocabulary further known lemmas, `NOUN:Rakete`
   */
  constructor(
    model: LemmaModel,
    language: LanguageData,
    unit = 1,
    vocabulary: ReadonlySet<string> = new Set(),
  ) {
    this.#known = byPartOfSpeech(model.known)
    this.#vocabulary = byPartOfSpeech(vocabulary)
    this.#model = model
    this.#language = language
    this.#scripts = model.scripts.map(parseScript)
    this.#regular = new Map(
      [...language.lemma.regular].map(([name, { form, lemma }]) => [
        name,
        this.#scripts.flatMap((script, index) =>
          lemma.test(script.add) ? [{ index, script, ending: form }] : [],
        ),
      ]),
    )
    this.#scores = new Float64Array(model.scripts.length)
    this.#bonus = KNOWN_BONUS / unit
  }

  lemma(form: string, upos: number, feats: string): string {
    const byFeats = this.#cache[upos]!
    const known = byFeats.get(feats)?.get(form)
    if (known !== undefined) return known
    if (this.#cached >= CACHE) {
      for (const some of this.#cache) some.clear()
      this.#cached = 0
    }
    const made = this.#make(form, upos, feats)
    const byForm = byFeats.get(feats)
    if (byForm) byForm.set(form, made)
    else byFeats.set(feats, new Map([[form, made]]))
    this.#cached++
    return made
  }

  #make(form: string, upos: number, feats: string): string {
    const name = UPOS[upos]!
    if (name === 'PUNCT' || name === 'SYM' || name === 'NUM' || name === 'X' || form.length > 64) return form
    const listed = this.#model.lexicon.get(`${name} ${form.toLowerCase()}`)
    const isSure = listed !== undefined && this.#isInVocabulary(name, listed)
    const irregular = name === 'VERB' ? this.#irregular(form.toLowerCase()) : null
    if (irregular !== null && !isSure && this.isKnown(name, irregular)) return irregular
    const own = isSure ? null : this.#fromVocabulary(form, upos, name, feats)
    if (own !== null) return own
    if (listed !== undefined) return inSpellingOf(form, listed, name)
    const best = this.#scored(form, upos, name, feats)
    // `verabschiedet` looks like a form of `scheiden`, but makes a known lemma when read as a weak verb.
    return irregular !== null && !this.isKnown(name, best) ? irregular : inSpellingOf(form, best, name)
  }

  /** The likeliest script of regular inflection that leads to a word of the vocabulary; null for a form that is a known lemma itself. */
  #fromVocabulary(form: string, upos: number, name: string, feats: string): string | null {
    const words = this.#vocabulary.get(name)
    const regular = this.#regular.get(name)
    if (!words || !regular) return null
    const base = baseOf(form, upos, this.#language)
    if (words.has(base)) return base
    if (this.#known.get(name)?.has(base)) return null
    const found = new Map<number, string>()
    for (const { index, script, ending } of regular) {
      if (!ending.test(base.slice(base.length - script.cut))) continue
      const lemma = applyScript(script, base, this.#language)
      if (lemma !== null && words.has(lemma)) found.set(index, lemma)
    }
    if (found.size < 2) return found.values().next().value ?? null
    lemmaFeatures(base, upos, feats, this.#features)
    score(this.#model.model, this.#features, this.#scores)
    const [best] = [...found].sort(([a], [b]) => this.#scores[b]! - this.#scores[a]!)
    return best![1]
  }

  #irregular(form: string): string | null {
    return strongLemma(form, this.#language) ?? plainInfinitive(form, this.#language)
  }

  #scored(form: string, upos: number, name: string, feats: string): string {
    const base = baseOf(form, upos, this.#language)
    lemmaFeatures(base, upos, feats, this.#features)
    score(this.#model.model, this.#features, this.#scores)
    const ending = this.#language.lemma.endings.get(UPOS[upos]!)
    let best = base
    let top = Number.NEGATIVE_INFINITY
    let which = -1
    const consider = (s: number) => {
      const lemma = applyScript(this.#scripts[s]!, base, this.#language)
      if (lemma === null || (ending && !ending.test(lemma))) return
      const value = this.#scores[s]! + this.#worth(name, lemma) * this.#bonus
      if (value < top || (value === top && s > which)) return
      top = value
      which = s
      best = lemma
    }
    // the likeliest script first: few others can reach what it is worth
    const first = indexOfGreatest(this.#scores)
    consider(first)
    for (let s = 0; s < this.#scripts.length; s++)
      if (s !== first && this.#scores[s]! + this.#bonus >= top) consider(s)
    return best
  }

  #isInVocabulary(name: string, lemma: string): boolean {
    return this.#vocabulary.get(name)?.has(lemma) === true
  }

  /** @param name part of speech, `VERB` */
  isKnown(name: string, lemma: string): boolean {
    return this.#known.get(name)?.has(lemma) === true || this.#isInVocabulary(name, lemma)
  }

  /** In bonuses: a compound is as sure as its head. */
  #worth(name: string, lemma: string): number {
    if (this.#known.get(name)?.has(lemma)) return 1
    return name === 'NOUN' && this.#hasKnownHead(lemma) ? 1 : 0
  }

  #hasKnownHead(noun: string): boolean {
    for (let at = SHORTEST_PREFIX; at <= noun.length - SHORTEST_HEAD; at++)
      if (this.isKnown('NOUN', noun.charAt(at).toUpperCase() + noun.slice(at + 1))) return true
    return false
  }
}

function indexOfGreatest(values: Float64Array): number {
  let best = 0
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i
  return best
}

const SHORTEST_PREFIX = 3
const SHORTEST_HEAD = 4

/** A lemma in the spelling of before 1996 for a form in today's: `Beschuss`, not `Beschuß`. */
const inSpellingOf = (form: string, lemma: string, upos: string): string =>
  upos === 'NOUN' && lemma.includes('ß') && /ss/i.test(form) ? lemma.replace('ß', 'ss') : lemma
