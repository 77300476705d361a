import { messagesFor } from '../../render/messages/index.ts'
import { alertInWords, alertPlain } from '../alert-text.ts'
import type { Delivery } from '../state/delivery-queue.ts'
import type { Alert } from '../watch/alerts.ts'

/** What a delivery carries: one alert, or several as a digest. */
export interface Envelope {
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

export function envelopeOf({ id, lang }: Pick<Delivery, 'id' | 'lang'>, alerts: readonly Alert[]): Envelope {
  return {
    ...{ schema: 'lagebild/delivery@1', id, type: alerts.length > 1 ? 'digest' : 'alert' },
    ...{ timestamp: alerts.at(-1)?.at ?? new Date(0).toISOString(), language: messagesFor(lang).locale },
    alerts: alerts.map((alert) => ({ id: alert.id, ...alertInWords(alert, lang), alert })),
  }
}

export function subjectOf({ alerts }: Envelope, lang: string): string {
  const { digest } = messagesFor(lang).labels
  return alerts.length === 1 ? alerts[0]!.title : `${digest} (${alerts.length})`
}

export function plainOf({ alerts }: Envelope): string {
  return `${alerts.map(alertPlain).join('\n\n----\n\n')}\n`
}
