import { encode } from 'uqr'

/** A QR code drawn by the server: black on white in every scheme, or scanners fail. */
export function QrCode(props: { text: string; label: string; className?: string | undefined }) {
  // Quality M stands a few stains on a poster; the quiet zone of four squares is the standard's.
  const { data, size } = encode(props.text, { ecc: 'M', border: 4 })
  const squares = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={props.label}
      shapeRendering="crispEdges"
      className={props.className}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.join('')} fill="#000" />
    </svg>
  )
}
