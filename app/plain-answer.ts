import { type Locale, locales } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { localeOf } from '@/lib/request-locale'
import { languageNames } from '@/lib/words'

/** What a plain page says, in the person's language, and where it leads on to. */
export type PlainWords = Readonly<{
  title: string
  text: string
  href: string
  label: string
  /** What the person wrote and is to have back, under its own heading. */
  written?: Readonly<{ title: string; texts: readonly string[] }> | undefined
}>

/**
 * A small page of its own with this status. Written by hand because pages of the framework cannot answer 410, 409, 413
 * or 429.
 */
export function plainAnswer(
  request: Request,
  status: number,
  { title, text, href, label, written }: PlainWords,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const t = translator(localeOf(request))
  const name = t('app.name')
  const nonce = request.headers.get('x-nonce') ?? ''
  const html = `<!doctype html>
<html lang="${t.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${title} · ${name}`)}</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style nonce="${escaped(nonce)}">${looks}</style>
</head>
<body>
<header><div>
<a href="/"><img src="/icon.svg" width="32" height="32" alt="">${escaped(name)}</a>
${request.method === 'GET' ? languages(t.locale, t('language.label')) : ''}</div></header>
<main>
<h1>${escaped(title)}</h1>
<p>${escaped(text)}</p>${written ? quoted(written) : ''}
<a href="${escaped(href)}">${escaped(label)}</a>
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

const quoted = ({ title, texts }: NonNullable<PlainWords['written']>) =>
  [
    `<h2>${escaped(title)}</h2>`,
    ...texts.map((text) => `<blockquote>${escaped(text)}</blockquote>`),
  ].join('\n')

/** The same page in the other languages; what a form was answered with has no address to ask for again. */
function languages(current: Locale, label: string): string {
  const links = locales.map((locale) =>
    locale === current
      ? `<span lang="${locale}" aria-current="true">${languageNames[locale]}</span>`
      : `<a lang="${locale}" hreflang="${locale}" href="?lang=${locale}">${languageNames[locale]}</a>`,
  )
  return `<nav aria-label="${escaped(label)}">${links.join(' ')}</nav>\n`
}

// The style sheets of the app have names that only its own pages know: these are the looks of its frame and button, in the
// colours of app/tokens.css. Of the fonts only the one that many devices lack: these pages are also what a crowd gets.
const looks = `
@font-face{font-family:"Our Khmer";src:url(/khmer.woff2) format("woff2");font-weight:100 900;unicode-range:U+1780-17FF,U+19E0-19FF,U+200C-200D,U+25CC}
:root{color-scheme:light dark;--page:#f5f6f6;--surface:#fff;--ink:#16191b;--edge:#d5dadc;--strong:#757e83;--accent:#0b5e63;font-family:"Noto Sans","Our Khmer",system-ui,sans-serif;line-height:1.55}
@media(prefers-color-scheme:dark){:root{--page:#111415;--surface:#1a1e20;--ink:#eef1f2;--edge:#353c40;--strong:#869197;--accent:#63c3c6}}
:lang(km){line-height:1.8}
body{margin:0;font-size:1.0625rem;background:var(--page);color:var(--ink)}
a{color:var(--accent);text-underline-offset:.2em}
:focus-visible{outline:3px solid;outline-offset:2px}
header{background:var(--surface);border-bottom:1px solid var(--edge)}
header>div,main{box-sizing:border-box;max-width:44rem;margin:0 auto;padding:.5rem 1rem}
header>div,header a,header span,nav{display:flex;flex-wrap:wrap;align-items:center;gap:0 .25rem}
header>div{justify-content:space-between}
header>div>a{gap:.5rem;min-height:2.75rem;color:inherit;font-size:1.25rem;font-weight:700;text-decoration:none}
nav :is(a,span){min-height:2.75rem;padding:0 .5rem;font-size:.875rem}
nav span{font-weight:650;box-shadow:inset 0 -3px var(--accent)}
main{padding-block:2rem}
h1{margin:0;font-size:clamp(2rem,1.5rem + 2.4vw,3rem);font-weight:650;line-height:1.25;text-wrap:pretty}
h1:lang(km){line-height:1.6}
p{margin:1.5rem 0;font-size:1.25rem}
h2{margin:0;font-size:1.25rem;line-height:1.35}
blockquote{margin:.5rem 0 1.5rem;padding:.5rem 1rem;border-inline-start:4px solid var(--strong);background:var(--surface);white-space:pre-wrap;overflow-wrap:anywhere}
main>a{display:inline-flex;align-items:center;min-height:3rem;padding:.5rem 1.5rem;box-sizing:border-box;border:2px solid var(--strong);border-radius:.5rem;font-weight:650;text-decoration:none}
`

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
