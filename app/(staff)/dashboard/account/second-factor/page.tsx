import { titled } from '@/app/page-title'
import { secretToSetUp } from '@/auth/own-second-factor'
import { currentScope, requireAccount, secondFactorPage } from '@/auth/session'
import { shownCodes } from '@/auth/shown-codes'
import { PageHead } from '@/components/staff/page-head'
import { StaffFrame } from '@/components/staff/staff-frame'
import box from '@/components/ui/box.module.css'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { countRecoveryCodes } from '@/db/accounts/recovery-codes'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import { inLanguage } from '../../../address'
import { staffLinks } from '../../../links'
import { Outcome } from '../../outcome'
import styles from './page.module.css'
import { SetUp } from './set-up'
import { TurnedOn } from './turned-on'

type Props = PageProps<'/dashboard/account/second-factor'>

export const generateMetadata = titled('account.secondFactor.title')

/** The person's second factor. Open also to whoever has to set it up before anything else opens. */
export default async function SecondFactorPage({ searchParams }: Props) {
  const account = await requireAccount()
  const scope = await currentScope()
  const t = await requestWords()
  const [codes, secret, left] = await Promise.all([
    shownCodes(account, Date.now()),
    secretToSetUp(account),
    countRecoveryCodes(account),
  ])
  return (
    <StaffFrame
      t={t}
      name={account.name}
      languageHref={(one) => inLanguage(secondFactorPage, one)}
      links={scope ? staffLinks(scope, t, null) : []}
    >
      <Outcome params={await searchParams} t={t} of="account.secondFactor" />
      <PageHead
        back={
          scope ? { href: '/dashboard/account', label: t('account.secondFactor.back') } : undefined
        }
        title={t('account.secondFactor.title')}
        intro={t('account.secondFactor.short')}
      />
      {!scope && <Notice tone="caution">{t('account.secondFactor.owed')}</Notice>}
      {codes.length > 0 && account.hasSecondFactor && <RecoveryCodes t={t} codes={codes} />}
      {account.hasSecondFactor ? (
        <TurnedOn t={t} left={left} />
      ) : (
        <SetUp t={t} email={account.email} secret={secret} />
      )}
    </StaffFrame>
  )
}

/** The recovery codes that were just made: shown until the person has put them away, ten minutes at most. */
function RecoveryCodes({ t, codes }: { t: Translate; codes: readonly string[] }) {
  return (
    <section id="codes" className={box.card} aria-labelledby="codes-title">
      <h2 id="codes-title">{t('account.secondFactor.codes.title')}</h2>
      <p>{t('account.secondFactor.codes.note')}</p>
      <ol className={styles.codes} translate="no">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <form method="post" action="/dashboard/account/second-factor/kept">
        <Button type="submit">{t('account.secondFactor.codes.kept')}</Button>
      </form>
    </section>
  )
}
