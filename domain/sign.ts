/** What may make somebody look again at responses, or at the difference of two ways in. */
export const signKinds = ['burst', 'run', 'hours', 'fast', 'channels'] as const
export type SignKind = (typeof signKinds)[number]
