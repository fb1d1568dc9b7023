import type { ReactNode } from 'react'
import { LanguageFrame } from '../language-frame'
import { inLanguage } from './address'

/** The frame of the pages by which staff come in; `address` is the page that opens in another language. */
export const EntranceFrame = (props: Readonly<{ address: string; children: ReactNode }>) => (
  <LanguageFrame skip="app.skip" hrefFor={(one) => inLanguage(props.address, one)}>
    {props.children}
  </LanguageFrame>
)
