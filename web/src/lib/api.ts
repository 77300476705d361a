import type { ErrorAnswer } from '../../../src/serve/api.ts'

/** A refused or failed request, with what to do about it. */
export class ApiError extends Error {
  readonly code: string
  readonly remedy: string

  constructor({ code, detail, remedy }: Pick<ErrorAnswer, 'code' | 'detail' | 'remedy'>) {
    super(detail)
    this.name = 'ApiError'
    this.code = code
    this.remedy = remedy
  }
}

/** `code` of an {@link ApiError} made here: no answer came. */
export const UNREACHABLE = 'unreachable'

export function getJson<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  return ask(path, signal ? { signal } : {})
}

export function postJson<Answer>(path: string, body: object): Promise<Answer> {
  return ask(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
}

async function ask<Answer>(path: string, init: RequestInit): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(path, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new ApiError({ code: UNREACHABLE, detail: '', remedy: '' })
  }
  if (response.ok) return (await response.json()) as Answer
  throw new ApiError(
    await response
      .json()
      .then((body) => body as ErrorAnswer)
      .catch(() => ({ code: `http-${response.status}`, detail: response.statusText, remedy: '' })),
  )
}
