/** Whose ceiling was reached when a request was turned away. */
export type RefusalKind = 'door' | 'device' | 'network' | 'enrolment' | 'join' | 'sign-in'

/** So many days are kept of how much was turned away. */
export const refusalDays = 90
