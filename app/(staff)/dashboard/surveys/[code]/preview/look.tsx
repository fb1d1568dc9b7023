import { formWords, kioskWords } from '@/app/form-words'
import { KioskPreview } from '@/components/survey/kiosk/kiosk-preview'
import { PaperForm } from '@/components/survey/paper-form'
import { SurveyPreview } from '@/components/survey/survey-preview'
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
  textLocale: Locale
}) {
  const { as, t, textLocale } = props
  const { id, number, definition } = props.version
  const textWords = formWords(textLocale)
  if (as === 'paper') {
    return <PaperForm definition={definition} words={textWords} locale={textLocale} />
  }
  if (as === 'kiosk') {
    const words = kioskWords(textLocale)
    return (
      <div className={styles.tablet} lang={textLocale}>
        <KioskPreview
          key={textLocale}
          {...{ definition, words, locale: textLocale, textLocale }}
          scale={words.scale}
        />
      </div>
    )
  }
  return (
    <div className={styles.preview} lang={textLocale}>
      <SurveyPreview
        key={textLocale}
        version={{ id, number, definition }}
        channel="link"
        place=""
        months={await getCommentMonths()}
        {...{ words: textWords, textWords, locale: textLocale, textLocale }}
        done={{
          title: t('surveys.preview.doneTitle'),
          text: t('surveys.preview.doneText'),
          again: t('surveys.preview.again'),
        }}
      />
    </div>
  )
}
