import { Section } from '@/components/report/section'
import { HiddenFields } from '@/components/staff/hidden-fields'
import { PageHead } from '@/components/staff/page-head'
import box from '@/components/ui/box.module.css'
import { Button } from '@/components/ui/button'
import type { SignView } from '@/db/signs/list'
import type { Look } from '@/db/signs/look'
import { longestReason } from '@/domain/invalidation'
import { formatCount } from '@/domain/number-format'
import type { Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
import { queryOf } from '../../addresses'
import styles from '../page.module.css'
import { ReasonField } from '../reason-field'
import { ResponseTable } from '../response-table'
import { signSentence, sourceName } from '../sign-words'

/** The responses, and the form that proposes to leave those that are marked out. */
export function Found(props: {
  look: Look
  units: ReadonlyMap<number, Unit>
  view: SignView
  signKey: string
  kept: URLSearchParams | null
  t: Translate
}) {
  const { look, units, view, signKey, kept, t } = props
  const marked = kept ? new Set(kept.getAll('r').map(Number)) : undefined
  const { sign, source, responses, n } = look
  const isChoice = responses.some(({ isHeld }) => !isHeld)
  const count = (value: number) => formatCount(value, t.locale)
  return (
    <>
      <PageHead title={t(`signs.kind.${sign?.kind ?? 'day'}.title`)}>
        <p>{`${sourceName(source, t)} · ${units.get(source.unitId)?.name ?? ''}`}</p>
        {sign && <p className={styles.intro}>{signSentence(sign, t)}</p>}
        <p className={box.hint}>{t('signs.responses.logged')}</p>
      </PageHead>
      <form
        method="post"
        action="/dashboard/signs/propose"
        className={`${box.apart} ${styles.form}`}
      >
        <HiddenFields values={{ ...Object.fromEntries(queryOf(view)), sign: signKey }} />
        <Section
          title={t('signs.responses.title')}
          note={
            n > responses.length
              ? t('signs.responses.cut', { n: count(n), shown: count(responses.length) })
              : undefined
          }
        >
          <div id="responses">
            <ResponseTable lines={responses} isChoice={isChoice} marked={marked} t={t} />
          </div>
        </Section>
        <Section
          title={t('signs.propose.title')}
          note={isChoice ? t('signs.propose.note') : undefined}
        >
          {isChoice ? (
            <>
              <ReasonField
                label={t('label.reason')}
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
