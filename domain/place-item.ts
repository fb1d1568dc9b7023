import { channels, modes, touchpoints } from './door'

/** Slices whose items part everybody; who is in none of them stands in a row of their own. */
export const placeSlices = ['field', 'touchpoint', 'channel', 'mode'] as const
export type PlaceSlice = (typeof placeSlices)[number]

/** The item of people of whom it is not known. */
export const unknown = 'unknown'

/** An item's name among those of all slices. */
export const placeItem = (slice: PlaceSlice | 'desk', item: string): string => `${slice} ${item}`

const orders: Readonly<Record<PlaceSlice, readonly string[]>> = {
  field: [],
  touchpoint: touchpoints,
  channel: channels,
  mode: modes,
}

/** As the lists of the product have them; fields by number. */
export function orderItems(slice: PlaceSlice, items: readonly string[]): string[] {
  const known = orders[slice]
  const place = (item: string) => (known.includes(item) ? known.indexOf(item) : known.length)
  return items.toSorted(
    (a, b) => place(a) - place(b) || a.localeCompare(b, 'en', { numeric: true }),
  )
}
