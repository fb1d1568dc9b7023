import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { findBrowser } from '@/scripts/browser.mjs'

/** Compressed bytes of the scripts of a page. */
export type Weight = Readonly<{
  /** What a current browser loads, until the network is quiet. */
  loaded: number
  files: number
  /** Scripts marked `nomodule`: only browsers of before 2018 load them. */
  legacy: number
}>

/** Opens the page in chromium and weighs every script that it loads, each compressed by gzip. */
export async function weighPage(url: string): Promise<Weight> {
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    ...(executablePath ? { executablePath } : {}),
  })
  try {
    const page = await browser.newPage()
    const sizes: Promise<number>[] = []
    page.on('response', (response) => {
      const isScript = response.request().resourceType() === 'script'
      if (isScript) sizes.push(response.body().then(compressed))
    })
    await page.goto(url, { waitUntil: 'networkidle' })
    const loaded = await Promise.all(sizes)
    const old = await page.$$eval('script[nomodule][src]', (scripts) =>
      scripts.map((script) => (script as HTMLScriptElement).src),
    )
    const legacy = await Promise.all(old.map(async (src) => compressed(await fetchBody(src))))
    return { loaded: sum(loaded), files: loaded.length, legacy: sum(legacy) }
  } finally {
    await browser.close()
  }
}

const compressed = (body: Uint8Array): number => gzipSync(body).length
const fetchBody = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer())
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
