import { deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string
  readonly content: string | Uint8Array
  /** Stored as it is unless true. */
  readonly isPacked?: boolean
  /** The packed bytes are rubbish. */
  readonly isDamaged?: boolean
  readonly flags?: number
}

/** A zip file of these entries, whatever their names are. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, isPacked = false, isDamaged = false, flags = 0x800 } of entries) {
    const raw = Buffer.from(content)
    const data = isPacked ? deflateRawSync(raw) : raw
    if (isDamaged) data.fill(0xff)
    const size = raw.length
    const label = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(isPacked ? 8 : 0, 4)
    common.writeUInt32LE(data.length, 14)
    common.writeUInt32LE(size, 18)
    common.writeUInt16LE(label.length, 22)
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(20, 4)
    common.copy(head, 6)
    head.writeUInt32LE(at, 42)
    directory.push(head, label)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, label, data])
    parts.push(local)
    at += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, listed, end])
}

export interface WarcOptions {
  readonly type?: string
  readonly url?: string
  readonly date?: string
  readonly contentType?: string
  /** What the header says, where it lies. */
  readonly length?: number | string
}

/** One record of a WARC file. */
export function warcRecord(block: string | Uint8Array, options: WarcOptions = {}): Buffer {
  const body = Buffer.from(block)
  const { type = 'response', url = 'https://nordwind.example/a', date = '2024-01-05T09:00:00Z' } = options
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    `WARC-Date: ${date}`,
    'WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>',
    `Content-Type: ${options.contentType ?? 'application/http; msgtype=response'}`,
    `Content-Length: ${options.length ?? body.length}`,
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body, Buffer.from('\r\n\r\n')])
}

/** An answer of a web server, as a WARC record holds it. */
export function httpAnswer(
  body: string | Uint8Array,
  headers: readonly string[] = ['Content-Type: text/plain; charset=utf-8'],
  status = 200,
): Buffer {
  return Buffer.concat([
    Buffer.from(`HTTP/1.1 ${status} OK\r\n${headers.join('\r\n')}\r\n\r\n`),
    Buffer.from(body),
  ])
}
