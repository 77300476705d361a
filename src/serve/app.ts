import { type Context, Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { parseCoordinates } from '../base/globe.ts'
import { reportJsonSchema } from '../document/report.ts'
import { RENDER_LANGUAGES } from '../render/wording/index.ts'
import { changer } from './answers/changes.ts'
import { decide } from './answers/desk.ts'
import { eventAnswer } from './answers/event.ts'
import { searcher } from './answers/search.ts'
import { textAnswer } from './answers/text.ts'
import type { ServeDeps } from './deps.ts'
import { searchReadings } from './find-reading.ts'
import { READS, rateLimit, sizeLimit, WRITES } from './limits.ts'
import { openApi } from './openapi.ts'
import { pages } from './pages.ts'
import { answerProblem, Problem, pageUnknown } from './problem.ts'
import { decisionSchema, type FilterQuery, parseBody, parseQuery, textQuerySchema } from './query.ts'
import { ROUTES, type Route } from './routes.ts'
import { hostCheck, securityHeaders } from './security.ts'
import { KM } from './select.ts'
import { answerStream } from './stream.ts'
import { tokenCheck } from './token.ts'
import { chronicleMarkdown, csvOf, markdownOf, TWINS, type TwinFormat, WHOLE } from './twins.ts'
import { writeCheck } from './write-check.ts'

/** The version of the API, not of the program. */
const VERSION = '1.0.0'

/** The HTTP application: pages, their `.json`, `.csv` and `.md` twins, and `/api/v1`. */
export function createApp(deps: ServeDeps): Hono {
  const app = new Hono()
  app.onError((error, c) => answerProblem(c, error, deps.onError))
  app.notFound((c) => answerProblem(c, pageUnknown(c.req.path)))
  app.use(securityHeaders)
  app.use(hostCheck(deps.allowedHosts ?? []))
  app.use(rateLimit(READS))
  if (deps.token !== undefined) app.use(tokenCheck(deps.token))
  const { stream } = deps
  // 204 tells a browser that listens to stay away; a 404 would look like a fault of the page.
  app.get('/api/v1/stream', (c) =>
    stream === undefined ? c.body(null, 204) : answerStream(c, stream, deps.countriesAround ?? (() => [])),
  )
  app.use(compress())

  const answer = answerer(deps)
  app.route('/api/v1', apiOf(deps, answer))
  app.all('/api/*', (c) => answerProblem(c, pageUnknown(c.req.path)))
  app.route('/', twinsOf(deps, answer))
  app.route('/', pages(deps.webRoot))
  return app
}

function apiOf(deps: ServeDeps, answer: Answerer): Hono {
  const find = deps.readingOf ?? searchReadings(deps.store)
  const api = new Hono()
  api.use(etag())
  api.use(async (c, next) => {
    await next()
    c.header('Cache-Control', 'no-cache')
  })
  for (const route of ROUTES) {
    api.get(honoPath(route.path), async (c) => c.json((await answer(route, c.req.query(), keyOf(c))).answer))
  }
  api.get('/events/:key', async (c) =>
    c.json(eventAnswer(await deps.chronicleOf(), keyOf(c), deps.codebook?.() ?? null)),
  )
  api.get('/texts/:key', async (c) => {
    const { reading } = parseQuery(textQuerySchema, c.req.query())
    return c.json(await textAnswer(deps, find, keyOf(c), reading ?? null))
  })
  api.get('/schema', (c) => c.json(reportJsonSchema() as object))
  api.get('/openapi.json', (c) => c.json(openApi(VERSION)))
  api.post('/decisions', rateLimit(WRITES), sizeLimit, writeCheck, async (c) =>
    c.json(await decide(deps, parseBody(decisionSchema, await bodyOf(c))), 201),
  )
  return api
}

function twinsOf(deps: ServeDeps, answer: Answerer): Hono {
  const app = new Hono()
  for (const route of ROUTES) {
    if (route.twin === null) continue
    for (const format of Object.keys(TWINS) as TwinFormat[]) {
      const path = honoPath(route.twin).replace(':key', `:file{.+\\.${format}}`)
      app.get(path.includes(':file') ? path : `${path}.${format}`, async (c) => {
        const { lang = 'de', ...query } = c.req.query()
        const key = c.req.param('file')?.slice(0, -format.length - 1) ?? ''
        const found = await answer(route, { ...query }, key, format !== 'json')
        return c.body(await fileOf(deps, route, found, format, languageOf(lang)), 200, {
          'Content-Type': TWINS[format],
          'Cache-Control': 'no-cache',
        })
      })
    }
  }
  app.get('/event/:file{.+\\.json}', async (c) =>
    c.json(
      eventAnswer(
        await deps.chronicleOf(),
        c.req.param('file').slice(0, -'.json'.length),
        deps.codebook?.() ?? null,
      ),
    ),
  )
  return app
}

async function fileOf(
  deps: ServeDeps,
  route: Route,
  { answer, query }: { answer: object; query: object },
  format: TwinFormat,
  language: string,
): Promise<string> {
  if (format === 'json') return JSON.stringify(answer)
  if (format === 'csv') return csvOf(route.tableOf(answer))
  const chronicle = await deps.chronicleOf()
  if (route.path === '/events') {
    const { limit: _, ...filter } = query as FilterQuery & { limit: number }
    return chronicleMarkdown(chronicle, filter, language)
  }
  return markdownOf(route.summary, route.tableOf(answer), chronicle, language)
}

type Answerer = ReturnType<typeof answerer>

function answerer(deps: ServeDeps) {
  const search = searcher(deps)
  const changes = changer(deps)
  return async (route: Route, given: Record<string, string>, key: string, whole = false) => {
    const parsed = withCountries(parseQuery(route.query, given), deps)
    const query =
      whole && 'limit' in parsed && given.limit === undefined ? { ...parsed, limit: WHOLE } : parsed
    const chronicle = await deps.chronicleOf()
    return { query, answer: await route.answerOf({ deps, chronicle, search, changes, query, key }) }
  }
}

/** A circle on the map goes along with the countries that it lies in. */
function withCountries<Query extends { near?: string; km?: number }>(
  query: Query,
  { countriesAround }: ServeDeps,
): Query {
  const at = query.near === undefined ? null : parseCoordinates(query.near)
  if (at === null || !countriesAround) return query
  return { ...query, countries: countriesAround(at, query.km ?? KM).join(',') }
}

const honoPath = (path: string) => path.replace(/\{\w+\}/, ':key')
const keyOf = (c: Context) => c.req.param('key') ?? ''

function languageOf(lang: string): string {
  if (RENDER_LANGUAGES.includes(lang as never)) return lang
  throw new Problem(
    400,
    'query-invalid',
    `lang: ${lang} is none of ${RENDER_LANGUAGES.join(', ')}`,
    'Leave it out.',
  )
}

async function bodyOf(c: Context): Promise<unknown> {
  try {
    return await c.req.json()
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem(400, 'body-invalid', 'The body is no JSON', 'Send one JSON object.')
  }
}
