import type { Locale } from '@/domain/survey'
import { languageNames } from '@/lib/words'
import styles from './language-switch.module.css'

/** Links to the same page in each language; the current one is text, not a link. */
export function LanguageSwitch(props: {
  label: string
  current: Locale
  offered: readonly Locale[]
  hrefFor: (locale: Locale) => string
}) {
  return (
    <nav aria-label={props.label} className={styles.languages}>
      <ul>
        {props.offered.map((locale) => (
          <li key={locale}>
            {locale === props.current ? (
              <span lang={locale} aria-current="true">
                {languageNames[locale]}
              </span>
            ) : (
              <a lang={locale} hrefLang={locale} href={props.hrefFor(locale)}>
                {languageNames[locale]}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}
