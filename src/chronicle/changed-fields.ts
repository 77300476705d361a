import type { Chronicle, ChronicleEvent, Party } from './types.ts'

/** A field that has another value now; both in words of the report schema, for programs and people alike. */
export interface ChangedField {
  readonly field: string
  readonly before: string | number | null
  readonly after: string | number | null
}

type Value = ChangedField['before']
type FieldOf = (event: ChronicleEvent, chronicle: Chronicle) => Value

/** What an editor would want to hear of. Confidence and the like move with every reading and are left out. */
const FIELDS: readonly (readonly [name: string, read: FieldOf])[] = [
  ['type', ({ type }) => type],
  ['mode', ({ mode }) => mode],
  ['actors', ({ actors }) => names(actors)],
  ['recipients', ({ recipients }) => names(recipients)],
  ['place', ({ place }) => place?.name ?? null],
  ['date', ({ date }) => date?.edtf ?? null],
  ['status', ({ status }) => status],
  ['aux', ({ aux }) => aux],
  ['review', ({ review }) => review],
  ['retracted', ({ retracted }) => String(retracted)],
  ['figures', figures],
  [
    'contradictions',
    ({ id }, { contradictions }) =>
      contradictions.filter(({ event, resolved }) => event === id && resolved === null).length,
  ],
  ['independentSources', ({ independentSources }) => independentSources],
  ['mentions', ({ mentions }) => mentions.length],
]

export function changedFields(
  before: ChronicleEvent,
  after: ChronicleEvent,
  then: Chronicle,
  now: Chronicle,
): ChangedField[] {
  return FIELDS.map(([field, read]) => ({
    field,
    before: read(before, then),
    after: read(after, now),
  })).filter((change) => change.before !== change.after)
}

function names(parties: readonly Party[]): string | null {
  return parties.length === 0 ? null : parties.map(({ name }) => name).join('; ')
}

function figures({ figures }: ChronicleEvent): string | null {
  const told = figures.map(({ figure: { unit, value, min, max, approx } }) => {
    const number = min === null && max === null ? (value ?? '?') : `${min ?? ''}..${max ?? ''}`
    return `${approx ? '~' : ''}${number} ${unit}`
  })
  return told.length === 0 ? null : [...new Set(told)].sort().join('; ')
}
