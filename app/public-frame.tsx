import type { ReactNode } from 'react'
import { LanguageSwitch } from '@/components/ui/language-switch'
import { PageFrame } from '@/components/ui/page-frame'
import { locales } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'

/** The frame of the pages that anybody may open and that hold no form. */
export async function PublicFrame({ children }: { children: ReactNode }) {
  const locale = await requestLocale()
  const t = translator(locale)
  return (
    <PageFrame
      name={t('app.name')}
      homeHref="/"
      skipLabel={t('citizen.skip')}
      tools={
        <LanguageSwitch
          label={t('language.label')}
          current={locale}
          offered={locales}
          hrefFor={(one) => `?lang=${one}`}
        />
      }
      foot={<p>{t('citizen.foot')}</p>}
    >
      {children}
    </PageFrame>
  )
}
