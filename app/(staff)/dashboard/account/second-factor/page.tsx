import { titled } from '@/app/page-title'
import type { Query } from '@/app/query'
import { secretToSetUp } from '@/auth/own-second-factor'
import { currentScope, requireAccount, secondFactorPage } from '@/auth/session'
import { shownCodes } from '@/auth/shown-codes'
import { PageHead } from '@/components/staff/page-head'
import { StaffFrame } from '@/components/staff/staff-frame'
import { Notice } from '@/components/ui/notice'
import { countRecoveryCodes } from '@/db/accounts/recovery-codes'
import { messagesFor, translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { inLanguage } from '../../../address'
import { staffLinks } from '../../../links'
import { Outcome } from '../../outcome'
import { RecoveryCodes } from './recovery-codes'
import { SetUp } from './set-up'
import { TurnedOn } from './turned-on'

type Props = { searchParams: Promise<Query> }

export const generateMetadata = titled('account.secondFactor.title')

/** The person's second factor. Open also to whoever has to set it up before anything else opens. */
export default async function SecondFactorPage({ searchParams }: Props) {
  const account = await requireAccount()
  const scope = await currentScope()
  const locale = await requestLocale()
  const t = translator(locale)
  const [codes, secret, left] = await Promise.all([
    shownCodes(account, Date.now()),
    secretToSetUp(account),
    countRecoveryCodes(account),
  ])
  return (
    <StaffFrame
      locale={locale}
      name={account.name}
      languageHref={(one) => inLanguage(secondFactorPage, one)}
      links={scope ? staffLinks(scope, locale, null) : []}
    >
      <Outcome
        params={await searchParams}
        locale={locale}
        done={messagesFor(locale).account.secondFactor.done}
      />
      <PageHead
        back={
          scope ? { href: '/dashboard/account', label: t('account.secondFactor.back') } : undefined
        }
        title={t('account.secondFactor.title')}
        intro={t('account.secondFactor.short')}
      />
      {!scope && (
        <Notice tone="caution">
          <p>{t('account.secondFactor.owed')}</p>
        </Notice>
      )}
      {codes.length > 0 && account.hasSecondFactor && (
        <RecoveryCodes locale={locale} codes={codes} />
      )}
      {account.hasSecondFactor ? (
        <TurnedOn locale={locale} left={left} />
      ) : (
        <SetUp locale={locale} email={account.email} secret={secret} />
      )}
    </StaffFrame>
  )
}
