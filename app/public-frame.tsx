import type { ReactNode } from 'react'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { LanguageFrame } from './language-frame'

/** The frame of the pages that anybody may open and that hold no form. */
export async function PublicFrame({ children }: { children: ReactNode }) {
  const t = translator(await requestLocale())
  return (
    <LanguageFrame
      skip="citizen.skip"
      hrefFor={(one) => `?lang=${one}`}
      foot={<p>{t('citizen.foot')}</p>}
    >
      {children}
    </LanguageFrame>
  )
}
