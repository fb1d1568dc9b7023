import { createHmac } from 'node:crypto'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/**
 * What an authenticator app shows for the key that the set-up page tells, so many steps of 30 seconds from now. Written
 * after RFC 6238 on its own, so that the app's own code is held against something.
 */
export function authenticatorCode(key: string, steps = 0): string {
  const bits = [...key.replace(/\s/g, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const secret = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeUInt32BE(Math.floor(Date.now() / 30_000) + steps, 4)
  const mac = createHmac('sha1', secret).update(counter).digest()
  const at = (mac[19] ?? 0) % 16
  const number = (mac.readUInt32BE(at) % 2 ** 31) % 1_000_000
  return String(number).padStart(6, '0')
}
