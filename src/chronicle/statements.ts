import type { Contradiction } from './types.ts'

export type Statement = Contradiction['left']
/** Of many pairs that say the same (`about`), the first stands for all. */
export type Add = (
  kind: Contradiction['kind'],
  pair: readonly [Statement, Statement],
  message: string,
  about: string,
  resolved: Contradiction['resolved'],
) => void
