import type { ReactNode } from 'react'
import { LanguageSwitch } from '@/components/ui/language-switch'
import { PageFrame } from '@/components/ui/page-frame'
import { type Locale, locales } from '@/domain/survey'
import type { MessageKey } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'

/** The frame of a page for people who are not signed in: the name, and the page in its other languages. */
export async function LanguageFrame(
  props: Readonly<{
    skip: MessageKey
    hrefFor: (locale: Locale) => string
    foot?: ReactNode
    children: ReactNode
  }>,
) {
  const t = await requestWords()
  return (
    <PageFrame
      name={t('app.name')}
      homeHref="/"
      skipLabel={t(props.skip)}
      tools={
        <LanguageSwitch
          label={t('language.label')}
          current={t.locale}
          offered={locales}
          hrefFor={props.hrefFor}
        />
      }
      foot={props.foot}
    >
      {props.children}
    </PageFrame>
  )
}
