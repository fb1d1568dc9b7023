import 'server-only'

/** A libSQL server gave no answer that comes from the database. */
class ServerSilent extends Error {
  override readonly name = 'ServerSilent'
  /** Whether nothing was sent, so that it may be sent again. */
  readonly isUnsent: boolean
  /** Whether what was asked may have been done all the same: it was sent, and the answer is lost. */
  readonly isDoubtful: boolean

  constructor(message: string, kind: 'unsent' | 'refused' | 'lost', cause?: unknown) {
    super(message, { cause })
    this.isUnsent = kind === 'unsent'
    this.isDoubtful = kind === 'lost'
  }
}

/** By its name: Next bundles routes apart from each other, and the one that opened the database has its own class. */
export const isServerSilent = (error: unknown): error is ServerSilent =>
  error instanceof Error && error.name === 'ServerSilent'

/** A server that takes longer is given up; longer than any request may take, shorter than a person waits. */
const longestSilence = 15_000

/**
 * Sends what the driver asks to a libSQL server and waits for the whole answer. Next's own fetch would first look
 * whether it may keep answers.
 * @throws ServerSilent
 */
export async function askServer(request: Request): Promise<Response> {
  const answer = await ask(request)
  const { status } = answer
  if (status === 401 || status === 403) {
    throw new ServerSilent('the database server refuses DATABASE_AUTH_TOKEN', 'refused')
  }
  if (status === 429 || status === 503) {
    throw new ServerSilent(`the database server is busy (${status})`, 'refused')
  }
  if (status === 502 || status === 504) {
    throw new ServerSilent(`no answer from the database server (${status})`, 'lost')
  }
  return answer
}

async function ask(request: Request): Promise<Response> {
  try {
    const signal = AbortSignal.timeout(longestSilence)
    const answer = await fetch(request, { cache: 'no-store', signal })
    return new Response(await answer.arrayBuffer(), answer)
  } catch (error) {
    if (isUnsent(error))
      throw new ServerSilent('the database server is out of reach', 'unsent', error)
    throw new ServerSilent('no answer from the database server', 'lost', error)
  }
}

/** No connection came about. */
function isUnsent(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT)/.test(code)
}
