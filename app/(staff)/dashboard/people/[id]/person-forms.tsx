import { FormCard } from '@/components/staff/form-card'
import { FormColumns, FormStack } from '@/components/staff/form-columns'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { translator } from '@/lib/i18n'
import { RoleFields } from '../role-fields'
import { type Props, WholeForms } from './whole-forms'

/** A further role, a new link, out and in again. */
export function PersonForms({ scope, locale, person, path }: Props) {
  const t = translator(locale)
  return (
    <FormColumns>
      <FormCard title={t('people.roles.add')} action={`${path}/role`}>
        <RoleFields scope={scope} locale={locale} />
        <Button type="submit">{t('people.roles.addSubmit')}</Button>
      </FormCard>
      <FormStack>
        {person.isSelf || !person.isWhole ? (
          <Notice title={t('people.one.limited')}>
            <p>{t(person.isSelf ? 'problems.own-account' : 'problems.roles-elsewhere')}</p>
            {person.isSelf && <a href="/dashboard/account">{t('people.one.account')}</a>}
          </Notice>
        ) : (
          <WholeForms locale={locale} person={person} path={path} />
        )}
      </FormStack>
    </FormColumns>
  )
}
