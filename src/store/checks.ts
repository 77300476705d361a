import { LagebildError } from '../base/errors.ts'
import { valueFault } from '../chronicle/decisions.ts'
import { asOfBound, noTime } from '../chronicle/published.ts'
import type { DecisionAction } from '../chronicle/types.ts'

/** @throws LagebildError `as-of-invalid` */
export function asOfOf(asOf: string | undefined): string | null {
  if (asOf === undefined) return null
  const bound = asOfBound(asOf)
  if (bound === null) throw noTime(asOf)
  return bound
}

/** What would have no effect is refused before it is written down. @throws LagebildError `decision-invalid` */
export function checkAction(action: DecisionAction): void {
  switch (action.kind) {
    case 'undo':
      return
    case 'accept':
    case 'reject':
      needsMention(action)
      return
    case 'merge':
      if (action.mentions.length < 2) throw invalid('A merge needs two mentions', 'Name at least two.')
      return
    case 'split':
      if (action.mentions.length < 1) throw invalid('A split needs a mention', 'Name at least one.')
      return
    case 'set':
      needsMention(action)
      {
        const fault = valueFault(action.field, action.value)
        if (fault !== null) throw invalid(fault.cause, fault.remedy)
      }
      return
    case 'forget':
      throw invalid('To forget is no plain decision', 'Use `forget`, which erases the text too.')
    default:
      action satisfies never
  }
}

function needsMention({ mentions }: { readonly mentions: readonly unknown[] }): void {
  if (mentions.length < 1) throw invalid('A decision needs a mention', 'Name at least one.')
}

function invalid(cause: string, remedy: string): LagebildError {
  return new LagebildError('decision-invalid', cause, remedy)
}

export function unknownDecision(id: string): LagebildError {
  return new LagebildError(
    'decision-unknown',
    `There is no decision "${id}"`,
    'List the decisions to find its id.',
  )
}
