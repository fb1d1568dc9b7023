import { ok, type Result, refused } from '@/domain/problem'
import { readHead } from './body-bytes'
import type { BodyProblem } from './request-body'

/** A form with a file; where it was too long, `form` holds only what came before the file. */
export type Upload = Readonly<{ form: FormData; isWhole: boolean }>

/** More than any form of ours has; a body may be nothing but parts, and all are made in one go. */
const mostParts = 100

/** Reads a form with files (multipart); keeps at most so many bytes of it. */
export async function readUpload(
  request: Request,
  maxBytes: number,
): Promise<Result<Upload, BodyProblem>> {
  const type = request.headers.get('content-type') ?? ''
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/i.exec(type)?.[1]
  if (boundary === undefined) return refused({ code: 'wrong-media-type' })
  try {
    const { bytes, isWhole } = await readHead(request, maxBytes)
    if (hasTooManyParts(bytes, boundary)) return refused({ code: 'not-json' })
    const body = isWhole ? bytes : endEarly(bytes, boundary)
    const form = await new Response(body, { headers: { 'content-type': type } }).formData()
    return ok({ form, isWhole })
  } catch {
    // The sender hung up, or what came is no such form.
    return refused({ code: 'not-json' })
  }
}

/** The parts of a form that came whole, as a form. */
function endEarly(bytes: Uint8Array<ArrayBuffer>, boundary: string): Blob {
  const last = Buffer.from(bytes.buffer).lastIndexOf(`--${boundary}\r\n`)
  return new Blob([bytes.subarray(0, Math.max(last, 0)), `--${boundary}--\r\n`])
}

function hasTooManyParts(bytes: Uint8Array<ArrayBuffer>, boundary: string): boolean {
  const body = Buffer.from(bytes.buffer)
  let at = -1
  for (let parts = 0; parts <= mostParts; parts++) {
    at = body.indexOf(`--${boundary}`, at + 1)
    if (at < 0) return false
  }
  return true
}
