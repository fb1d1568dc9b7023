import { expect, type Page } from '@playwright/test'
import { scrollsSideways, violations } from '../helpers/accessibility'
import { authenticatorCode } from '../helpers/authenticator'
import { test } from '../helpers/browser'
import { openAs, signIn } from '../helpers/staff'

const password = 'thuyền về bến cũ chiều mưa'
const path = '/dashboard/account/second-factor'
const main = (page: Page) => page.getByRole('main')

async function expectAccessible(page: Page, state: string) {
  expect(await violations(page), state).toEqual([])
  expect(await scrollsSideways(page), state).toBe(false)
}

for (const language of ['vi', 'km'] as const) {
  test(`every page of the second factor in ${language} is accessible on a small phone`, async ({
    page,
    browser,
    app,
    watched,
  }) => {
    const email = `thu-${language}@xa.gov.vn`
    await openAs(page, '/dashboard/people')
    await page.getByLabel('Họ và tên').fill('Trần Văn Thử')
    await page.getByLabel('Thư điện tử').fill(email)
    await page.getByRole('button', { name: 'Tạo đường dẫn mời' }).click()
    const link = /http\S+\/join\/\S+/.exec(await page.locator('#made-link').innerText())?.[0] ?? ''

    const viewport = { width: 320, height: 640 }
    const phone = watched(await browser.newContext({ baseURL: app.origin, viewport }))
    const own = await phone.newPage()
    await own.goto(`${link}?lang=${language}`)
    await own.locator('[name=password]').fill(password)
    await own.keyboard.press('Enter')
    await own.waitForURL(/done/)
    await own.goto(path)
    await signIn(own, { email, password })
    await own.waitForURL(path)
    await expect(own.locator('html')).toHaveAttribute('lang', language)
    await expectAccessible(own, 'before')
    await main(own).locator('form[action$=begin] button').click()
    const key = await own.locator('strong[translate=no]').innerText()
    await expectAccessible(own, 'key')
    await own.locator('[name=code]').fill('000000')
    await own.locator('[name=password]').fill(password)
    await own.keyboard.press('Enter')
    await own.waitForURL(/problem=/)
    await expectAccessible(own, 'wrong code')
    await own.locator('[name=code]').fill(authenticatorCode(key))
    await own.locator('[name=password]').fill(password)
    await own.keyboard.press('Enter')
    await expect(own.locator('#codes li')).toHaveCount(10)
    await expectAccessible(own, 'recovery codes')

    await phone.clearCookies({ name: /session/ })
    await own.goto(`${path}?lang=${language}`)
    await signIn(own, { email, password })
    await own.waitForURL(/sign-in\/code/)
    await expectAccessible(own, 'code asked for')
    await own.locator('#code').fill('000000')
    await own.keyboard.press('Enter')
    await expect(own.locator('#error-summary')).toBeVisible()
    await own.locator('summary').click()
    await expectAccessible(own, 'wrong code at the sign-in')
    await phone.close()
  })
}
