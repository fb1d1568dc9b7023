import { FormCard } from '@/components/staff/form-card'
import { FormColumns, FormStack } from '@/components/staff/form-columns'
import { Notice } from '@/components/ui/notice'
import type { ListedPerson } from '@/db/accounts/people'
import type { Scope } from '@/domain/access'
import { linkDays } from '@/domain/person'
import type { Translate } from '@/lib/i18n'
import { RoleFields } from '../role-fields'

/** A further role, a new link, out and in again. */
export function PersonForms({ scope, t, person, path }: Props) {
  return (
    <FormColumns>
      <FormCard
        title={t('people.roles.add')}
        action={`${path}/role`}
        submit={t('people.roles.addSubmit')}
      >
        <RoleFields scope={scope} t={t} />
      </FormCard>
      <FormStack>
        {person.isSelf || !person.isWhole ? (
          <Notice title={t('people.one.limited')}>
            <p>{t(person.isSelf ? 'problems.own-account' : 'problems.roles-elsewhere')}</p>
            {person.isSelf && <a href="/dashboard/account">{t('people.one.account')}</a>}
          </Notice>
        ) : (
          <WholeForms t={t} person={person} path={path} />
        )}
      </FormStack>
    </FormColumns>
  )
}

type Props = Readonly<{ scope: Scope; t: Translate; person: ListedPerson; path: string }>

/** What can be done to a person all of whose roles are in reach. */
function WholeForms({ t, person, path }: Omit<Props, 'scope'>) {
  if (person.state === 'disabled') {
    return (
      <FormCard
        title={t('people.enable.title')}
        note={t('people.enable.note')}
        action={`${path}/state?to=enabled`}
        submit={t('people.enable.submit')}
        quiet
      />
    )
  }
  return (
    <>
      <FormCard
        title={t('people.reset.title')}
        note={t('people.reset.note', { days: linkDays })}
        action={`${path}/reset`}
        submit={t('people.reset.submit')}
        quiet
      />
      <FormCard
        title={t('people.disable.title')}
        note={t('people.disable.note')}
        action={`${path}/state?to=disabled`}
        submit={t('people.disable.submit')}
        quiet
      />
    </>
  )
}
