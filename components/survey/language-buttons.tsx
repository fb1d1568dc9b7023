import { type Locale, locales } from '@/domain/survey'
import { languageNames } from '@/lib/words'
import styles from './language-buttons.module.css'
import { formId } from './survey-parts'

/**
 * Languages as buttons. They submit the form, so that without JavaScript what was typed comes along; with it the
 * switch is instant. The hidden button comes first, because Enter in a form presses its first button.
 */
export function LanguageButtons(props: {
  label: string
  current: Locale
  offered: readonly Locale[]
  onChoose: (locale: Locale) => void
}) {
  return (
    <nav aria-label={props.label} className={styles.languages}>
      <button type="submit" form={formId} hidden tabIndex={-1} />
      {locales
        .filter((locale) => props.offered.includes(locale))
        .map((locale) => (
          <button
            key={locale}
            type="submit"
            form={formId}
            name="lang"
            value={locale}
            lang={locale}
            aria-current={locale === props.current ? 'true' : undefined}
            onClick={(event) => {
              event.preventDefault()
              props.onChoose(locale)
            }}
          >
            {languageNames[locale]}
          </button>
        ))}
    </nav>
  )
}
