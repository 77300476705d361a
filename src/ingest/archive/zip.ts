import {
  type Entry,
  fromBufferPromise,
  getFileNameLowLevel,
  openPromise,
  validateFileName,
  type ZipFile,
} from 'yauzl'

/** Entries of a zip file that are looked at. */
export const MAX_ENTRIES = 1_000_000

export type ZipMember =
  | {
      readonly kind: 'file'
      readonly name: string
      readonly open: () => Promise<AsyncIterable<Uint8Array>>
    }
  | { readonly kind: 'refused'; readonly name: string; readonly why: 'path' | 'encrypted' | 'method' }

/**
 * The files of a zip file in the order of its directory. Names are labels only, nothing is ever written; one that leads out of the
 * archive is refused all the same, since whoever made it meant harm.
 *
 * @param source path of a file, or the whole archive
 */
export async function* zipMembers(source: string | Uint8Array): AsyncGenerator<ZipMember> {
  // One entry that lies about its size shall not take the others with it; what comes out is bounded anyway.
  const options = {
    lazyEntries: true,
    autoClose: false,
    decodeStrings: false,
    validateEntrySizes: false,
  } as const
  const zip: ZipFile =
    typeof source === 'string'
      ? await openPromise(source, options)
      : await fromBufferPromise(Buffer.from(source), options)
  try {
    for await (const entry of zip.eachEntry()) {
      if (zip.entriesRead > MAX_ENTRIES) return
      const member = memberOf(zip, entry)
      if (member !== null) yield member
    }
  } finally {
    zip.close()
  }
}

/** Null for folders and what systems hide. */
function memberOf(zip: ZipFile, entry: Entry): ZipMember | null {
  const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry
  const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false).replaceAll(
    '\\',
    '/',
  )
  if (name.endsWith('/') || name.split('/').some((part) => part === '__MACOSX' || /^\.[^.]/u.test(part)))
    return null
  if (name.includes('\0') || validateFileName(name) !== null) return { kind: 'refused', name, why: 'path' }
  if (entry.isEncrypted()) return { kind: 'refused', name, why: 'encrypted' }
  if (!entry.canDecodeFileData()) return { kind: 'refused', name, why: 'method' }
  return { kind: 'file', name, open: () => zip.openReadStreamPromise(entry) }
}
