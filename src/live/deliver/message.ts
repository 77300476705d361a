import type { Bulletin } from '../../render/bulletin.ts'
import { renderBulletinMarkdown } from '../../render/bulletin-markdown.ts'
import { format } from '../../render/messages/format.ts'
import { messagesFor } from '../../render/messages/index.ts'
import { alertInWords, alertPlain } from '../alert-text.ts'
import type { SentBulletin } from '../dispatch/sent-bulletin.ts'
import type { Delivery } from '../state/delivery-queue.ts'
import type { Alert } from '../watch/alerts.ts'

/** What a delivery carries. */
export type Envelope = AlertEnvelope | BulletinEnvelope

/** One alert, or several as a digest. */
export interface AlertEnvelope {
  readonly schema: 'lagebild/delivery@1'
  readonly id: string
  readonly type: 'alert' | 'digest'
  /** When the newest of them came about, ISO 8601 UTC. */
  readonly timestamp: string
  /** BCP 47. */
  readonly language: string
  readonly alerts: readonly (ReturnType<typeof alertInWords> & {
    readonly id: string
    readonly alert: Alert
  })[]
}

/** A version of a bulletin: the first, a correction, or its end. */
export interface BulletinEnvelope
  extends Pick<SentBulletin, 'version' | 'pubstatus' | 'created' | 'notBefore' | 'note'> {
  readonly schema: 'lagebild/delivery@1'
  readonly id: string
  readonly type: 'bulletin'
  /** When this version was made, ISO 8601 UTC. */
  readonly timestamp: string
  /** BCP 47. */
  readonly language: string
  /** The same in all its versions. */
  readonly uri: string
  /** In one line, with what became of it. */
  readonly title: string
  /** Null when it was killed. */
  readonly bulletin: Bulletin | null
}

export function envelopeOf(
  { id, lang }: Pick<Delivery, 'id' | 'lang'>,
  alerts: readonly Alert[],
): AlertEnvelope {
  return {
    ...{ schema: 'lagebild/delivery@1', id, type: alerts.length > 1 ? 'digest' : 'alert' },
    ...{ timestamp: alerts.at(-1)?.at ?? new Date(0).toISOString(), language: messagesFor(lang).locale },
    alerts: alerts.map((alert) => ({ id: alert.id, ...alertInWords(alert, lang), alert })),
  }
}

export function bulletinEnvelope(
  { id, lang }: Pick<Delivery, 'id' | 'lang'>,
  sent: SentBulletin,
): BulletinEnvelope {
  const { locale, changes, patterns } = messagesFor(lang)
  const { version, pubstatus, created, notBefore, note } = sent
  const bulletin = sent.texts[lang]!
  const became = pubstatus === 'canceled' ? changes.retracted : version > 1 ? changes.changed : null
  const title =
    became === null
      ? bulletin.title
      : format(locale, patterns.labelled, { label: became, value: bulletin.title })
  return {
    ...{ schema: 'lagebild/delivery@1', id, type: 'bulletin', timestamp: sent.changed, language: locale },
    ...{ uri: `urn:lagebild:bulletin:${sent.id}:${locale}`, version, pubstatus, created, notBefore, note },
    ...{ title, bulletin: pubstatus === 'canceled' ? null : bulletin },
  }
}

export function subjectOf(envelope: Envelope, lang: string): string {
  if (envelope.type === 'bulletin') return envelope.title
  const { alerts } = envelope
  const { digest } = messagesFor(lang).labels
  return alerts.length === 1 ? alerts[0]!.title : `${digest} (${alerts.length})`
}

export function plainOf(envelope: Envelope, lang: string): string {
  if (envelope.type !== 'bulletin') return `${envelope.alerts.map(alertPlain).join('\n\n----\n\n')}\n`
  const { bulletin, title, note } = envelope
  const told = bulletin === null ? `${title}\n` : renderBulletinMarkdown(bulletin, lang)
  return note === null ? told : `${note}\n\n${told}`
}
