import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, expect, type Page } from '@playwright/test'
import type { App } from './app'
import { test as base } from './browser'
import { type KioskFront, openFront } from './kiosk-front'
import { makeCode } from './kiosk-office'

export const pin = '246810'

/** A tablet; one that is to be started anew has a profile on the disk, which outlives its browser. */
export class Kiosk {
  private constructor(
    readonly app: App,
    readonly front: KioskFront,
    private readonly profile: string,
    private readonly launch: (profile: string) => Promise<BrowserContext>,
    public context: BrowserContext,
    public page: Page,
  ) {}

  static async unpack(app: App, launch: (profile: string) => Promise<BrowserContext>) {
    const front = await openFront(app.origin)
    const profile = mkdtempSync(join(tmpdir(), 'hai-long-tablet-'))
    const context = await launch(profile)
    const page = context.pages()[0] ?? (await context.newPage())
    return new Kiosk(app, front, profile, launch, context, page)
  }

  /** `host`: `tablet.test` is a name over plain http. */
  async open(host = 'localhost'): Promise<this> {
    await this.page.goto(`${this.front.origin.replace('localhost', host)}/kiosk`)
    return this
  }

  /** Types a code and a PIN. */
  async register(surveys: readonly string[] = ['kiosk-1'], app = this.app): Promise<void> {
    await this.page.getByLabel('Mã đăng ký').fill(await makeCode(app, surveys))
    await this.page.getByLabel('Mã PIN của cán bộ').fill(pin)
    await this.page.getByLabel('Nhập lại mã PIN').fill(pin)
    await this.page.getByRole('button', { name: 'Đăng ký máy này' }).click()
  }

  /** Registers, and waits for the start screen. */
  async enrol(...where: Parameters<Kiosk['register']>): Promise<this> {
    await this.register(...where)
    await expect(this.page.getByRole('contentinfo')).toBeVisible()
    return this
  }

  /** Waits until the service worker keeps the page. */
  async settle(): Promise<this> {
    await this.page.evaluate(() => navigator.serviceWorker.ready)
    await expect
      .poll(() => this.page.evaluate(() => navigator.serviceWorker.controller !== null))
      .toBe(true)
    return this
  }

  face(name: string) {
    return this.page.getByRole('button', { name, exact: true })
  }

  async rate(level = 'Hài lòng'): Promise<void> {
    await this.face(level).click()
    await expect(this.page.getByText('Ông/Bà đã chọn:')).toBeVisible()
  }

  async finish(): Promise<void> {
    await this.page.getByRole('button', { name: /^(Gửi ý kiến|Bỏ qua và gửi)$/ }).click()
  }

  async expectThanks(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('Cảm ơn Ông/Bà')
  }

  async toStart(shown = 'Hài lòng'): Promise<void> {
    // On a slow machine the screen may have gone by itself meanwhile.
    const back = this.page.getByRole('button', { name: 'Về màn hình đầu' })
    await expect(back.or(this.face(shown))).toBeVisible()
    await back.click({ timeout: 5_000 }).catch(() => undefined)
    await expect(this.face(shown)).toBeVisible()
  }

  /** One person from the first tap to the start screen. */
  async visit(level?: string): Promise<void> {
    await this.rate(level)
    await this.finish()
    await this.expectThanks()
    await this.toStart()
  }

  /** Ends the browser as a power cut would, and starts it again with the same profile. */
  async restart(): Promise<this> {
    killBrowser(this.profile)
    await this.context.close().catch(() => undefined)
    this.context = await this.launch(this.profile)
    this.page = this.context.pages()[0] ?? (await this.context.newPage())
    return this
  }

  /** When the browser sent what is answered so next, by its own clock: a test hears of it late. */
  async sending(status: number): Promise<number> {
    const answer = await this.page.waitForResponse((one) => one.status() === status)
    return answer.request().timing().startTime
  }

  /** What this browser holds in a store of the queue. */
  held(store: 'outbox' | 'quarantine' | 'acknowledged' | 'drafts'): Promise<number> {
    return this.page.evaluate(
      (name) =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('hai-long')
          opening.onerror = () => reject(opening.error)
          opening.onsuccess = () => {
            const count = opening.result.transaction(name).objectStore(name).count()
            count.onsuccess = () => {
              opening.result.close()
              resolve(count.result)
            }
          }
        }),
      store,
    )
  }

  /** Five presses within three seconds, however slow the machine is. */
  async callStaff(): Promise<void> {
    await this.page
      .getByRole('banner')
      .getByRole('button')
      .first()
      .evaluate((wordmark: HTMLElement) => {
        for (let press = 0; press < 5; press++) wordmark.click()
      })
  }

  async openPanel(): Promise<void> {
    await this.callStaff()
    await this.page.getByRole('dialog').getByLabel('Mã PIN của cán bộ').fill(pin)
    await this.page.getByRole('button', { name: 'Mở', exact: true }).click()
    await expect(this.page.getByText('Máy chủ trả lời lần cuối')).toBeVisible()
  }

  async pack(): Promise<void> {
    await this.context.close()
    await this.front.close()
    rmSync(this.profile, { recursive: true, force: true })
  }
}

const tablet = {
  locale: 'vi-VN',
  timezoneId: 'Asia/Ho_Chi_Minh',
  viewport: { width: 820, height: 1180 },
  hasTouch: true,
}

type Fixtures = { kiosk: Kiosk; script: string; startsAnew: boolean }

/**
 * A tablet as it comes out of its box, at the page of the kiosk. `script` runs first in each of its pages. With
 * `startsAnew` it has a browser of its own that can be killed; starting one takes a second.
 */
export const test = base.extend<Fixtures>({
  script: ['', { option: true }],
  startsAnew: [false, { option: true }],
  kiosk: async ({ app, watched, browser, launchOptions, script, startsAnew }, use) => {
    const kiosk = await Kiosk.unpack(app, async (profile) => {
      const context = startsAnew
        ? await chromium.launchPersistentContext(profile, { ...launchOptions, ...tablet })
        : await browser.newContext(tablet)
      // Its first page is blank, and not the script's affair.
      if (!startsAnew) await context.newPage()
      await context.addInitScript(script)
      return watched(context)
    })
    await use(await kiosk.open())
    await kiosk.pack()
  },
})

/** Kills the browser that runs on a profile, without a chance to write anything more. */
function killBrowser(profile: string): void {
  const isOurs = (id: string) => {
    try {
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8')
      return command.includes(profile) && !command.includes('--type=')
    } catch {
      return false
    }
  }
  const running = existsSync('/proc') ? readdirSync('/proc') : []
  for (const id of running.filter((name) => /^\d+$/.test(name))) {
    if (isOurs(id)) process.kill(Number(id), 'SIGKILL')
  }
}
