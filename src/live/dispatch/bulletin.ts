import { randomUUID } from 'node:crypto'
import { LagebildError } from '../../base/errors.ts'
import { hashOf } from '../../base/ids.ts'
import type { Chronicle, ChronicleEvent } from '../../chronicle/types.ts'
import { bulletinOf } from '../../render/bulletin.ts'
import { isFor, type Matter } from '../deliver/audience.ts'
import { recipientsOf } from '../deliver/channel.ts'
import type { Target } from '../state/delivery-queue.ts'
import type { LiveState } from '../state/live-state.ts'
import { dueThrough } from '../watch/schedule.ts'
import type { SentBulletin } from './sent-bulletin.ts'

/** What a bulletin is to tell. */
export interface BulletinContent {
  readonly chronicle: Chronicle
  readonly events: readonly ChronicleEvent[]
  readonly languages: readonly string[]
  readonly max?: number
}

export interface SendOptions {
  /** Names of channels; of a correction also to those who never got it. */
  readonly channels: readonly string[]
  /** Ms since 1970. */
  readonly notBefore: number | null
  readonly note?: string | null
}

/**
 * Hands a bulletin to all whom its channels and their recipients' conditions let have it.
 *
 * @throws LagebildError `channel-unknown`, `channel-no-bulletins`, `language-unknown`
 */
export function sendBulletin(
  state: LiveState,
  content: BulletinContent,
  { channels, notBefore, note = null }: SendOptions,
  now = Date.now(),
): SentBulletin {
  const at = new Date(now).toISOString()
  const sent = {
    ...{ id: randomUUID(), version: 1, pubstatus: 'usable', created: at, changed: at, note, channels },
    ...{ notBefore: notBefore === null ? null : new Date(notBefore).toISOString() },
    ...textsOf(content),
  } satisfies SentBulletin
  state.transaction(() => queue(state, sent, [], content.events, now))
  return sent
}

/**
 * Sends a new version at once to all who got, or may have got, an earlier one, whatever their channels' conditions and times are now; and
 * to the others as a first one. What of the earlier ones still waits is not sent.
 *
 * @throws LagebildError `bulletin-unknown`, `bulletin-killed`, and those of `sendBulletin`
 */
export function correctBulletin(
  state: LiveState,
  id: string,
  content: BulletinContent,
  { channels, notBefore, note = null }: SendOptions,
  now = Date.now(),
): SentBulletin {
  return state.transaction(() => {
    const last = lastOf(state, id)
    // Whoever had it in a language has to get the correction in it.
    const languages = [...new Set([...Object.keys(last.texts), ...content.languages])]
    const next = textsOf({ ...content, languages })
    const sent: SentBulletin = {
      ...{ ...last, version: last.version + 1, changed: new Date(now).toISOString(), note, ...next },
      channels: [...new Set([...last.channels, ...channels])],
      notBefore: notBefore === null ? last.notBefore : new Date(notBefore).toISOString(),
    }
    queue(state, sent, state.deliveries.recallBulletin(id), content.events, now)
    return sent
  })
}

/**
 * Calls a bulletin back: at once to all who got it, or may have got it, and to nobody else.
 *
 * @throws LagebildError `bulletin-unknown`, `bulletin-killed`
 */
export function killBulletin(
  state: LiveState,
  id: string,
  note: string | null,
  now = Date.now(),
): SentBulletin {
  return state.transaction(() => {
    const last = lastOf(state, id)
    const changed = new Date(now).toISOString()
    const sent: SentBulletin = { ...last, version: last.version + 1, pubstatus: 'canceled', changed, note }
    state.bulletins.add(sent)
    for (const to of state.deliveries.recallBulletin(id)) deliver(state, sent, to, now)
    return sent
  })
}

function queue(
  state: LiveState,
  sent: SentBulletin,
  had: readonly Target[],
  events: readonly ChronicleEvent[],
  now: number,
): void {
  state.bulletins.add(sent)
  const keyOf = ({ channel, recipient, lang }: Target) => JSON.stringify([channel, recipient, lang])
  const known = new Set(had.map(keyOf))
  for (const to of had) deliver(state, sent, to, now)
  const first = Math.max(now, sent.notBefore === null ? now : Date.parse(sent.notBefore))
  for (const { to, at } of audienceOf(state, sent, { events, position: null }, first))
    if (!known.has(keyOf(to))) deliver(state, sent, to, at)
}

function audienceOf(
  state: LiveState,
  { channels, texts }: SentBulletin,
  matter: Matter,
  due: number,
): { readonly to: Target; readonly at: number }[] {
  const known = new Map(state.channels().map((channel) => [channel.name, channel]))
  return channels.flatMap((name) => {
    const channel = known.get(name)
    if (channel === undefined)
      throw new LagebildError(
        'channel-unknown',
        `There is no channel "${name}"`,
        'See `lagebild channel list`.',
      )
    if (channel.kind === 'feed')
      throw new LagebildError(
        'channel-no-bulletins',
        `The channel "${name}" writes feeds of alerts, not bulletins`,
        '`lagebild publish` writes bulletins with their feeds.',
      )
    const { at } = dueThrough(channel, { at: due, together: false })
    return recipientsOf(channel).flatMap(({ recipient, audiences }) =>
      Object.keys(texts)
        .filter((lang) => audiences.every((audience) => isFor(audience, lang, matter)))
        .map((lang) => ({ to: { channel: name, recipient, lang }, at })),
    )
  })
}

function deliver(state: LiveState, { id, version }: SentBulletin, to: Target, at: number): void {
  const delivery = hashOf('bulletin', id, String(version), to.channel, to.recipient, to.lang).slice(0, 32)
  state.deliveries.addBulletin(delivery, id, version, to, at)
}

function textsOf({
  chronicle,
  events,
  languages,
  max,
}: BulletinContent): Pick<SentBulletin, 'texts' | 'sources'> {
  const texts = Object.fromEntries(
    languages.map((language) => [
      language,
      bulletinOf(chronicle, events, { language, ...(max !== undefined && { max }) }),
    ]),
  )
  const sources = new Map(
    events.flatMap(({ mentions }) =>
      mentions.map(({ report, text }) => [`${report}\n${text}`, { report, text }]),
    ),
  )
  return { texts, sources: [...sources.values()] }
}

function lastOf(state: LiveState, id: string): SentBulletin {
  const last = state.bulletins.latest(id)
  if (last === null)
    throw new LagebildError(
      'bulletin-unknown',
      `No bulletin "${id}" was sent`,
      'See `lagebild dispatch list`.',
    )
  if (last.pubstatus === 'canceled')
    throw new LagebildError('bulletin-killed', `The bulletin "${id}" was killed`, 'Send a new one.')
  return last
}
