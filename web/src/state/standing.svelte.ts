import type { CoverageAnswer } from '../../../src/serve/api.ts'

/** What the views stand on, as the last answer said. */
class Standing {
  coverage = $state.raw<CoverageAnswer['coverage'] | null>(null)

  note({ coverage }: Partial<CoverageAnswer>): void {
    if (coverage) this.coverage = coverage
  }
}

export const standing = new Standing()
