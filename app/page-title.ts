import type { Metadata } from 'next'
import type { MessageKey } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'

/** The `generateMetadata` of a page whose title is one of the interface's words. */
export const titled = (title: MessageKey) => async (): Promise<Metadata> => ({
  title: (await requestWords())(title),
})
