import { de } from '../messages/de.ts'
import { en } from '../messages/en.ts'
import type { Language, Messages } from '../messages/messages.ts'

const MESSAGES: Readonly<Record<Language, Messages>> = { de, en }

type Theme = 'light' | 'dark'

/** What the reader chose, kept in this browser. Until then the system decides. */
class Settings {
  language = $state<Language>(stored('language', ['de', 'en']) ?? systemLanguage())
  #reviewer = $state(read('reviewer') ?? '')
  #theme = $state<Theme | null>(stored('theme', ['light', 'dark']))

  /** The name under which decisions are written down. */
  get reviewer(): string {
    return this.#reviewer
  }

  set reviewer(name: string) {
    this.#reviewer = name.trim()
    store('reviewer', this.#reviewer)
  }

  get messages(): Messages {
    return MESSAGES[this.language]
  }

  toggleLanguage(): void {
    this.language = this.language === 'de' ? 'en' : 'de'
    store('language', this.language)
  }

  toggleTheme(): void {
    const system: Theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
    this.#theme = (this.#theme ?? system) === 'dark' ? 'light' : 'dark'
    document.documentElement.dataset.theme = this.#theme
    store('theme', this.#theme)
  }
}

export const settings = new Settings()

function systemLanguage(): Language {
  return navigator.languages.some((tag) => tag.startsWith('de')) || !navigator.language ? 'de' : 'en'
}

function stored<Value extends string>(key: string, allowed: readonly Value[]): Value | null {
  const value = read(key)
  return allowed.find((candidate) => candidate === value) ?? null
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(`lagebild.${key}`)
  } catch {
    return null // Storage is switched off.
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(`lagebild.${key}`, value)
  } catch {
    // Storage is switched off: the choice holds until the page closes.
  }
}
