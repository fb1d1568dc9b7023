import type { Metadata } from 'next'
import { type MessageKey, translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'

/** The `generateMetadata` of a page whose title is one of the interface's words. */
export const titled = (title: MessageKey) => async (): Promise<Metadata> => ({
  title: translator(await requestLocale())(title),
})
