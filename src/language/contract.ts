import type { Upos } from '../document/tokens.ts'

/**
 * What the engine has to know of a language and cannot learn from a treebank: one typed object a language, nearly all data.
 * All word lists are lower case unless a line says otherwise.
 */
export interface LanguageData {
  /** ISO 639-1. */
  readonly code: string
  /** Abbreviations with their last full stop (`dr.`, `z.b.`); the stop belongs to the token and ends no sentence. */
  readonly abbreviations: ReadonlySet<string>
  /** Those of them that often stand last in a sentence (`usw.`); such a sentence ends where a `sentenceStarters` word follows. */
  readonly finalAbbreviations: ReadonlySet<string>
  readonly months: readonly string[]
  /** Nouns after which nothing but an ordinal makes sense of `5.` (months apart): `jahrhundert`, `mal`. */
  readonly ordinalNouns: ReadonlySet<string>
  /** Words before a number that make `5.` an ordinal even if a capital follows: articles, contractions. */
  readonly ordinalCues: ReadonlySet<string>
  /** Words that, with a capital, open a sentence: articles, pronouns, prepositions. */
  readonly sentenceStarters: ReadonlySet<string>
  /** One written word, two syntactic words: `im` = `in` + `dem`. */
  readonly contractions: ReadonlyMap<string, readonly [string, string]>
  /** Particles of separable verbs, longest first. */
  readonly particles: readonly string[]
  readonly lemma: LemmaData
  readonly cases: CaseData
  readonly names: LanguageNames
}

/** Forms that leave no choice of case. */
export interface CaseData {
  readonly nominativePronouns: ReadonlySet<string>
  readonly accusativeArticles: ReadonlySet<string>
  readonly dativeArticles: ReadonlySet<string>
}

/** What edit scripts of lemmas are made of. */
export interface LemmaData {
  /** Put between particle and stem of a participle (`an·ge·kündigt`) or of an infinitive (`an·zu·kündigen`). */
  readonly infixes: readonly string[]
  /** The one of an infinitive. */
  readonly infinitiveInfix: string
  /** Umlauts that inflection brings in, with the vowel of the base. */
  readonly umlauts: ReadonlyMap<string, string>
  /** Parts of speech whose lemma keeps a capital. */
  readonly capitalised: ReadonlySet<Upos>
  /** Forms of verbs that no ending explains (`griff`), with their lemma; prefixes and particles may stand before them. */
  readonly strongForms: ReadonlyMap<string, string>
  /** How every lemma of a part of speech ends; what an edit script makes of a word must fit. */
  readonly endings: ReadonlyMap<Upos, RegExp>
  /** What regular inflection puts at the end of a form, and what the lemma has there instead. */
  readonly regular: ReadonlyMap<Upos, { readonly form: RegExp; readonly lemma: RegExp }>
  /** What may stand between the parts of a compound, longest first; empty for nothing. */
  readonly compoundLinks: readonly string[]
  /** Prefixes of verbs that are no particles. */
  readonly prefixes: readonly string[]
}

export interface LanguageNames {
  readonly endonym: string
  readonly english: string
}
