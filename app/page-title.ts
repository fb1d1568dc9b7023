import type { Metadata } from 'next'
import { requestLocale } from '@/lib/http'
import { type MessageKey, translator } from '@/lib/i18n'

/** The `generateMetadata` of a page whose title is one of the interface's words. */
export const titled = (title: MessageKey) => async (): Promise<Metadata> => ({
  title: translator(await requestLocale())(title),
})
