import { execFileSync } from 'node:child_process'
import { chromium, type Page } from '@playwright/test'
import { findBrowser } from '@/scripts/browser.mjs'
import { type App, startApp } from '@/test/helpers/app'
import { startBareServer } from './bare-server'
import { surveyCodes } from './bodies'
import { quantile } from './load'
import { layOut } from './table'

/** Chrome's "slow 3G": 400 kbit/s both ways, 400 ms for every round trip. */
const slow3G = {
  offline: false,
  latency: 400,
  downloadThroughput: (400 * 1024) / 8,
  uploadThroughput: (400 * 1024) / 8,
}
const visits = 3

/** The citizen's page on a slow phone in a slow network, beside a bare page of the same framework. */
export async function pageSpeed(): Promise<string> {
  const bare = await startBareServer()
  const app = await startApp()
  try {
    const base = await visit(`http://127.0.0.1:${bare.port}/`, 'body')
    const rows = [row('bare page', base, base)]
    for (const code of surveyCodes) {
      rows.push(
        row(`/s/${code}`, await visit(`${app.origin}/s/${code}`, 'main form fieldset'), base),
      )
    }
    const head = [
      'slow 3G, CPU at a quarter',
      'to answer s',
      'scripts ready s',
      'KB in all',
      'to answer, of bare',
    ]
    return `${layOut([head, ...rows])}\n${visits} first visits each, medians. An answer counts from the first paint on: what is tapped before the scripts are there is kept.`
  } finally {
    await Promise.all([app.stop(), bare.stop()])
    app.remove()
  }
}

type Visit = Readonly<{ shown: number; ready: number; bytes: number }>

async function visit(url: string, target: string): Promise<Visit> {
  const executablePath = findBrowser()
  const browser = await chromium.launch({
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    ...(executablePath ? { executablePath } : {}),
  })
  const all: Visit[] = []
  try {
    for (let i = 0; i < visits; i++) {
      const context = await browser.newContext({ viewport: { width: 360, height: 740 } })
      all.push(await measure(await context.newPage(), url, target))
      await context.close()
    }
  } finally {
    await browser.close()
  }
  const median = (of: (one: Visit) => number) => quantile(all.map(of), 0.5)
  return {
    shown: median((one) => one.shown),
    ready: median((one) => one.ready),
    bytes: median((one) => one.bytes),
  }
}

async function measure(page: Page, url: string, target: string): Promise<Visit> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slow3G)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  let bytes = 0
  session.on('Network.loadingFinished', (one) => {
    bytes += one.encodedDataLength
  })
  await page.goto(url, { waitUntil: 'commit', timeout: 120_000 })
  await page.locator(target).first().waitFor({ timeout: 120_000 })
  const shown = await page.evaluate(firstPaint)
  // React marks what it has taken over.
  await page
    .waitForFunction(
      () => {
        const one = document.querySelector('main form') ?? document.body
        return Object.keys(one).some((key) => key.startsWith('__react'))
      },
      undefined,
      { timeout: 120_000 },
    )
    .catch(() => undefined)
  const ready = await page.evaluate(() => performance.now())
  await page.waitForLoadState('networkidle')
  return { shown: shown / 1000, ready: ready / 1000, bytes }
}

function firstPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => {
      const [paint] = list.getEntriesByName('first-contentful-paint')
      if (paint) resolve(paint.startTime)
    }).observe({ type: 'paint', buffered: true })
  })
}

const row = (name: string, one: Visit, base: Visit): string[] => [
  ...[name, one.shown.toFixed(2), one.ready.toFixed(2), (one.bytes / 1024).toFixed(1)],
  (one.shown / base.shown).toFixed(2),
]

/** Mebibytes of the process that are in memory. */
const residentOf = (pid: number): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024

/** From the command to the first page, and what is held when nobody asks for anything. */
export async function startUp(): Promise<string> {
  const first = await startApp()
  await first.stop()
  const times: number[] = []
  let memory = 0
  for (let i = 0; i < 3; i++) {
    const began = performance.now()
    const app: App = await startApp({ dataDir: first.dataDir })
    await fetch(`${app.origin}/api/health/ready`)
    times.push(performance.now() - began)
    await new Promise((resolve) => setTimeout(resolve, 3000))
    memory = residentOf(app.pid)
    await app.stop()
  }
  first.remove()
  return `From the command to ready: ${(quantile(times, 0.5) / 1000).toFixed(1)} s. At rest: ${memory.toFixed(0)} MiB.`
}
