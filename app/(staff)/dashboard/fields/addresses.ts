export const fieldList = '/dashboard/fields'

export const fieldHref = (code: string): string => `${fieldList}/${encodeURIComponent(code)}`
