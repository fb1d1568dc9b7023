import { ok, type Result, refused } from '@/domain/problem'
import { readCapped } from './body-bytes'

export type BodyProblem = 'wrong-media-type' | 'too-large' | 'not-json'

/** Status of a problem with a body, for `problemResponse`. */
export const bodyStatus: Readonly<Record<BodyProblem, number>> = {
  'wrong-media-type': 415,
  'too-large': 413,
  'not-json': 400,
}

/** Reads a JSON body of at most so many bytes; stops reading beyond them, however it is sent. */
export async function readJsonBody(
  request: Request,
  maxBytes: number,
): Promise<Result<unknown, BodyProblem>> {
  const text = await readText(request, 'application/json', maxBytes)
  if (!text.ok) return text
  try {
    return ok(JSON.parse(text.value) as unknown)
  } catch {
    return refused({ code: 'not-json' })
  }
}

/** Reads what a plain HTML form sends (not multipart), of at most so many bytes. */
export async function readFormBody(
  request: Request,
  maxBytes: number,
): Promise<Result<URLSearchParams, BodyProblem>> {
  const text = await readText(request, formType, maxBytes)
  return text.ok ? ok(new URLSearchParams(text.value)) : text
}

/** Whether it says that it is what a plain HTML form sends. */
export const isForm = (request: Request): boolean => mediaTypeOf(request) === formType

const formType = 'application/x-www-form-urlencoded'

const mediaTypeOf = (request: Request): string | undefined =>
  request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()

async function readText(
  request: Request,
  mediaType: string,
  maxBytes: number,
): Promise<Result<string, BodyProblem>> {
  if (mediaTypeOf(request) !== mediaType) return refused({ code: 'wrong-media-type' })
  const length = request.headers.get('content-length')
  if (length !== null && Number(length) > maxBytes) return refused({ code: 'too-large' })
  try {
    const bytes =
      length === null ? await readCapped(request, maxBytes) : await request.arrayBuffer()
    if (bytes === null || bytes.byteLength > maxBytes) return refused({ code: 'too-large' })
    return ok(new TextDecoder().decode(bytes))
  } catch {
    // The sender hung up half-way, as tablets do: no fault of the server's, and nobody to hear the answer.
    return refused({ code: 'not-json' })
  }
}
