import { FEED_LENGTH } from '../../render/feed.ts'
import type { Delivery, Outcome } from '../state/delivery-queue.ts'
import type { LiveState } from '../state/live-state.ts'
import type { Channel } from './channel.ts'
import { alertFeed } from './feed.ts'
import { writeWhole } from './folder.ts'
import { sendMail } from './mail.ts'
import { bulletinEnvelope, type Envelope, envelopeOf } from './message.ts'
import { sendNinjs } from './ninjs.ts'
import { DeliveryError } from './sender.ts'
import { sendWebhook } from './webhook.ts'

/** Deliveries that are under way at a time. */
const PARALLEL = 64
/** Results that are written down together: one flush of the disk for many deliveries. */
const BATCH = 256

/**
 * Delivers all that is due and returns how many tries that took. What fails is put off by its channel's schedule and becomes a dead letter
 * after the last try. Results are on the disk in batches; what a crash cut off before is tried again under its old id.
 */
export async function deliverDue(state: LiveState, now: () => number = Date.now): Promise<number> {
  const channels = new Map(state.channels().map((channel) => [channel.name, channel]))
  let tries = 0
  state.deliveries.releaseDead(now())
  for (;;) {
    const due = state.deliveries.claim(BATCH, now())
    if (due.length === 0) return tries
    tries += due.length
    state.deliveries.settle(await inParallel(due, (delivery) => tryOnce(delivery, channels, state, now)))
  }
}

async function tryOnce(
  delivery: Delivery,
  channels: ReadonlyMap<string, Channel>,
  state: LiveState,
  now: () => number,
): Promise<Outcome> {
  const { id, channel: name, tries } = delivery
  const channel = channels.get(name)
  if (channel === undefined)
    return { id, state: 'dead', dueAt: now(), error: `there is no channel "${name}" any more` }
  try {
    await send(channel, delivery, state)
    return { id, state: 'sent', dueAt: now(), error: null }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const wait = channel.retries[tries - 1]
    const isOver = wait === undefined || (error instanceof DeliveryError && error.final)
    // Many that failed together shall not all come back together.
    const spread = 1 + Math.random() * 0.1
    return {
      id,
      state: isOver ? 'dead' : 'pending',
      dueAt: now() + (wait ?? 0) * 1000 * spread,
      error: message,
    }
  }
}

async function send(channel: Channel, delivery: Delivery, state: LiveState): Promise<void> {
  const bulletin = state.deliveries.bulletinOf(delivery.id)
  if (bulletin !== null) return sendBulletinVersion(channel, delivery, bulletin, state)
  const alerts = state.deliveries.alertsOf(delivery.id)
  if (channel.kind === 'feed') {
    for (const rule of new Map(alerts.map((alert) => [alert.rule.id, alert.rule])).values()) {
      const files = alertFeed(rule, channel.url, delivery.lang, state.alerts(rule.id, FEED_LENGTH))
      for (const [name, content] of files) writeWhole(channel.path, name, content)
    }
    return
  }
  const corrected = alerts.flatMap(({ corrects }) =>
    corrects === null ? [] : state.deliveries.deliveriesTo(corrects, delivery),
  )
  return sendEnvelope(channel, delivery, envelopeOf(delivery, alerts), corrected)
}

async function sendBulletinVersion(
  channel: Channel,
  delivery: Delivery,
  { bulletin, version }: { readonly bulletin: string; readonly version: number },
  state: LiveState,
): Promise<void> {
  const newest = state.bulletins.latest(bulletin)!
  // A try that was put off must not come after the correction that took its place.
  if (newest.version > version)
    throw new DeliveryError(`version ${newest.version} has taken the place of version ${version}`, true)
  if (channel.kind === 'feed') throw new DeliveryError('a channel of feeds takes no bulletins', true)
  const earlier = state.deliveries.bulletinDeliveriesTo(bulletin, delivery).filter((id) => id !== delivery.id)
  return sendEnvelope(channel, delivery, bulletinEnvelope(delivery, newest), earlier)
}

async function sendEnvelope(
  channel: Exclude<Channel, { kind: 'feed' }>,
  { id, lang, recipient }: Delivery,
  envelope: Envelope,
  corrected: readonly string[],
): Promise<void> {
  switch (channel.kind) {
    case 'webhook':
      return sendWebhook(channel, envelope)
    case 'ninjs':
      return sendNinjs(channel, envelope, lang)
    case 'folder':
      return writeWhole(
        channel.path,
        `${envelope.timestamp.replaceAll(':', '')}-${id}.json`,
        jsonOf(envelope),
      )
    case 'mail':
      return sendMail(channel, recipient, lang, envelope, corrected)
    default:
      return channel satisfies never
  }
}

function jsonOf(envelope: Envelope): string {
  return `${JSON.stringify(envelope, null, 2)}\n`
}

async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  let next = 0
  const lane = async () => {
    while (next < items.length) {
      const index = next++
      results[index] = await work(items[index]!)
    }
  }
  await Promise.all(Array.from({ length: Math.min(PARALLEL, items.length) }, lane))
  return results
}
