/** Whose ceiling was reached when a request was turned away. */
export const refusalKinds = ['door', 'device', 'network', 'enrolment', 'join', 'sign-in'] as const
export type RefusalKind = (typeof refusalKinds)[number]

/** So many days are kept of how much was turned away. */
export const refusalDays = 90
