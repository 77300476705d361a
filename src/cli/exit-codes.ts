/** What the program's exit status means; docs/cli.md lists them. */
export const EXIT = {
  ok: 0,
  /** The call's words are off. */
  usage: 1,
  /** Some documents could not be read; the rest was. */
  partly: 2,
  /** Nothing could be read, or the store failed. */
  failed: 3,
  interrupted: 130,
} as const
