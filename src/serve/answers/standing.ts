import type { Chronicle } from '../../chronicle/types.ts'
import type { CoverageAnswer } from '../api.ts'

/** What an answer stands on; part of every one. */
export function standingOf({ asOf, coverage }: Chronicle): CoverageAnswer {
  return { asOf, coverage }
}
