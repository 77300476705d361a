import { LagebildError } from '../../base/errors.ts'
import { FIRST_YEAR, MONTHS } from './axis.ts'
import { BINS, type EvidenceKind, KINDS } from './evidence.ts'
import { WINDOWS, type WordTimes } from './words.ts'

/** Weights of the log-linear model over months; what `train/dating` writes. */
export interface DatingModel {
  /** Natural logarithm of the share of reports by month, before anything is read. */
  readonly prior: Float64Array
  /** By kind of evidence and bin of distance, what a piece adds to the logarithm of a month's chance. */
  readonly weights: Readonly<Record<EvidenceKind, Float64Array>>
  /** By window, how much the words count. */
  readonly words: readonly number[]
  readonly times: WordTimes
  /** Share of the chances that the interval holds. */
  readonly mass: number
}

/** The file's shape: years count from the start of the axis, quarters as well. */
export interface DatingModelFile {
  readonly mass: number
  /** Share of reports by year from the start of the axis, summing to 1. */
  readonly years: readonly number[]
  readonly weights: Readonly<Record<string, readonly number[]>>
  readonly words: readonly number[]
  /** Number of reports by quarter, from the first quarter with any. */
  readonly reports: { readonly first: number; readonly counts: readonly number[] }
  /** A word a line: the word, a tab, and a character a report, by quarter from `reports.first` on: `0` is that quarter. */
  readonly seen: string
}

/** @throws LagebildError `dating-model` when the file is not of this shape. */
export function readDatingModel(json: string): DatingModel {
  const file = JSON.parse(json) as DatingModelFile
  const fits =
    file.years?.length === MONTHS / 12 &&
    KINDS.every((kind) => file.weights?.[kind]?.length === BINS) &&
    file.words?.length === WINDOWS.length
  if (!fits)
    throw new LagebildError(
      'dating-model',
      'The weights for dating are of another version than this program',
      'Train them anew: npm run train:dating.',
    )
  const { first, counts } = file.reports
  return {
    mass: file.mass,
    prior: Float64Array.from({ length: MONTHS }, (_, m) => Math.log(file.years[Math.floor(m / 12)]! / 12)),
    weights: Object.fromEntries(
      KINDS.map((kind) => [kind, Float64Array.from(file.weights[kind]!)]),
    ) as unknown as DatingModel['weights'],
    words: file.words,
    times: {
      reports: new Map(counts.map((count, i) => [first + i, count])),
      words: new Map(
        file.seen
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => {
            const [word, quarters] = line.split('\t')
            return [word!, [...quarters!].map((c) => first + c.charCodeAt(0) - ZERO)]
          }),
      ),
    },
  }
}

const ZERO = '0'.charCodeAt(0)
/** The file that {@link readDatingModel} reads. Weights keep three digits. */
export function writeDatingModel(model: DatingModel): string {
  const quarters = [...model.times.reports.keys()]
  const first = Math.min(...quarters)
  const counts = Array.from(
    { length: Math.max(...quarters) - first + 1 },
    (_, i) => model.times.reports.get(first + i) ?? 0,
  )
  const round = (x: number) => Math.round(x * 1000) / 1000
  const file: DatingModelFile = {
    mass: model.mass,
    years: Array.from({ length: MONTHS / 12 }, (_, y) =>
      Number((12 * Math.exp(model.prior[y * 12]!)).toPrecision(4)),
    ),
    weights: Object.fromEntries(KINDS.map((kind) => [kind, [...model.weights[kind]].map(round)])),
    words: model.words.map(round),
    reports: { first, counts },
    seen: [...model.times.words]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([word, seen]) =>
          `${word}\t${[...seen]
            .sort((a, b) => a - b)
            .map((q) => String.fromCharCode(ZERO + q - first))
            .join('')}`,
      )
      .join('\n'),
  }
  return `${JSON.stringify(file, null, 1)}\n`
}

/** Shares of reports by year, for {@link DatingModel.prior}. @param weigh any positive weight of a year */
export function priorOf(weigh: (year: number) => number): Float64Array {
  const years = Array.from({ length: MONTHS / 12 }, (_, i) => weigh(FIRST_YEAR + i))
  const total = years.reduce((a, b) => a + b, 0)
  return Float64Array.from({ length: MONTHS }, (_, m) => Math.log(years[Math.floor(m / 12)]! / total / 12))
}
