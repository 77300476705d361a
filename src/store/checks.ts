import { parseEdtf } from '../base/calendar.ts'
import { LagebildError } from '../base/errors.ts'
import { asOfBound } from '../chronicle/published.ts'
import type { DecisionAction } from '../chronicle/types.ts'
import { EVENT_TYPES, STATUSES } from '../document/report.ts'

/** @throws LagebildError `as-of-invalid` */
export function asOfOf(asOf: string | undefined): string | null {
  if (asOf === undefined) return null
  const bound = asOfBound(asOf)
  if (bound === null) {
    throw new LagebildError(
      'as-of-invalid',
      `"${asOf}" is no time`,
      'Give a day (2014-01-05) or an ISO 8601 time.',
    )
  }
  return bound
}

/** What would have no effect is refused before it is written down. @throws LagebildError `decision-invalid` */
export function checkAction(action: DecisionAction): void {
  switch (action.kind) {
    case 'accept':
    case 'reject':
    case 'undo':
      return
    case 'merge':
      if (action.mentions.length < 2) throw invalid('A merge needs two mentions', 'Name at least two.')
      return
    case 'split':
      if (action.mentions.length < 1) throw invalid('A split needs a mention', 'Name at least one.')
      return
    case 'set':
      checkValue(action.field, action.value)
      return
    default:
      action satisfies never
  }
}

function checkValue(field: 'type' | 'mode' | 'date' | 'place' | 'status', value: string): void {
  if (field === 'type' && !(EVENT_TYPES as readonly string[]).includes(value)) {
    throw invalid(`"${value}" is no event type`, `One of ${EVENT_TYPES.join(', ')}.`)
  }
  if (field === 'status' && !(STATUSES as readonly string[]).includes(value)) {
    throw invalid(`"${value}" is no status`, `One of ${STATUSES.join(', ')}.`)
  }
  if (field === 'date' && parseEdtf(value) === null) {
    throw invalid(
      `"${value}" is no date`,
      'Give an EDTF date such as 2014, 2014-01, 2014-01-05 or 2014-01-05/2014-01-11.',
    )
  }
  if (value.trim() === '') throw invalid('The value is empty', 'Give one.')
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
