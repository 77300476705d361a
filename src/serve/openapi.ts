import { z } from 'zod'
import { decisionSchema, textQuerySchema } from './query.ts'
import { ROUTES } from './routes.ts'
import { journalEntrySchema, problemSchema } from './schemas.ts'

/** The OpenAPI 3.1 document, made from the schemas by which the server reads and answers. */
export function openApi(version: string): object {
  const paths: Record<string, object> = {}
  for (const { path, summary, query, answer } of ROUTES) {
    paths[`/api/v1${path}`] = { get: read(summary, path, query, schemaOf(answer, 'output')) }
  }
  paths['/api/v1/events/{id}'] = {
    get: read('One event with its mentions; an alias works as well', '/events/{id}', null, {
      type: 'object',
      required: ['event', 'summary', 'contradictions', 'relations'],
    }),
  }
  paths['/api/v1/texts/{id}'] = {
    get: read(
      'The text of a document, its blocks, what is known of its report',
      '/texts/{id}',
      textQuerySchema,
      {
        type: 'object',
        required: ['id', 'text', 'blocks', 'report', 'reading', 'readings'],
      },
    ),
  }
  paths['/api/v1/decisions'] = {
    post: {
      summary: 'Writes down what a person decides; never changes what a report says',
      requestBody: { required: true, content: json(schemaOf(decisionSchema, 'input')) },
      responses: {
        201: {
          description: 'Its entry of the journal',
          content: json(schemaOf(journalEntrySchema, 'output')),
        },
        ...PROBLEMS,
      },
    },
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Lagebild',
      version,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      description:
        'A sourced chronicle. Lists come in pages: `next` is the cursor of the page after. Answers carry an ETag. The report schema is at /api/v1/schema.',
    },
    paths,
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    security: [{}, { token: [] }],
  }
}

const json = (schema: object) => ({ 'application/json': { schema } })
const PROBLEMS = {
  default: {
    description: 'What is wrong, why, and what helps',
    content: { 'application/problem+json': { schema: schemaOf(problemSchema, 'output') } },
  },
}

function read(summary: string, path: string, query: z.ZodType | null, answer: object): object {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }))
  return {
    summary,
    parameters: [...inPath, ...(query === null ? [] : parametersOf(query))],
    responses: {
      200: { description: 'OK', content: json(answer) },
      304: { description: 'Not changed since the ETag of If-None-Match' },
      ...PROBLEMS,
    },
  }
}

function parametersOf(query: z.ZodType): object[] {
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Record<string, { description?: string }>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(description === undefined ? {} : { description }),
    schema,
  }))
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  })
  return rest
}
