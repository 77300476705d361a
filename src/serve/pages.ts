import { type Context, Hono } from 'hono'
import { Problem, pageUnknown } from './problem.ts'
import { type Asset, defaultWebRoot, loadWebBuild } from './web-build.ts'

/** Where the application has a view; it reads the rest of the address itself. */
const ADDRESSES = [
  ...[
    '/',
    '/event/:id',
    '/map',
    '/actors',
    '/actor/:key',
    '/figures',
    '/stories',
    '/story/:key',
    '/disputed',
    '/review',
    '/search',
    '/dossier',
  ],
]

/** The web application: its files, and its one page at every address it knows. */
export function pages(webRoot: string = defaultWebRoot()): Hono {
  const app = new Hono()
  let build: ReadonlyMap<string, Asset> | null = null

  const asset = (path: string): Asset | undefined => {
    build ??= loadWebBuild(webRoot)
    if (!build) {
      throw new Problem(
        503,
        'web-not-built',
        `There are no built pages in ${webRoot}`,
        'Run `npm run build:web`, or use /api/v1/openapi.json.',
      )
    }
    return build.get(path)
  }
  const page = (c: Context) => send(c, asset('/index.html')!)

  for (const address of ADDRESSES) app.get(address, page)
  app.get('/*', (c) => {
    const found = asset(c.req.path)
    if (!found) throw pageUnknown(c.req.path)
    return send(c, found)
  })
  return app
}

function send(c: Context, asset: Asset): Response {
  c.header('ETag', asset.etag)
  c.header('Cache-Control', asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
  if (c.req.header('if-none-match') === asset.etag) return c.body(null, 304)
  return c.body(asset.body, 200, { 'Content-Type': asset.type })
}
