import { ActionForm } from '@/components/staff/action-form'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { env } from '@/lib/env'
import { setupPath } from '../../../staff-pages'
import { EnrolForm } from '../../devices/enrol-form'
import { MadeCode } from '../../devices/made-code'
import { listUsableLinks, posterHref } from '../front-link'
import styles from '../page.module.css'
import { stepHref } from '../steps'
import { type StepProps, setupMark } from './mark'

/** How answers come in: a QR code on paper, a tablet, or both. */
export async function CollectStep({ scope, unit, t, now }: StepProps) {
  const links = await listUsableLinks(scope, unit.code, now)
  const [link] = links
  const chosen = links.flatMap((one) => (one.channel === 'qr' ? [one.surveyCode] : []))
  const isLocal = new URL(env().origin).hostname === 'localhost'
  return (
    <>
      <section className={styles.guide}>
        <h2>{t('setup.guide.collect.qr')}</h2>
        {link ? (
          <>
            <p>{t('setup.guide.collect.qrText')}</p>
            <div className={styles.ways}>
              <ButtonLink href={`${posterHref(unit.code, link)}?setup=1`}>
                {t('setup.guide.collect.print')}
              </ButtonLink>
              <ActionForm
                action={`${setupPath}/note`}
                values={{ ...setupMark('collect', unit), confirmed: 1 }}
                label={t('setup.guide.collect.printed')}
              />
            </div>
            {isLocal && <Notice tone="caution">{t('offices.poster.local')}</Notice>}
          </>
        ) : (
          <p>
            <a href={stepHref('survey', unit.code)}>{t('setup.guide.collect.none')}</a>
          </p>
        )}
      </section>
      <MadeCode scope={scope} t={t} now={now} reloadHref={stepHref('collect', unit.code)} />
      <EnrolForm
        t={t}
        units={[unit]}
        now={now}
        title={t('setup.guide.collect.tablet')}
        // What the step before was answered with; nobody is to get a survey that nobody chose.
        chosen={chosen}
        values={setupMark('collect', unit)}
      />
    </>
  )
}
