/** The body, or null as soon as it is longer. */
export async function readCapped(request: Request, maxBytes: number): Promise<ArrayBuffer | null> {
  const reader = request.body?.getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > maxBytes) {
      await reader.cancel()
      return null
    }
    parts.push(value)
  }
  return new Blob(parts).arrayBuffer()
}

/** A browser that is cut off while it sends shows its own error and not our answer, so the rest is let pass by. */
const mostPassed = 32 * 1024 * 1024

/** The first bytes of the body; the rest is read and forgotten. */
export async function readHead(
  request: Request,
  maxBytes: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; isWhole: boolean }> {
  const reader = request.body?.getReader()
  const parts: Uint8Array<ArrayBuffer>[] = []
  let [kept, size] = [0, 0]
  while (reader && size <= mostPassed) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    const part = value.subarray(0, maxBytes - kept)
    kept += part.byteLength
    if (part.byteLength > 0) parts.push(part)
  }
  if (size > mostPassed) await reader?.cancel()
  return {
    bytes: new Uint8Array(await new Blob(parts).arrayBuffer()),
    isWhole: size <= maxBytes,
  }
}
