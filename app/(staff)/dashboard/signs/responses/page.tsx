import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import type { Query } from '@/app/query'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { Section } from '@/components/report/section'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { type Look, lookAtSign } from '@/db/sign-look'
import type { SignView } from '@/db/signs'
import { longestReason } from '@/domain/invalidation'
import { formatCount } from '@/domain/number-format'
import type { Locale } from '@/domain/survey'
import type { Unit } from '@/domain/unit'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { readKeptForm } from '../../../refused-form'
import { StaffPage } from '../../../staff-page'
import styles from '../page.module.css'
import { ProblemSummary } from '../problem-summary'
import { ReasonField } from '../reason-field'
import { ResponseTable } from '../response-table'
import { queryOf, readSignFilter, viewOf } from '../sign-filter'
import { signSentence, sourceName } from '../sign-words'

type Props = { searchParams: Promise<Query> }

export const generateMetadata = titled('signs.responses.title')

/** The responses behind a sign, or of one place and day, and the form that proposes to leave them out. */
export default async function ResponsesPage({ searchParams }: Props) {
  const scope = await requireStaff()
  const locale = await requestLocale()
  const now = Date.now()
  const asked = oneOfEach(await searchParams)
  const { params, unitsById, ...filter } = await readSignFilter(scope, asked, locale, now)
  const view = viewOf(filter)
  if (!view) notFound()
  const key = params.get('sign') ?? `day.${params.get('source')}.${params.get('day')}`
  const look = await lookAtSign(scope, view, key, now)
  if (!look.ok && look.problems[0]?.code === 'not-found') notFound()
  const kept = await readKeptForm(scope, params, now)
  const t = translator(locale)
  const query = queryOf(view)
  return (
    <StaffPage scope={scope} locale={locale} current="/dashboard/signs" filter={query}>
      <ProblemSummary title={t('signs.wrong')} params={params} href="#responses" locale={locale} />
      <p>
        <a className={styles.action} href={`/dashboard/signs?${query}`}>
          {t('signs.responses.back')}
        </a>
      </p>
      {look.ok ? (
        <Found
          look={look.value}
          units={unitsById}
          view={view}
          signKey={key}
          kept={kept}
          locale={locale}
        />
      ) : (
        <Gone locale={locale} />
      )}
    </StaffPage>
  )
}

function Gone({ locale }: { locale: Locale }) {
  const t = translator(locale)
  return (
    <>
      <h1>{t('signs.responses.title')}</h1>
      <Notice title={t('signs.responses.gone.title')}>
        <p>{t('signs.responses.gone.text')}</p>
      </Notice>
    </>
  )
}

function Found(props: {
  look: Look
  units: ReadonlyMap<number, Unit>
  view: SignView
  signKey: string
  kept: URLSearchParams | null
  locale: Locale
}) {
  const { look, units, view, signKey, kept, locale } = props
  const marked = kept ? new Set(kept.getAll('r').map(Number)) : undefined
  const { sign, source, responses, n } = look
  const t = translator(locale)
  const isChoice = responses.some(({ isHeld }) => !isHeld)
  const count = (value: number) => formatCount(value, locale)
  return (
    <>
      <div className={styles.head}>
        <h1>{t(`signs.kind.${sign?.kind ?? 'day'}.title`)}</h1>
        <p>{`${sourceName(source, locale)} · ${units.get(source.unitId)?.name ?? ''}`}</p>
        {sign && <p className={styles.intro}>{signSentence(sign, locale)}</p>}
        <p className={styles.soft}>{t('signs.responses.logged')}</p>
      </div>
      <form method="post" action="/dashboard/signs/propose" className={styles.form}>
        {[...queryOf(view), ['sign', signKey]].map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Section
          title={t('signs.responses.title')}
          note={
            n > responses.length
              ? t('signs.responses.cut', { n: count(n), shown: count(responses.length) })
              : undefined
          }
        >
          <div id="responses">
            <ResponseTable lines={responses} isChoice={isChoice} marked={marked} locale={locale} />
          </div>
        </Section>
        <Section
          title={t('signs.propose.title')}
          note={isChoice ? t('signs.propose.note') : undefined}
        >
          {isChoice ? (
            <>
              <ReasonField
                label={t('signs.propose.reason')}
                hint={t('signs.propose.hint', { max: longestReason })}
                typed={kept?.get('reason') ?? ''}
              />
              <Button type="submit">{t('signs.propose.submit')}</Button>
            </>
          ) : (
            <p>{t('signs.propose.all')}</p>
          )}
        </Section>
      </form>
    </>
  )
}
