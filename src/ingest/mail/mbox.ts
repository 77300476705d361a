import { ByteBuilder, type ByteLine } from '../byte-lines.ts'

export interface MboxMessage {
  /** From 1. */
  readonly number: number
  /** Empty where it was longer than the limit. */
  readonly bytes: Uint8Array
  readonly isTooLong: boolean
}

const FROM = [...Buffer.from('From ')]
const NEWLINE = Uint8Array.of(10)

/** The mails of a mailbox file (mboxrd, RFC 4155), one after the other as they come; of one never more than `maxBytes` are held. */
export async function* mboxMessages(
  lines: AsyncIterable<ByteLine>,
  maxBytes: number,
): AsyncGenerator<MboxMessage> {
  let number = 0
  const built = new ByteBuilder()
  let isTooLong = false
  let isAfterBlank = true
  const take = (): MboxMessage => {
    const message = { number, bytes: built.take(), isTooLong }
    isTooLong = false
    return message
  }
  for await (const line of lines) {
    if (isAfterBlank && begins(line.bytes, 0)) {
      if (number > 0) yield take()
      number++
    } else {
      // `>From` in the text stands for `From`.
      const quotes = line.bytes.findIndex((byte) => byte !== 62)
      const bytes = quotes > 0 && begins(line.bytes, quotes) ? line.bytes.subarray(1) : line.bytes
      isTooLong ||= line.isTooLong || built.size + bytes.length >= maxBytes
      if (isTooLong) built.clear()
      else {
        built.add(bytes)
        built.add(NEWLINE)
      }
    }
    isAfterBlank = line.bytes.length === 0 || (line.bytes.length === 1 && line.bytes[0] === 13)
  }
  if (number > 0) yield take()
}

function begins(bytes: Uint8Array, at: number): boolean {
  return FROM.every((byte, index) => bytes[at + index] === byte)
}

const MAIL_HEADERS =
  /^(?:received|return-path|delivered-to|message-id|mime-version|dkim-signature|from|to|subject|date|content-type|reply-to|sender|x-[\w-]{1,40}):/iu
/** What no article's own heading has. */
const CERTAIN = /^(?:received|return-path|delivered-to|message-id|mime-version|dkim-signature):/iu

/** Whether a text begins like a mail: heading lines of which one is of mails alone, and a sender. */
export function isMail(head: string): boolean {
  const lines = head.slice(0, 8000).split(/\r?\n/u)
  const end = lines.indexOf('')
  const heading = (end < 0 ? lines.slice(0, -1) : lines.slice(0, end)).filter((line) => !/^\s/u.test(line))
  const known = heading.filter((line) => MAIL_HEADERS.test(line)).length
  return (
    known >= 3 &&
    heading.every((line) => /^[\w-]{1,80}:/u.test(line)) &&
    heading.some((line) => CERTAIN.test(line)) &&
    heading.some((line) => /^from:/iu.test(line))
  )
}

/** Whether a text begins like a mailbox: a line `From sender date`, then a heading. */
export function isMbox(head: string): boolean {
  const [first = '', second = ''] = head.slice(0, 2000).split(/\r?\n/u, 2)
  return /^From \S{1,300} .{0,60}\d{4}(?: .{0,20})?$/u.test(first) && /^>?[\w-]{1,80}[: ]/u.test(second)
}
