import type { ReactNode } from 'react'
import { UnreachedNotice } from '@/components/staff/unreached-notice'
import { requestWords } from '@/lib/request-locale'
import { LanguageFrame } from '../language-frame'
import { inLanguage } from './address'

/** The frame of the pages by which staff come in; `address` is the page that opens in another language. */
export async function EntranceFrame(props: Readonly<{ address: string; children: ReactNode }>) {
  const t = await requestWords()
  return (
    <LanguageFrame skip="app.skip" hrefFor={(one) => inLanguage(props.address, one)}>
      {props.children}
      <UnreachedNotice text={t('staff.unreached')} />
    </LanguageFrame>
  )
}
