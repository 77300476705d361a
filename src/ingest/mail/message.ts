import PostalMime, { type Email } from 'postal-mime'
import { type Diagnostic, diagnostic } from '../../base/diagnostics.ts'
import { parsePage } from '../html/parse.ts'
import { type Origin, unread } from '../items.ts'
import { embargoIn, isEmbargoLine } from '../news/embargo-line.ts'
import { NO_NEWS, newsItem } from '../news/news-item.ts'
import { type NewsPart, paragraphsOf, partsOf } from '../news/news-text.ts'
import type { IngestItem, ReadOptions } from '../types.ts'

/** Bounds of what one mail may hold; bytes and levels. */
const LIMITS = { maxHeadersSize: 256 * 1024, maxNestingDepth: 20, maxRfc822NestingDepth: 2 }
/** Where the plain text is so much shorter than the marked one it is a mere notice. */
const NOTICE = 0.4

export interface Attachment {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** A mail as a report, and what is attached to it. */
export async function mailItem(
  bytes: Uint8Array,
  origin: Origin,
  options: ReadOptions,
): Promise<{ readonly item: IngestItem; readonly attachments: readonly Attachment[] }> {
  let email: Email
  try {
    email = await PostalMime.parse(bytes, LIMITS)
  } catch (error) {
    return { item: unreadable(origin.id, error), attachments: [] }
  }
  const { messageId, subject, date, from } = email
  const parts = bodyOf(email)
  const attachments = email.attachments.flatMap((one) =>
    typeof one.content === 'string' || one.related === true
      ? []
      : [{ name: one.filename ?? '', type: one.mimeType, bytes: new Uint8Array(one.content) }],
  )
  if (parts.length === 0 && attachments.length > 0)
    return {
      item: unread(
        origin.id,
        'no-text',
        'info',
        'The mail has no text of its own; what is attached was read.',
      ),
      attachments,
    }
  const supersedes = header(email, 'supersedes') ?? header(email, 'replaces')
  const record = {
    ...NO_NEWS,
    uri: messageId === undefined ? null : `mid:${idOf(messageId)}`,
    embargoed: embargoIn(`${subject ?? ''}\n${parts.map(({ text }) => text).join('\n')}`),
    replaces: supersedes === null ? [] : [{ uri: `mid:${idOf(supersedes)}`, as: 'version' as const }],
    keywords: header(email, 'keywords')?.split(',') ?? [],
    title: subject ?? null,
    parts,
    provider: from === undefined ? null : from.name || (from.address?.split('@').at(-1) ?? null),
    language: header(email, 'content-language'),
    published: date ?? null,
  }
  const damaged = parts.some(({ text }) => text.includes('\ufffd')) ? [replaced()] : []
  return { item: newsItem(record, origin, damaged, options), attachments }
}

function bodyOf({ text, html }: Email): NewsPart[] {
  const plain = text === undefined ? [] : plainParts(text)
  const marked = html === undefined ? [] : partsOf(parsePage(html).root)
  const parts = lengthOf(plain) >= NOTICE * lengthOf(marked) ? plain : marked
  return parts.map((part) => (isEmbargoLine(part.text) ? { ...part, kind: 'furniture' } : part))
}

function lengthOf(parts: readonly NewsPart[]): number {
  return parts.reduce((sum, { text }) => sum + text.length, 0)
}

/** Signature and what is quoted from mails before are not the report. */
function plainParts(text: string): NewsPart[] {
  const lines = text.replace(/\r/gu, '').split('\n')
  const signature = lines.findIndex((line) => /^-- ?$/u.test(line))
  const own = signature < 0 ? lines : lines.slice(0, signature)
  const quoted = own.filter((line) => /^\s?>/u.test(line)).map((line) => line.replace(/^[\s>]+/u, ''))
  const parts = (kind: NewsPart['kind'], some: readonly string[]) =>
    paragraphsOf(some.join('\n')).map((one): NewsPart => ({ kind, text: one }))
  return [
    ...parts(
      'body',
      own.filter((line) => !/^\s?>/u.test(line)),
    ),
    ...parts('furniture', quoted),
    ...(signature < 0 ? [] : parts('furniture', lines.slice(signature + 1))),
  ]
}

function header(email: Email, key: string): string | null {
  return email.headers.find((one) => one.key === key)?.value.slice(0, 500) ?? null
}

function idOf(messageId: string): string {
  return messageId.trim().replace(/^<|>$/gu, '').slice(0, 250)
}

function replaced(): Diagnostic {
  return diagnostic(
    'encoding-damaged',
    'warning',
    'Some letters of the mail are in another character set than it says and stand as "\ufffd". Ask for it to be sent again if it matters.',
  )
}

function unreadable(id: string, error: unknown): IngestItem {
  const cause = error instanceof Error ? error.message.slice(0, 160) : 'unknown cause'
  return unread(
    id,
    'bad-mail',
    'error',
    `The mail could not be parsed (${cause}). Check that it was saved whole.`,
  )
}
