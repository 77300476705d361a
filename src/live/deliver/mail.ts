import { createTransport } from 'nodemailer'
import type { ChannelOf } from './channel.ts'
import { type Envelope, plainOf, subjectOf } from './message.ts'
import { DeliveryError } from './sender.ts'

/**
 * Sends one mail to one recipient. The Message-ID is that of the delivery, so a mail that is sent again after a crash is known as the same;
 * a correction answers the mail that it corrects.
 *
 * @throws DeliveryError; final where the server refuses for good (5xx)
 */
export async function sendMail(
  channel: ChannelOf<'mail'>,
  recipient: string,
  lang: string,
  envelope: Envelope,
  corrected: readonly string[] = [],
): Promise<void> {
  const { host, port, secure, user, passwordEnv, from } = channel
  const pass = passwordEnv === undefined ? undefined : process.env[passwordEnv]
  if (passwordEnv !== undefined && pass === undefined)
    throw new DeliveryError(`the environment has no ${passwordEnv}`, false)
  const transport = createTransport({
    ...{ host, port, secure, connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 },
    ...(user !== undefined && { auth: { user, pass: pass ?? '' } }),
    // What a report says must not make the mailer read files or fetch addresses.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  })
  const domain = from.slice(from.indexOf('@') + 1)
  try {
    await transport.sendMail({
      ...{ from, to: recipient, subject: subjectOf(envelope, lang), text: plainOf(envelope, lang) },
      messageId: `<${envelope.id}@${domain}>`,
      headers: { 'Content-Language': envelope.language, 'Auto-Submitted': 'auto-generated' },
      ...(corrected.length > 0 && {
        inReplyTo: `<${corrected[0]}@${domain}>`,
        references: corrected.map((id) => `<${id}@${domain}>`),
      }),
    })
  } catch (error) {
    const { message, responseCode } = error as Error & { responseCode?: number }
    throw new DeliveryError(
      message,
      responseCode !== undefined && responseCode >= 500 && responseCode !== 535,
    )
  } finally {
    transport.close()
  }
}
