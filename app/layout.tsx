import type { Metadata, Viewport } from 'next'
import { headers } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { fontVariables } from './fonts'
import './tokens.css'
import './base.css'
import { WayOut } from './way-out'

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await requestLocale())
  return {
    title: { default: t('app.name'), template: `%s · ${t('app.name')}` },
    description: t('app.tagline'),
    robots: { index: false },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f6f6' },
    { media: '(prefers-color-scheme: dark)', color: '#111415' },
  ],
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is rendered per request: a nonce cannot live in a page made at build time.
  await connection()
  const nonce = (await headers()).get('x-nonce') ?? ''
  return (
    <html lang={await requestLocale()} className={fontVariables}>
      <body>
        <WayOut nonce={nonce} />
        {children}
      </body>
    </html>
  )
}
