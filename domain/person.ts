export type PersonState = 'invited' | 'active' | 'disabled'

/** A person without a password is waiting for the link to be used. */
export function personState(person: {
  hasPassword: boolean
  disabledAt: number | null
}): PersonState {
  if (person.disabledAt !== null) return 'disabled'
  return person.hasPassword ? 'active' : 'invited'
}

/** A link to set a password holds for so long. */
export const linkDays = 7
export const longestName = 120
export const longestEmail = 254
