/** Reads a value of unknown shape; undefined where it is not what was expected. */
export type Shape<T> = (value: unknown) => T | undefined

export const isText: Shape<string> = (value) => (typeof value === 'string' ? value : undefined)

export const isNumber: Shape<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined

/** A count or a key: a whole number that is not negative. */
export const isCount: Shape<number> = (value) =>
  Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined

export const oneOf =
  <T extends string>(...known: readonly T[]): Shape<T> =>
  (value) =>
    known.find((one) => one === value)

export const orNull =
  <T>(shape: Shape<T>): Shape<T | null> =>
  (value) =>
    value === null ? null : shape(value)

/** Where the value is missing or is something else, this instead. */
export const or =
  <T>(shape: Shape<T>, otherwise: NoInfer<T>): Shape<T> =>
  (value) =>
    shape(value) ?? otherwise

export const listOf =
  <T>(shape: Shape<T>): Shape<T[]> =>
  (value) => {
    if (!Array.isArray(value)) return undefined
    const read = value.map(shape)
    return read.some((one) => one === undefined) ? undefined : (read as T[])
  }

/** Those members of a list that have the shape; the others are passed over. */
export const anyOf =
  <T>(shape: Shape<T>): Shape<T[]> =>
  (value) =>
    Array.isArray(value) ? value.flatMap((one) => shape(one) ?? []) : undefined

type Members = Readonly<Record<string, Shape<unknown>>>
type Read<M extends Members> = { [K in keyof M]: Exclude<ReturnType<M[K]>, undefined> }

/**
 * An object with at least these members. Of the `maybe` ones those that have their shape are kept, and what neither
 * names stays as it is: a later version may know what to do with it.
 */
export const record =
  <M extends Members, O extends Members = Record<never, never>>(
    members: M,
    maybe?: O,
  ): Shape<Read<M> & Partial<Read<O>>> =>
  (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    const given = value as Record<string, unknown>
    const read = readAll(members, given)
    if (read.some(([, one]) => one === undefined)) return undefined
    const kept = readAll(maybe ?? {}, given).filter(([, one]) => one !== undefined)
    const rest = Object.entries(given).filter(([name]) => !(maybe && Object.hasOwn(maybe, name)))
    // Every member of the type was looked at just now.
    return Object.fromEntries([...rest, ...read, ...kept]) as Read<M> & Partial<Read<O>>
  }

const readAll = (members: Members, given: Readonly<Record<string, unknown>>) =>
  Object.entries(members).map(([name, shape]) => [name, shape(given[name])] as const)
