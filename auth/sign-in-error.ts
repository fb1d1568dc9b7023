import 'server-only'

/** Why somebody is not signed in; the words stand in messages/ under `signIn.errors`. */
const signInErrors = [
  'wrong',
  'missing',
  'busy',
  'expired',
  'failed',
  'code-wrong',
  'code-soon',
  'code-over',
] as const
export type SignInError = (typeof signInErrors)[number]

/** The error named in an address; one we do not know is `failed`. */
export const asSignInError = (value: string | null): SignInError | null =>
  value === null ? null : (signInErrors.find((one) => one === value) ?? 'failed')
