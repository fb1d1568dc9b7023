export const list = '/dashboard/units'

/** The page of a unit; its code may be anything that an older list brought in. */
export const unitHref = (code: string): string => `${list}/${encodeURIComponent(code)}`
