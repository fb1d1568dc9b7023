import type { ReactNode } from 'react'
import { LanguageSwitch } from '@/components/ui/language-switch'
import { PageFrame } from '@/components/ui/page-frame'
import { locales } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { inLanguage } from './address'

/** The frame of the pages by which staff come in; `address` is the page that opens in another language. */
export async function EntranceFrame(props: Readonly<{ address: string; children: ReactNode }>) {
  const locale = await requestLocale()
  const t = translator(locale)
  return (
    <PageFrame
      name={t('app.name')}
      homeHref="/"
      skipLabel={t('staff.skip')}
      tools={
        <LanguageSwitch
          label={t('language.label')}
          current={locale}
          offered={locales}
          hrefFor={(one) => inLanguage(props.address, one)}
        />
      }
    >
      {props.children}
    </PageFrame>
  )
}
