import type { BrowserContext, Page } from '@playwright/test'
import { looksLike, numbersIn } from './payloads'

/** What a browser shows of a page: what came of texts that are none, and every text in which a number stands. */
export type Sight = Readonly<{ harm: readonly string[]; texts: readonly string[] }>

/** Writes down what no page may do: open a dialog, or ask another host. */
export function watchFor(context: BrowserContext, origin: string): string[] {
  const seen: string[] = []
  context.on('dialog', (dialog) => {
    seen.push(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) seen.push(`asks for ${url}`)
  })
  return seen
}

/** Looks through the page as it stands. */
export const lookAt = (page: Page): Promise<Sight> =>
  page.evaluate(() => {
    const harm: string[] = []
    if ('__hit' in window) harm.push(`a script has run: ${Reflect.get(window, '__hit')}`)
    const made = '[data-hit], iframe, object, embed, base, foreignObject, svg script'
    for (const one of document.querySelectorAll(made))
      harm.push(`made: ${one.outerHTML.slice(0, 80)}`)
    const texts = [document.title]
    const blocks = 'p, li, td, th, dd, dt, option, label, legend, caption, h1, h2, h3, h4, title'
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) harm.push(`${name}=${value.slice(0, 80)}`)
        if (/^\s*javascript:/i.test(value) && /^(href|src|action|formaction)$/i.test(name)) {
          harm.push(`${name}=${value.slice(0, 80)}`)
        }
        if (/^(aria-label|title|alt|placeholder|value)$/.test(name)) texts.push(value)
      }
      if (element instanceof HTMLTextAreaElement) texts.push(element.value)
      const isOwn = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE)
      const isText = isOwn && !/^(script|style)$/i.test(element.tagName)
      if (isText) texts.push((element.closest(blocks) ?? element).textContent ?? '')
    }
    return { harm, texts: texts.filter((text) => /«\d+»/.test(text)) }
  })

/** Those of the numbered texts that do not stand there as they were typed; `seen` gets the number of those that do. */
export function findChanged(
  texts: readonly string[],
  typed: readonly string[],
  seen: Set<number>,
): string[] {
  return [...new Set(texts)].flatMap((text) =>
    numbersIn(text).flatMap((n) => {
      const whole = looksLike(typed[n] ?? '')
      if (!looksLike(text).includes(whole)) return [`“${text.slice(0, 120)}” is not “${whole}”`]
      seen.add(n)
      return []
    }),
  )
}
