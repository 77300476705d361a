import { isMail, isMbox } from '../mail/mbox.ts'
import { isWire } from '../news/wire.ts'
import { newsRoot } from '../news/xml-items.ts'

/** What holds others, or has to be read in a way of its own. */
export type Container = 'gzip' | 'zip' | 'warc' | 'mbox' | 'mail'

const ENDINGS = /\.(?:gz|zip|warc|mbox|mbx|eml)$/iu
/** Zip files that are documents of a program. */
const OFFICE = /^PK[\s\S]{28}(?:\[Content_Types\]\.xml|_rels\/|mimetype|META-INF\/)/u

/** Whether a name is that of a container. */
export function isContainerName(name: string): boolean {
  return ENDINGS.test(name)
}

/** By how the bytes begin, whatever the name says; null for a plain document. */
export function containerOf(head: Uint8Array, name: string): Container | null {
  const [a, b, c, d] = head
  if (a === 0x1f && b === 0x8b) return 'gzip'
  const text = Buffer.from(head).toString('latin1')
  if (a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6)))
    return OFFICE.test(text) ? null : 'zip'
  if (/^WARC\/\d\.\d\r?\n/u.test(text)) return 'warc'
  if (isMbox(text)) return 'mbox'
  return isMail(text) || (/\.eml$/iu.test(name) && /^[\w-]{1,80}:/u.test(text)) ? 'mail' : null
}

/** Whether bytes without a known name are surely something that is read: an archive, a mail, a newsroom format. */
export function isRecognised(head: Uint8Array, name: string): boolean {
  if (containerOf(head, name) !== null || isWire(head)) return true
  return newsRoot(Buffer.from(head).toString('utf8')) === 'news'
}
