import { LagebildError } from '../../../base/errors.ts'

/** What is decided by weighing all that a report offers: of an event who, whom, where and when, and whether it is one of its type at all. */
export const QUESTIONS = ['actor', 'recipient', 'place', 'date', 'right'] as const
export type Question = (typeof QUESTIONS)[number]

/** By feature, what it adds to the logarithm of an option's chance. */
export type Weights = ReadonlyMap<string, number>
export type ChoiceWeights = Readonly<Record<Question, Weights>>

/** @throws LagebildError `choice-weights` when the text is not what `train/events` writes. */
export function readChoiceWeights(json: string): ChoiceWeights {
  const file = JSON.parse(json) as Partial<Record<Question, Record<string, number>>>
  if (!QUESTIONS.every((question) => typeof file[question] === 'object'))
    throw new LagebildError(
      'choice-weights',
      'The weights for the sides of events are of another version than this program',
      'Train them anew: npm run train:events.',
    )
  return Object.fromEntries(
    QUESTIONS.map((question) => [question, new Map(Object.entries(file[question]!))]),
  ) as unknown as ChoiceWeights
}

/** The text that {@link readChoiceWeights} reads. Weights keep two digits; those that round to nothing are left out. */
export function writeChoiceWeights(weights: ChoiceWeights): string {
  const file = Object.fromEntries(
    QUESTIONS.map((question) => [
      question,
      Object.fromEntries(
        [...weights[question]]
          .map(([feature, weight]) => [feature, Math.round(weight * 100) / 100] as const)
          .filter(([, weight]) => weight !== 0)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    ]),
  )
  return `${JSON.stringify(file, null, 1)}\n`
}

/** Sum of an option's weights; a feature that training never saw counts nothing. */
export function scoreOf(features: readonly string[], weights: Weights): number {
  let sum = 0
  for (const feature of features) sum += weights.get(feature) ?? 0
  return sum
}

/** Chances of options with these scores, in their order, summing to 1. */
export function chancesOf(scores: readonly number[]): number[] {
  const most = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - most))
  const sum = powers.reduce((a, b) => a + b, 0)
  return powers.map((power) => power / sum)
}
