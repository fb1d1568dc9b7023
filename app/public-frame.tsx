import type { ReactNode } from 'react'
import { requestWords } from '@/lib/request-locale'
import { LanguageFrame } from './language-frame'

/** The frame of the pages that anybody may open and that hold no form. */
export async function PublicFrame({ children }: { children: ReactNode }) {
  const t = await requestWords()
  return (
    <LanguageFrame
      skip="app.skip"
      hrefFor={(one) => `?lang=${one}`}
      foot={<p>{t('citizen.foot')}</p>}
    >
      {children}
    </LanguageFrame>
  )
}
