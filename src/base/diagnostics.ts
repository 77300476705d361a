import { type Span, span } from './spans.ts'

export type Severity = 'info' | 'warning' | 'error'

/** What went wrong, or is doubtful, in one document. It travels in the report and never stops the others. */
export interface Diagnostic {
  /** Stable, kebab-case, e.g. `encoding-damaged`. */
  readonly code: string
  readonly severity: Severity
  /** Cause and remedy in one English sentence or two. */
  readonly message: string
  readonly from: number
  readonly to: number
}

export function diagnostic(
  code: string,
  severity: Severity,
  message: string,
  at: Span = span(0, 0),
): Diagnostic {
  return { code, severity, message, from: at.from, to: at.to }
}
