import { FormCard } from '@/components/staff/form-card'
import { Button } from '@/components/ui/button'
import type { ListedPerson } from '@/db/accounts/people'
import type { Scope } from '@/domain/access'
import { linkDays } from '@/domain/person'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'

export type Props = Readonly<{ scope: Scope; locale: Locale; person: ListedPerson; path: string }>

/** What can be done to a person all of whose roles are in reach. */
export function WholeForms({ locale, person, path }: Omit<Props, 'scope'>) {
  const t = translator(locale)
  if (person.state === 'disabled') {
    return (
      <FormCard
        title={t('people.enable.title')}
        note={t('people.enable.note')}
        action={`${path}/state?to=enabled`}
      >
        <Button type="submit" look="quiet">
          {t('people.enable.submit')}
        </Button>
      </FormCard>
    )
  }
  return (
    <>
      <FormCard
        title={t('people.reset.title')}
        note={t('people.reset.note', { days: linkDays })}
        action={`${path}/reset`}
      >
        <Button type="submit" look="quiet">
          {t('people.reset.submit')}
        </Button>
      </FormCard>
      <FormCard
        title={t('people.disable.title')}
        note={t('people.disable.note')}
        action={`${path}/state?to=disabled`}
      >
        <Button type="submit" look="quiet">
          {t('people.disable.submit')}
        </Button>
      </FormCard>
    </>
  )
}
