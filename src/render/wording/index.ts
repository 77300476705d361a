import { LagebildError } from '../../base/errors.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import type { Wording } from './wording.ts'

export const RENDER_LANGUAGES = ['de', 'en'] as const
export type RenderLanguage = (typeof RENDER_LANGUAGES)[number]

const WORDINGS: Readonly<Record<RenderLanguage, Wording>> = { de, en }

/** @throws LagebildError `language-unknown` */
export function wordingFor(language: string): Wording {
  const wording = (WORDINGS as Readonly<Record<string, Wording>>)[language]
  if (wording === undefined) {
    throw new LagebildError(
      'language-unknown',
      `There is no wording for "${language}"`,
      `One of ${RENDER_LANGUAGES.join(', ')}.`,
    )
  }
  return wording
}
