import { width } from '../base/calendar.ts'
import { type Features, fieldsKey } from './features.ts'
import { hash32 } from './words.ts'

/**
 * Passages that are alike in every field: the smallest thing that is clustered. A thousand reports of one attack come in a few dozen
 * forms, so an event costs what its variety costs, not what its echo does.
 */
export interface Form {
  readonly key: string
  readonly members: Features[]
  /** The member with the smallest id stands for all: a choice that no order of arrival changes. */
  lead: Features
  /** Compatibility with every form that could tell the same event; null: none. */
  scores: Map<Form, number> | null
  block: Block | null
  cluster: Cluster | null
}

/** Forms that strong pairs connect: what has to be clustered anew when one of them changes. */
export interface Block {
  readonly forms: readonly Form[]
}

/** The forms that tell one event. */
export interface Cluster {
  readonly forms: readonly Form[]
}

/** Days within which fields alone may tell one event from another. */
const DATED = 7

/**
 * The form of a passage. Where fields alone do not tell one event from another (words without a figure, a deed without a place), only
 * the same sentence makes the same form. Passages that a person spoke of stand alone, as decisions join and part passages.
 */
export function formKey(features: Features, isDecided: boolean): string {
  const { verbal, both, place, figures, quote, ordinal, id, window } = features
  const isPlaced = place !== null && (place.precision === 'exact' || place.precision === 'near')
  const isDated = window !== null && width(window) <= DATED
  const isTold = !verbal && isDated && (isPlaced || (figures.length > 0 && both.keys.length > 0))
  const told = isTold ? '' : quote === 0 ? id : String(quote)
  const key = `${fieldsKey(features)} ${told} ${ordinal}`
  return isDecided ? `decided ${id}` : hash32(key).toString(36) + hash32(`again ${key}`).toString(36)
}
