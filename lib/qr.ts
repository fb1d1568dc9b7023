import { encode } from 'uqr'

/** The dark squares of a QR code as a path in squares, and how many there are on a side with the quiet zone. */
export function qrPath(text: string): Readonly<{ path: string; size: number }> {
  // Quality M stands a few stains on a poster; the quiet zone of four squares is the standard's.
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('')
  return { path, size }
}
