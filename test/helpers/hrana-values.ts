/** A value as the Hrana protocol writes it in JSON. */
export type HranaValue =
  | Readonly<{ type: 'null' }>
  | Readonly<{ type: 'integer'; value: string }>
  | Readonly<{ type: 'float'; value: number }>
  | Readonly<{ type: 'text'; value: string }>
  | Readonly<{ type: 'blob'; base64: string }>

type SqlValue = null | bigint | number | string | Uint8Array | ArrayBuffer

export function decodeValue(value: HranaValue): SqlValue {
  if (value.type === 'null') return null
  if (value.type === 'integer') return BigInt(value.value)
  if (value.type === 'blob') return Buffer.from(value.base64, 'base64')
  return value.value
}

export function encodeValue(value: SqlValue): HranaValue {
  if (value === null) return { type: 'null' }
  if (typeof value === 'bigint') return { type: 'integer', value: String(value) }
  if (typeof value === 'number') return { type: 'float', value }
  if (typeof value === 'string') return { type: 'text', value }
  return { type: 'blob', base64: Buffer.from(value as Uint8Array).toString('base64') }
}

/** What a value takes in an answer, about; the server counts this against its largest answer. */
export function sizeOf(value: HranaValue): number {
  if (value.type === 'text') return Buffer.byteLength(value.value)
  return value.type === 'blob' ? (value.base64.length * 3) / 4 : 8
}
