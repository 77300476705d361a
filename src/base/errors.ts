/**
 * Every failure that a user may meet: a stable code, the cause, and what to do about it.
 * Thrown only where nothing sensible can go on; a bad document becomes a {@link Diagnostic} instead.
 */
export class LagebildError extends Error {
  readonly code: string
  /** What the user can do about it, one sentence. */
  readonly remedy: string

  constructor(code: string, cause: string, remedy: string, options?: { cause?: unknown }) {
    super(`${cause} (${code}). ${remedy}`, options)
    this.name = 'LagebildError'
    this.code = code
    this.remedy = remedy
  }
}
