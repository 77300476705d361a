import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { chronicleAnswer, coverageAnswer, eventAnswer, positionsAnswer, textAnswer } from './answers.ts'
import type { ServeDeps } from './deps.ts'
import { searchReadings } from './find-reading.ts'
import { pages } from './pages.ts'
import { answerProblem, pageUnknown } from './problem.ts'
import { apiSchema } from './schema.ts'
import { hostCheck, securityHeaders } from './security.ts'
import { answerStream } from './stream.ts'

/** The HTTP application: pages, their `.json` twins, and `/api/v1`. It only reads. */
export function createApp(deps: ServeDeps): Hono {
  const find = deps.readingOf ?? searchReadings(deps.store)
  const app = new Hono()

  app.onError((error, c) => answerProblem(c, error, deps.onError))
  app.notFound((c) => answerProblem(c, pageUnknown(c.req.path)))
  app.use(securityHeaders)
  app.use(hostCheck(deps.allowedHosts ?? []))
  app.use(compress())

  const { stream } = deps
  if (stream !== undefined)
    app.get('/api/v1/stream', (c) => answerStream(c, stream, deps.countriesAround ?? (() => [])))

  const api = new Hono()
  api.use(etag())
  api.use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-cache')
  })
  api.get('/chronicle', async (c) => c.json(await chronicleAnswer(deps, c.req.query())))
  api.get('/events/:id', async (c) => c.json(await eventAnswer(deps, c.req.param('id'))))
  api.get('/texts/:textId', async (c) =>
    c.json(await textAnswer(deps, find, c.req.param('textId'), c.req.query())),
  )
  api.get('/coverage', async (c) => c.json(await coverageAnswer(deps)))
  api.get('/positions', async (c) => c.json(await positionsAnswer(deps, c.req.query())))
  api.get('/schema', (c) => c.json(apiSchema() as object))
  app.route('/api/v1', api)
  app.all('/api/*', (c) => answerProblem(c, pageUnknown(c.req.path)))

  app.get('/chronicle.json', async (c) => c.json(await chronicleAnswer(deps, c.req.query())))
  app.get('/coverage.json', async (c) => c.json(await coverageAnswer(deps)))
  app.get('/positions.json', async (c) => c.json(await positionsAnswer(deps, c.req.query())))
  app.get('/event/:file{.+\\.json}', async (c) =>
    c.json(await eventAnswer(deps, c.req.param('file').slice(0, -'.json'.length))),
  )

  app.route('/', pages(deps.webRoot))
  return app
}
