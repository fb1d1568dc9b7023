import type { Translate } from '@/lib/i18n'
import { TextField } from './text-field'

/** For the six digits of an authenticator app. */
export const CodeField = ({ t, ...rest }: { t: Translate; id: string; invalid?: boolean }) => (
  <TextField
    label={t('signIn.code.label')}
    inputMode="numeric"
    autoComplete="one-time-code"
    maxLength={16}
    required
    {...rest}
  />
)
