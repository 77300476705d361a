import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly etag: string
  /** Its name holds a hash of what it contains. */
  readonly immutable: boolean
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** `dist/web`, seen from `dist/serve` and from `src/serve`. */
export function defaultWebRoot(): string {
  const beside = fileURLToPath(new URL('../web', import.meta.url))
  return existsSync(join(beside, 'index.html'))
    ? beside
    : fileURLToPath(new URL('../../dist/web', import.meta.url))
}

/**
 * All files of the build by their path, read once: the build is small, and a path that is no key of this map
 * cannot be asked for. Null when there is no build.
 */
export function loadWebBuild(root: string): ReadonlyMap<string, Asset> | null {
  if (!existsSync(join(root, 'index.html'))) return null
  const assets = new Map<string, Asset>()
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const type = TYPES[extname(entry.name)]
    if (!entry.isFile() || !type) continue
    const file = join(entry.parentPath, entry.name)
    const path = `/${relative(root, file).split(sep).join('/')}`
    const body = new Uint8Array(readFileSync(file))
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    assets.set(path, { body, type, etag, immutable: path.startsWith('/assets/') })
  }
  return assets
}
