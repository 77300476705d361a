const FRONT_MATTER =
  /^\uFEFF?---[ \t]*\r?\n(?<fields>(?:(?:\w[\w-]*[ \t]*:|[ \t]+\S|-[ \t]|#)[^\n]*\n|[ \t]*\r?\n){1,60})---[ \t]*(?:\r?\n|$)/u

/** Length of the front matter that opens a text; 0 when there is none. */
export function frontMatterLength(text: string): number {
  return FRONT_MATTER.exec(text.slice(0, 8000))?.[0].trimEnd().length ?? 0
}

/** Value of the first of these fields; null when the front matter has none. */
export function frontMatterField(words: string, names: readonly string[]): string | null {
  for (const name of names) {
    const value = new RegExp(String.raw`^${name}[ \t]*:[ \t]*(?<value>[^\n]*)$`, 'imu').exec(words)?.groups
      ?.value
    const bare = value
      ?.trim()
      .replace(/^["'[]+|["'\]]+$/gu, '')
      .trim()
    if (bare) return bare
  }
  return null
}
