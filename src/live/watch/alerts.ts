import { hashOf } from '../../base/ids.ts'
import type { Cause } from '../../chronicle/causes.ts'
import { type Change, changesBetween } from '../../chronicle/changes.ts'
import type { ChronicleEvent, PositionReading, View } from '../../chronicle/types.ts'
import { type Fact, factsOf } from './facts.ts'
import { type Matcher, matcherOf, type WatchTables } from './match.ts'
import { positionChanges } from './positions.ts'
import type { WatchRule } from './rule.ts'

export type AlertKind = Fact['kind'] | 'position' | 'settled' | 'withdrawn' | 'retracted'

/** One thing that a rule's owner is told, once. It holds all that is needed to tell it in any language. */
export interface Alert {
  readonly schema: 'lagebild/alert@1'
  readonly id: string
  readonly rule: { readonly id: string; readonly name: string }
  /** When that was recorded which it stands on, ISO 8601 UTC. */
  readonly at: string
  readonly kind: AlertKind
  /** The earlier alert that no longer holds. */
  readonly corrects: string | null
  /** As it is now; of a retracted one as it was; null of a position. */
  readonly event: ChronicleEvent | null
  readonly before: ChronicleEvent | null
  /** The fact that came, changed or went, for programs: `figure killed 15`. */
  readonly fact: string
  readonly was: string | null
  readonly is: string | null
  readonly position: { readonly was: PositionReading; readonly is: PositionReading } | null
  readonly causes: readonly Cause[]
  /** The sentence it stands on, in the words of the report. */
  readonly sentence: {
    readonly quote: string
    readonly report: string
    readonly from: number
    readonly to: number
  }
  readonly source: {
    readonly outlet: string | null
    readonly agency: readonly string[]
    readonly url: string | null
    readonly published: string | null
  }
}

/** Alerts that hold still, by rule, fact and event: what may have to be taken back. */
export interface Standing {
  /** The alert about a fact of an event, under any of the event's ids. */
  find(rule: string, fact: string, events: readonly string[]): string | null
  put(rule: string, fact: string, event: string, alert: string): void
  drop(rule: string, fact: string, events: readonly string[]): void
}

export interface Watched {
  readonly rule: WatchRule
  readonly matches: Matcher
}

export function watched(rules: readonly WatchRule[], tables: WatchTables): Watched[] {
  return rules.map((rule) => ({ rule, matches: matcherOf(rule, tables) }))
}

/**
 * The alerts of one step from one view of the chronicle to the next. Depends on the views, the rules and what stands alone, so a step that
 * is taken again after a crash gives the same alerts under the same ids.
 *
 * @param at the time of recording that lies between the two views
 */
export function alertsBetween(
  before: View,
  after: View,
  at: string,
  rules: readonly Watched[],
  standing: Standing,
): Alert[] {
  const bounds = { before: new Date(Date.parse(at) - 1).toISOString(), after: at }
  const alerts: Alert[] = []
  for (const change of changesBetween(before, after, bounds))
    for (const one of rules) alerts.push(...ofChange(change, before, after, at, one, standing))
  for (const one of rules)
    if (one.rule.on.includes('position')) alerts.push(...ofPositions(before, after, at, one.rule))
  return alerts
}

function ofChange(
  change: Change,
  before: View,
  after: View,
  at: string,
  { rule, matches }: Watched,
  standing: Standing,
): Alert[] {
  const { kind, event, before: was, causes } = change
  const held = (one: ChronicleEvent | null, view: View) =>
    one !== null && matches(one, view.chronicle)
      ? factsOf(one, view.chronicle, rule.on)
      : new Map<string, Fact>()
  const then = held(was, before)
  const now = held(kind === 'retracted' ? null : event, after)
  // What was taken in goes on under this event's name.
  const ids = [event.id, ...event.aliases, ...(was === null ? [] : [was.id]), ...change.mergedFrom]
  const alerts: Alert[] = []
  const add = (
    alertKind: AlertKind,
    fact: string,
    old: Fact | null,
    fresh: Fact | null,
    corrects: string | null,
  ) => {
    const base = {
      rule: { id: rule.id, name: rule.name },
      at,
      kind: alertKind,
      corrects,
      event,
      before: was,
      fact,
    }
    alerts.push({
      ...{
        schema: 'lagebild/alert@1',
        id: hashOf('alert', rule.id, at, alertKind, event.id, fact).slice(0, 32),
      },
      ...base,
      ...{ was: old?.value ?? null, is: fresh?.value ?? null, position: null, causes },
      ...spokenBy(event, at),
    })
    return alerts.at(-1)!
  }
  for (const [key, fact] of now) {
    const old = then.get(key) ?? null
    if (fact.stands) {
      const known = standing.find(rule.id, key, ids)
      if (known !== null) standing.put(rule.id, key, event.id, known)
      else if (old === null && !(fact.kind === 'contradiction' && !rule.on.includes('contradiction')))
        standing.put(rule.id, key, event.id, add(fact.kind, key, null, fact, null).id)
    } else if (old !== null && old.value !== fact.value) add(fact.kind, key, old, fact, null)
  }
  for (const [key, fact] of then) {
    if (!fact.stands || now.has(key)) continue
    const known = standing.find(rule.id, key, ids)
    standing.drop(rule.id, key, ids)
    const isEnd = fact.kind === 'contradiction' && kind !== 'retracted'
    if (known === null && !(isEnd && rule.on.includes('contradiction-ended'))) continue
    add(isEnd ? 'settled' : kind === 'retracted' ? 'retracted' : 'withdrawn', key, fact, null, known)
  }
  return alerts
}

/** The mention that came in at this time, else the first. */
function spokenBy(event: ChronicleEvent, at: string): Pick<Alert, 'sentence' | 'source'> {
  const { evidence, report, outlet, agency, url, published } =
    event.mentions.find(({ recordedAt }) => recordedAt === at) ?? event.mentions[0]!
  return { sentence: { ...evidence, report }, source: { outlet, agency, url, published } }
}

function ofPositions(before: View, after: View, at: string, rule: WatchRule): Alert[] {
  return positionChanges(before.chronicle.positions, after.chronicle.positions, rule).map(({ was, is }) => {
    const fact = `position ${is.holder.key} ${is.topicKey}`
    const report = after.readings.find(({ report }) => report.id === is.report)?.report
    return {
      ...{ schema: 'lagebild/alert@1', id: hashOf('alert', rule.id, at, 'position', fact).slice(0, 32) },
      ...{
        rule: { id: rule.id, name: rule.name },
        at,
        kind: 'position',
        corrects: null,
        event: null,
        before: null,
      },
      ...{ fact, was: was.stance, is: is.stance, position: { was, is }, causes: [] },
      sentence: { ...is.evidence, report: is.report },
      source: {
        ...{ outlet: report?.source.outlet ?? null, agency: report?.source.agency ?? [] },
        ...{ url: report?.source.url ?? null, published: is.published },
      },
    }
  })
}
