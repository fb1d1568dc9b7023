import './tokens.css'
import './base.css'
import type { Metadata, Viewport } from 'next'
import localFont from 'next/font/local'
import { headers } from 'next/headers'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { requestLocale, requestWords } from '@/lib/request-locale'
import { WayOut } from './way-out'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords()
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

// Only the three ranges we print: the package's own style sheet would make a Vietnamese page load
// 168 KB of Latin-extended letters, because both ranges claim ă, đ, ơ and ư.

const latin = localFont({
  src: '../node_modules/@fontsource-variable/noto-sans/files/noto-sans-latin-wght-normal.woff2',
  weight: '100 900',
  adjustFontFallback: false,
  variable: '--font-latin',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    },
  ],
})

const vietnamese = localFont({
  src: '../node_modules/@fontsource-variable/noto-sans/files/noto-sans-vietnamese-wght-normal.woff2',
  weight: '100 900',
  adjustFontFallback: false,
  variable: '--font-vietnamese',
  declarations: [
    {
      prop: 'unicode-range',
      value:
        'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
    },
  ],
})

const khmer = localFont({
  src: '../node_modules/@fontsource-variable/noto-sans-khmer/files/noto-sans-khmer-khmer-wght-normal.woff2',
  weight: '100 900',
  adjustFontFallback: false,
  variable: '--font-khmer',
  preload: false,
  declarations: [{ prop: 'unicode-range', value: 'U+1780-17FF,U+19E0-19FF,U+200C-200D,U+25CC' }],
})

/** Class names that define the font variables of tokens.css. */
const fontVariables = `${latin.variable} ${vietnamese.variable} ${khmer.variable}`
