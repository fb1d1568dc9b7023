const patience = 15_000

type Question = Readonly<{ method?: 'POST'; credential?: string; body?: unknown }>

type Answer = Readonly<{ status: number; json: Record<string, unknown> }>

/** The server's answer, or undefined when there was none of ours. */
export async function ask(
  path: string,
  { method, credential, body }: Question,
): Promise<Answer | undefined> {
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), patience)
  try {
    const response = await fetch(path, {
      method: method ?? 'GET',
      headers: {
        ...(credential ? { authorization: `Device ${credential}` } : {}),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      body: body ? JSON.stringify(body) : null,
      cache: 'no-store',
      redirect: 'error',
      signal: giveUp.signal,
    })
    const json: unknown = await response.json()
    return isRecord(json) ? { status: response.status, json } : undefined
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The sentence by which the server refuses, in the person's language. */
export function reasonIn({ problems }: Record<string, unknown>): string {
  const first: unknown = Array.isArray(problems) ? problems[0] : undefined
  return isRecord(first) && typeof first.message === 'string' ? first.message : ''
}
