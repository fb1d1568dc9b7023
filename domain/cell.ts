/** The item that stands for everything; the others are desks, channels, questions, … */
export const everything = ''

/** Names an item that belongs to one unit, like a desk. */
export const ownId = (unit: number, item: string) => `own/${unit}/${item}`
