import { hashOf } from '../base/ids.ts'
import type { Store } from '../store/port.ts'
import { isFor } from './deliver/audience.ts'
import { type Channel, recipientsOf } from './deliver/channel.ts'
import { takeBackForgotten } from './forgotten.ts'
import type { Target } from './state/delivery-queue.ts'
import type { KeptRule, LiveState } from './state/live-state.ts'
import { type Step, type StepMemory, stepsSince } from './steps.ts'
import { type Alert, alertsBetween, type Watched, watched } from './watch/alerts.ts'
import type { WatchTables } from './watch/match.ts'
import type { WatchRule } from './watch/rule.ts'
import { dueOf, dueThrough } from './watch/schedule.ts'

type StepSource = Pick<Store, 'readings' | 'decisions' | 'unread' | 'instants' | 'version'>

/**
 * Works through what was recorded since the last time: each step's alerts, deliveries and the cursor are one transaction, and a step that
 * is taken again gives the same alerts under the same ids. So an alert is told once, whenever the process is killed.
 *
 * @returns the alerts that are new
 */
export async function catchUp(
  store: StepSource,
  state: LiveState,
  tables: WatchTables,
  memory: StepMemory = { last: null },
): Promise<Alert[]> {
  const kept = state.rules()
  if (kept.length === 0) return []
  const rules = kept.map((one) => ({ ...one, watched: watched([one.rule], tables)[0]! }))
  // Nobody watched what was recorded before the first rule.
  const start = state.cursor() ?? kept.map(({ addedAt }) => addedAt).sort()[0]!
  const told: Alert[] = []
  for await (const step of stepsSince(store, start, null, memory))
    told.push(...state.transaction(() => take(step, state, rules)))
  return told
}

interface ReadyRule extends KeptRule {
  readonly watched: Watched
}

function take({ at, before, after }: Step, state: LiveState, all: readonly ReadyRule[]): Alert[] {
  // Another process was here first.
  if ((state.cursor() ?? '') >= at) return []
  const rules = all.filter(({ addedAt }) => addedAt < at)
  const own = rules.map((one) => one.watched)
  const found = [
    ...takeBackForgotten({ at, after }, state),
    ...alertsBetween(before, after, at, own, state.standing()),
  ]
  const alerts = found.filter((alert) => state.addAlert(alert))
  for (const alert of alerts) {
    const rule = rules.find((one) => one.rule.id === alert.rule.id)
    // A rule that is gone tells nothing more, not even that it was wrong.
    if (rule !== undefined) schedule(alert, rule, state)
  }
  state.moveCursor(at)
  return alerts
}

function schedule(alert: Alert, { rule, mutedUntil }: KeptRule, state: LiveState): void {
  const now = Date.now()
  if (mutedUntil === 'forever' || (mutedUntil !== null && Date.parse(mutedUntil) > now)) return
  const due = dueOf(rule, now)
  const channels = new Map(state.channels().map((channel) => [channel.name, channel]))
  for (const to of targetsOf(alert, rule, channels, state)) {
    // What was never handed out need not be called back.
    if (isTakenBack(alert) && state.deliveries.withdraw(alert.corrects!, to)) continue
    const { at, together } = dueThrough(channels.get(to.channel) ?? {}, due)
    const what = together ? `digest ${at}` : alert.id
    const id = hashOf('delivery', rule.id, what, to.channel, to.recipient, to.lang).slice(0, 32)
    state.deliveries.add(id, alert.id, to, at)
  }
}

function isTakenBack({ kind, corrects }: Alert): boolean {
  return corrects !== null && (kind === 'retracted' || kind === 'withdrawn')
}

/** Everybody the rule names and the channel is for; what corrects an earlier alert also goes to all who got that, whoever they are. */
function targetsOf(
  { corrects, event, position }: Alert,
  { channels, lang }: WatchRule,
  known: ReadonlyMap<string, Channel>,
  state: LiveState,
): Target[] {
  const matter = { events: event === null ? [] : [event], position: position?.is ?? null }
  const targets = new Map<string, Target>()
  const add = (target: Target) => targets.set(JSON.stringify(Object.values(target)), target)
  for (const name of channels) {
    const channel = known.get(name)
    if (channel === undefined) continue
    for (const { recipient, audiences } of recipientsOf(channel))
      for (const one of lang)
        if (audiences.every((audience) => isFor(audience, one, matter)))
          add({ channel: name, recipient, lang: one })
  }
  if (corrects !== null)
    for (const { channel, recipient, lang } of state.deliveries.recipientsOf(corrects))
      add({ channel, recipient, lang })
  return [...targets.values()]
}
