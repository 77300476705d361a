import type { ErrorAnswer } from '../../../src/serve/api.ts'

/** A refused or failed request, with what to do about it. */
export class ApiError extends Error {
  readonly answer: ErrorAnswer

  constructor(answer: ErrorAnswer) {
    super(answer.cause)
    this.name = 'ApiError'
    this.answer = answer
  }
}

/** `code` of an {@link ApiError} made here: no answer came. */
export const UNREACHABLE = 'unreachable'

export async function getJson<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  let response: Response
  try {
    response = await fetch(path, signal ? { signal } : {})
  } catch (error) {
    if (signal?.aborted) throw error
    throw new ApiError({ code: UNREACHABLE, cause: '', remedy: '' })
  }
  if (response.ok) return (await response.json()) as Answer
  throw new ApiError(
    await response
      .json()
      .then((body) => body as ErrorAnswer)
      .catch(() => ({ code: `http-${response.status}`, cause: response.statusText, remedy: '' })),
  )
}
