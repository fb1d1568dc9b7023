import { expect, type Page } from '@playwright/test'
import { scrollsSideways, violations } from '../helpers/accessibility'
import { type Office, openAs, test } from '../helpers/staff'

const page404 = ['status of 404']
const path = '/dashboard/devices'

/** What a tablet does with the code that stands on the page. */
async function enrolWith(office: Office, code: string) {
  const answer = await fetch(`${office.origin}/api/v1/devices`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  })
  return { status: answer.status, ...((await answer.json()) as { credential: string }) }
}

async function report(office: Office, credential: string, changes: object = {}) {
  const sentAt = Date.now()
  const said = { queueLength: 0, oldestWaitingAt: null, quarantineLength: 0, appVersion: '0.1.0' }
  const storage = { storagePersisted: true, storageFree: 5_000_000_000, clockOffset: 3 }
  await fetch(`${office.origin}/api/v1/devices/self/report`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Device ${credential}` },
    body: JSON.stringify({ ...said, ...storage, sentAt, ...changes }),
  })
}

const shownCode = (page: Page) => page.locator('#made-code [translate=no]').first()

async function makeCode(page: Page, name: string): Promise<string> {
  await page.goto(path)
  await page.getByLabel(/^Tên máy/).fill(name)
  await page.getByRole('button', { name: 'Tạo mã dùng một lần' }).click()
  return shownCode(page).innerText()
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a tablet is enrolled, seen, and revoked after a question', async ({ page, office }) => {
    await openAs(page, path)
    const code = await makeCode(page, 'Máy cửa vào')
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
    await page.goto('/dashboard')
    await page.getByRole('link', { name: 'Quản trị' }).click()
    await page.getByRole('main').getByRole('link', { name: 'Máy tính bảng', exact: true }).click()
    await expect(shownCode(page)).toHaveText(code)

    const { status, credential } = await enrolWith(office, code)
    expect(status).toBe(201)
    await page.getByRole('link', { name: 'Xem máy đã đăng ký xong chưa' }).click()
    await expect(page.getByText('Đã đăng ký xong')).toBeVisible()
    const card = page.getByRole('listitem').filter({ hasText: 'Máy cửa vào' })
    await expect(card).toContainText('Đã đăng ký, chưa báo về')
    const oldestWaitingAt = Date.now() - 3 * 3_600_000
    await report(office, credential, { queueLength: 7, oldestWaitingAt, quarantineLength: 1 })
    await page.reload()
    await expect(card).toContainText('Đang hoạt động')
    await expect(card).toContainText('Phiếu chờ lâu nhất: 3 giờ trước')
    await expect(card).toContainText('5.000 MB')

    await card.getByRole('link', { name: 'Chi tiết, thu hồi: Máy cửa vào' }).click()
    await page.getByRole('link', { name: 'Không thu hồi' }).click()
    await expect(card).toContainText('Đang hoạt động')
    await card.getByRole('link', { name: /^Chi tiết/ }).click()
    await page.getByRole('button', { name: 'Thu hồi' }).click()
    await expect(page.getByRole('status')).toContainText('Đã thu hồi quyền của máy.')
    await page.getByText('Máy đã thu hồi: 1').click()
    await expect(card).toContainText('Đã thu hồi')
  })

  test('a desk is added, and said to be there when it is added again', async ({ page }) => {
    await openAs(page, path)
    for (const expected of ['Đã thêm quầy.', 'Đơn vị này đã có quầy với mã đó.']) {
      await page.getByLabel('Đơn vị', { exact: true }).selectOption('nho')
      await page.getByLabel(/^Mã quầy/).fill('7')
      await page.getByLabel(/^Tên quầy/).fill('Quầy số 7')
      await page.getByRole('button', { name: 'Thêm quầy' }).click()
      await expect(page.getByText(expected)).toBeVisible()
    }
    await page.getByRole('link', { name: 'Đơn vị này đã có quầy' }).click()
    await expect(page).toHaveURL(/#code$/)
    await expect(page.getByLabel('Quầy', { exact: true })).toContainText('Quầy số 7 (7)')
  })
})

test.describe('who may not', () => {
  test.use({ allowedErrors: page404 })

  for (const who of ['viewer', 'clerk'] as const) {
    test(`a ${who} finds no page of devices and no way to it`, async ({ page, office }) => {
      await openAs(page, who === 'clerk' ? '/dashboard/dossiers' : '/dashboard', office[who])
      await expect(page.getByRole('link', { name: 'Quản trị' })).toHaveCount(0)
      for (const address of [path, `${path}/1`, `${path}/999`]) {
        expect((await page.goto(address))?.status()).toBe(404)
      }
      const headers = { origin: office.origin }
      for (const form of ['code', 'desk', 'silence', '1/revoke']) {
        const answer = await page.request.post(`${path}/${form}`, { form: { hours: '5' }, headers })
        expect([form, answer.status()]).toEqual([form, 404])
      }
    })
  }

  test('nobody sees a device that is not there', async ({ page }) => {
    await openAs(page, path)
    for (const id of ['999', 'x', '1e9', '-1']) {
      expect((await page.goto(`${path}/${id}`))?.status()).toBe(404)
    }
  })
})

for (const language of ['vi', 'en', 'km'] as const) {
  test(`the page in ${language} is accessible: with a code, a tablet, a problem`, async ({
    page,
    office,
  }) => {
    const colours = { colours: language === 'vi' }
    await openAs(page, path)
    const code = await makeCode(page, `Máy ${language}`)
    await page.goto(`${path}?lang=${language}&problem=no-survey&field=surveys`)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(shownCode(page)).toHaveText(code)
    expect(await violations(page, colours)).toEqual([])
    const { credential } = await enrolWith(office, code)
    await report(office, credential, { queueLength: 2, oldestWaitingAt: 1, quarantineLength: 1 })
    await page.goto(`${path}?done=desk`)
    expect(await violations(page, colours)).toEqual([])
    await page.setViewportSize({ width: 320, height: 640 })
    expect(await scrollsSideways(page)).toBe(false)
    const card = page.getByRole('listitem').filter({ hasText: `Máy ${language}` })
    await card.getByRole('link').click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Máy ${language}`)
    expect(await violations(page, colours)).toEqual([])
    expect(await scrollsSideways(page)).toBe(false)
    await page.goto(`${path}?lang=vi`)
  })
}
