import type { FigureUnit } from '../../../src/document/report.ts'
import type { EventSummary } from '../../../src/serve/api.ts'
import type { Messages } from '../messages/messages.ts'

/** A figure without where it stands. */
export type Amount = EventSummary['figures'][number]

/** Value and bounds in words: "mindestens 17", "rund 60", "15 bis 20". */
export function formatValue(figure: Amount, m: Messages): string {
  const number = (value: number) => value.toLocaleString(m.locale)
  const { value, min, max, approx } = figure
  if (value !== null) return approx ? m.bound.about(number(value)) : number(value)
  if (min !== null && max !== null) return m.bound.between(number(min), number(max))
  if (min !== null) return m.bound.atLeast(number(min))
  if (max !== null) return m.bound.atMost(number(max))
  return m.bound.uncounted
}

/** Units that say what befell the counted; all others name things, as the counted words do themselves. */
const FATES: ReadonlySet<FigureUnit> = new Set(['killed', 'injured', 'abducted', 'arrested', 'displaced'])

/** What is counted, in the words of the report, and what befell it: "Menschen getötet", "Angriffe". */
export function countedName(counted: string | null, unit: FigureUnit, m: Messages): string {
  if (counted === null) return m.unit[unit]
  return FATES.has(unit) ? `${counted} ${m.unit[unit]}` : counted
}

export interface FigureChip {
  readonly key: string
  readonly label: string
}

/** One chip a unit, all the different values in it side by side: "mindestens 17 / 9 / 23 getötet". */
export function figureChips(figures: readonly Amount[], m: Messages): FigureChip[] {
  const groups = new Map<string, { values: Set<string>; unit: FigureUnit; counted: Set<string | null> }>()
  for (const figure of figures) {
    const key = figure.unit === 'other' ? `other ${figure.counted ?? ''}` : figure.unit
    const group = groups.get(key) ?? { values: new Set(), unit: figure.unit, counted: new Set() }
    group.values.add(formatValue(figure, m))
    group.counted.add(figure.counted)
    groups.set(key, group)
  }
  return [...groups].map(([key, { values, unit, counted }]) => {
    const what = counted.size === 1 ? [...counted][0] : null
    return {
      key,
      label: [[...values].join(' / '), countedName(what ?? null, unit, m)].filter(Boolean).join(' '),
    }
  })
}
