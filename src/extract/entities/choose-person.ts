import type { DayInterval } from '../../base/calendar.ts'
import type { NamedThing, NameIndex } from '../../codebook/name-index.ts'
import type { Tokens } from '../../document/tokens.ts'
import { formAt, nameAt } from './names.ts'

/** What a report says by which bearers of one surname can be told apart. */
export interface ReportContext {
  /** Codebook ids of persons whom the report names in full. */
  readonly named: ReadonlySet<string>
  /** How often each country is named, by name, adjective, government or place. */
  readonly countries: ReadonlyMap<string, number>
  /** When the report was published, where that is given. */
  readonly day: DayInterval | null
}

/** Reads the context off a whole document, once. */
export function contextOf(tokens: Tokens, names: NameIndex, day: DayInterval | null): ReportContext {
  const named = new Set<string>()
  const countries = new Map<string, number>()
  const count = (country: string | null): void => {
    if (country) countries.set(country, (countries.get(country) ?? 0) + 1)
  }
  for (let row = 0; row < tokens.length; row++) {
    const form = formAt(tokens, row)
    count(names.countryOfAdjective(form.slice(form.lastIndexOf('-') + 1)))
    const hyphen = form.indexOf('-')
    if (hyphen > 0) count(names.at(form.slice(0, hyphen))[0]?.thing.country ?? null)
    const match = nameAt(tokens, names, row)
    if (!match) continue
    const others = match.things.filter((t) => t.kind !== 'person')
    // A name that several states' groups bear says nothing of any.
    if (others.length > 0)
      count(others.every((t) => t.country === others[0]!.country) ? others[0]!.country : null)
    else if (match.last > match.first) for (const thing of match.things) named.add(thing.id)
  }
  return { named, countries, day }
}

/** What stands with the name itself. */
export interface Beside {
  readonly role: string | null
  readonly country: string | null
}

/**
 * The bearer of a surname whom the report means, or null where nothing in it speaks for any: a name in full elsewhere, the office and
 * the country beside the name, countries that the report is about, offices held on its day.
 */
export function choosePerson(
  bearers: readonly NamedThing[],
  beside: Beside,
  context: ReportContext,
  names: NameIndex,
): NamedThing | null {
  let best: NamedThing | null = null
  let top = 0
  for (const bearer of bearers) {
    const score = evidenceFor(bearer, beside, context, names)
    if (score > top) {
      best = bearer
      top = score
    }
  }
  return best
}

function evidenceFor(
  bearer: NamedThing,
  { role, country }: Beside,
  context: ReportContext,
  names: NameIndex,
): number {
  const tenures = names.tenuresOf(bearer.id)
  const holds = (wanted: string | null): boolean =>
    tenures.some(
      (t) => (wanted === null || t.role === wanted) && (!context.day || overlapping(t.days, context.day)),
    )
  let score = context.named.has(bearer.id) ? 8 : 0
  if (role !== null) score += holds(role) ? 4 : tenures.some((t) => t.role === role) ? 2 : -2
  if (country !== null && bearer.country !== null) score += country === bearer.country ? 4 : -4
  const mentions = bearer.country === null ? 0 : (context.countries.get(bearer.country) ?? 0)
  if (mentions > 0) score += 1 + Math.min(2, mentions / 5)
  if (context.day && holds(null)) score += 1
  return score
}

const overlapping = (a: DayInterval, b: DayInterval): boolean => a.first <= b.last && b.first <= a.last
