import { type Locale, locales } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { localeOf } from '@/lib/request-locale'
import { languageNames } from '@/lib/words'

/** What a plain page says, in the person's language, and where it leads on to. */
export type PlainWords = Readonly<{ title: string; text: string; href: string; label: string }>

/**
 * A small page of its own with this status. Written by hand because pages of the framework cannot answer 410, 409, 413
 * or 429.
 */
export function plainAnswer(
  request: Request,
  status: number,
  { title, text, href, label }: PlainWords,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const locale = localeOf(request)
  const t = translator(locale)
  const name = t('app.name')
  const nonce = request.headers.get('x-nonce') ?? ''
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${title} · ${name}`)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style nonce="${escaped(nonce)}">${looks}</style>
</head>
<body><main>
<p>${escaped(name)}</p>
${request.method === 'GET' ? languages(locale, t('language.label')) : ''}<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>
<p><a href="${escaped(href)}">${escaped(label)}</a></p>
</main></body>
</html>
`
  return new Response(html, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'private, no-store',
      ...headers,
    },
  })
}

/** The same page in the other languages; what a form was answered with has no address to ask for again. */
function languages(current: Locale, label: string): string {
  const links = locales.map((locale) =>
    locale === current
      ? `<span lang="${locale}" aria-current="true">${languageNames[locale]}</span>`
      : `<a lang="${locale}" hreflang="${locale}" href="?lang=${locale}">${languageNames[locale]}</a>`,
  )
  return `<nav aria-label="${escaped(label)}">${links.join(' ')}</nav>\n`
}

// The style sheets of the app have names that only its own pages know: these are the colours of app/tokens.css.
// Of the fonts only the one that many devices lack: these pages are also what a crowd gets.
const looks = `
@font-face{font-family:"Our Khmer";src:url(/khmer.woff2) format("woff2");font-weight:100 900;unicode-range:U+1780-17FF,U+19E0-19FF,U+200C-200D,U+25CC}
:root{color-scheme:light dark;font-family:"Noto Sans","Our Khmer",system-ui,sans-serif;line-height:1.6}
:lang(km){line-height:1.8}
body{margin:0;padding:1.5rem 1rem;background:#f5f6f6;color:#16191b}
a{color:#0b5e63}
@media(prefers-color-scheme:dark){body{background:#111415;color:#eef1f2}a{color:#63c3c6}}
main{max-width:42rem;margin:0 auto}
h1{font-size:1.75rem;line-height:1.4;margin:2rem 0 1rem}
p{font-size:1.0625rem}
main>p:first-child{font-weight:700}
nav{display:flex;flex-wrap:wrap;gap:0 1.5rem}
nav>span{line-height:2.75rem;font-weight:600}
a{display:inline-block;min-height:2.75rem;line-height:2.75rem}
`

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
