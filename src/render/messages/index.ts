import { LagebildError } from '../../base/errors.ts'
import type { Messages } from './contract.ts'
import { ar } from './languages/ar.ts'
import { de } from './languages/de.ts'
import { en } from './languages/en.ts'
import { es } from './languages/es.ts'
import { fa } from './languages/fa.ts'
import { fr } from './languages/fr.ts'
import { he } from './languages/he.ts'
import { id } from './languages/id.ts'
import { ja } from './languages/ja.ts'
import { ko } from './languages/ko.ts'
import { ms } from './languages/ms.ts'
import { pt } from './languages/pt.ts'
import { ru } from './languages/ru.ts'
import { th } from './languages/th.ts'
import { tr } from './languages/tr.ts'
import { vi } from './languages/vi.ts'
import { zhHans } from './languages/zh-Hans.ts'
import { zhHant } from './languages/zh-Hant.ts'

const MESSAGES = {
  ...{ de, en, fr, es, pt, ru, ar, 'zh-Hans': zhHans, 'zh-Hant': zhHant, ja, ko, vi, th, id, ms, tr, fa, he },
} as const satisfies Readonly<Record<string, Messages>>

export type ReaderLanguage = keyof typeof MESSAGES
/** The languages in which events are told. */
export const READER_LANGUAGES = Object.keys(MESSAGES) as readonly ReaderLanguage[]

/** The language of the reports and of the codebook: words of theirs that are no names are told as they stand to its readers only. */
export const SOURCE_LANGUAGE: ReaderLanguage = 'de'

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set<ReaderLanguage>(['ar', 'fa', 'he'])

export function directionOf({ locale }: Pick<Messages, 'locale'>): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(locale) ? 'rtl' : 'ltr'
}

export function isReaderLanguage(language: string): language is ReaderLanguage {
  return Object.hasOwn(MESSAGES, language)
}

/** @throws LagebildError `language-unknown` */
export function messagesFor(language: string): Messages {
  if (isReaderLanguage(language)) return MESSAGES[language]
  throw new LagebildError(
    'language-unknown',
    `There is no wording for "${language}"`,
    `One of ${READER_LANGUAGES.join(', ')}.`,
  )
}
