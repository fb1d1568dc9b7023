import { request } from 'node:http'

export type Flooded = Readonly<{ status: number; location: string; sentBytes: number }>

const piece = Buffer.alloc(64 * 1024, ' ')

/** Posts spaces without a length until the server answers or so many bytes have gone. */
export function flood(
  url: string,
  headers: Readonly<Record<string, string>>,
  most = 60 * 1024 * 1024,
): Promise<Flooded> {
  return new Promise((resolve, reject) => {
    let sentBytes = 0
    const address = url.replace('//localhost', '//127.0.0.1')
    const sent = request(address, { method: 'POST', headers }, (reply) => {
      const { statusCode = 0, headers: told } = reply
      resolve({ status: statusCode, location: told.location ?? '', sentBytes })
      sent.destroy()
    })
    const push = () => {
      while (sentBytes < most && !sent.destroyed) {
        sentBytes += piece.length
        if (!sent.write(piece)) return
      }
      sent.end()
    }
    sent.on('drain', push)
    sent.on('error', reject)
    push()
  })
}
