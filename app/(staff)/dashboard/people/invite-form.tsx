import { FormCard } from '@/components/staff/form-card'
import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import type { Scope } from '@/domain/access'
import { linkDays, longestEmail, longestName } from '@/domain/person'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { RoleFields } from './role-fields'

export function InviteForm({ scope, locale }: { scope: Scope; locale: Locale }) {
  const t = translator(locale)
  return (
    <FormCard
      title={t('people.invite.title')}
      note={t('people.invite.note', { days: linkDays })}
      action="/dashboard/people/invite"
    >
      <TextField
        id="name"
        label={t('people.invite.name')}
        maxLength={longestName}
        autoComplete="off"
        required
      />
      <TextField
        id="email"
        label={t('people.invite.email')}
        type="email"
        maxLength={longestEmail}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <RoleFields scope={scope} locale={locale} />
      <Button type="submit">{t('people.invite.submit')}</Button>
    </FormCard>
  )
}
