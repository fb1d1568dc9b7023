import { createServer } from 'node:net'
import { env } from '@/lib/env'
import { fail } from './stop'

/** Stops unless the app can listen where HOST and PORT say. */
export async function requireFreePort(): Promise<void> {
  const { host, port } = env()
  const fault = await listenOnce(host, port)
  if (!fault) return
  const other = `PORT=${port === 65_535 ? 3000 : port + 1} npm run app`
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is already taken by another program. Stop it, or choose another port: ${other}`,
    EACCES: `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm run app`,
    EADDRNOTAVAIL: `HOST is ${host}, which is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all.`,
    ENOTFOUND: `HOST is ${host}, which is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all.`,
  }
  fail(sentences[fault] ?? `The app cannot listen on ${host}:${port} (${fault}).`)
}

function listenOnce(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)))
  })
}
