import { formWords, kioskWords } from '@/app/form-words'
import { KioskPreview } from '@/components/survey/kiosk/kiosk-preview'
import { PaperForm } from '@/components/survey/paper-form'
import { SurveyPreview } from '@/components/survey/survey-preview'
import box from '@/components/ui/box.module.css'
import { getCommentMonths } from '@/db/comments/retention'
import type { StoredVersion } from '@/db/surveys/surveys'
import type { Locale } from '@/domain/survey'
import type { Translate } from '@/lib/i18n'
import styles from '../../page.module.css'

export const looks = ['link', 'kiosk', 'paper'] as const

/** The version as it is met there. */
export async function Look(props: {
  as: (typeof looks)[number]
  version: StoredVersion
  t: Translate
  locale: Locale
}) {
  const { as, t, locale } = props
  const { id, number, definition } = props.version
  const words = formWords(locale)
  if (as === 'paper') return <PaperForm {...{ definition, words, locale }} />
  if (as === 'kiosk') {
    return (
      <div className={styles.tablet} lang={locale}>
        <KioskPreview key={locale} {...{ definition, locale }} words={kioskWords(locale)} />
      </div>
    )
  }
  return (
    <div className={`${box.apart} ${styles.preview}`} lang={locale}>
      <SurveyPreview
        key={locale}
        version={{ id, number, definition }}
        months={await getCommentMonths()}
        {...{ words, locale }}
        done={{
          title: t('surveys.preview.doneTitle'),
          text: t('surveys.preview.doneText'),
          again: t('surveys.preview.again'),
        }}
      />
    </div>
  )
}
