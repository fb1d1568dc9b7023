import { expect, type Page } from '@playwright/test'
import { scrollsSideways, violations } from '../helpers/accessibility'
import { openAs, test } from '../helpers/staff'

const view = 'unit=opg&survey=kiosk-1&from=2025-01-01&to=2025-12-31'

test.describe('closing a period', () => {
  test.use({ allowedErrors: ['status of 404'] })

  test('is asked, stored, listed, printed and accessible', async ({ page, office }) => {
    await openAs(page, `/dashboard?${view}`)
    const [, rate] = /(\d+,\d+%)/.exec(await page.locator('main').innerText()) ?? []
    await page.getByRole('link', { name: 'Chốt số liệu', exact: true }).click()
    await expect(page.getByText('Cần biết trước khi chốt')).toBeVisible()
    await expect(page.getByText(`${rate} (`)).toBeVisible()
    expect(await violations(page)).toEqual([])
    await page.getByLabel('Ghi chú (không bắt buộc)').fill('Báo cáo năm')
    await page.getByRole('button', { name: 'Chốt số liệu' }).click()
    await expect(page.getByText('Đã chốt số liệu.')).toBeVisible()
    await expect(page.getByText(/Số liệu đã chốt lúc/)).toBeVisible()
    await expect(page.getByText('Chưa có gì thay đổi kể từ khi chốt.')).toBeVisible()
    const number = /CHOT-opg-\d{4}-001/.exec(page.url())?.[0] ?? ''
    for (const language of ['vi', 'km']) {
      for (const path of ['/dashboard/closings', `/dashboard/closings/${number}`]) {
        await page.setViewportSize({ width: 1280, height: 860 })
        await page.goto(`${path}?lang=${language}`)
        expect(
          await violations(page, { colours: language === 'vi' }),
          `${path} ${language}`,
        ).toEqual([])
        if (language === 'km') expect(await unmarked(page), path).toEqual([])
        await page.setViewportSize({ width: 320, height: 640 })
        expect(await scrollsSideways(page), `${path} ${language}`).toBe(false)
      }
    }
    await page.goto(`/dashboard/closings/${number}?lang=vi`)
    const word = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Tải báo cáo Word của lần chốt này' }).click()
    expect((await word).suggestedFilename()).toMatch(new RegExp(`${number}\\.docx$`))
    await page.goto(`/dashboard/report?closing=${number}&lang=vi`)
    await expect(page.getByText(`Số liệu chốt số ${number}; mã kiểm tra`)).toBeVisible()
    await page.goto(`/dashboard?${view}`)
    await page.getByRole('link', { name: number }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Văn phòng lớn')

    await page.context().clearCookies()
    await openAs(page, '/dashboard/closings', office.viewer)
    await expect(page.getByText('Chưa có lần chốt số liệu nào.')).toBeVisible()
    for (const path of [
      `/dashboard/closings/${number}`,
      '/dashboard/closings/CHOT-opg-2026-999',
      `/dashboard/report?closing=${number}`,
      `/dashboard/closings/new?unit=nho`,
    ]) {
      expect((await page.goto(path))?.status(), path).toBe(404)
    }
  })
})

/** Texts in Vietnamese that a page in another language does not say to be so; names of people and offices are what they are. */
const unmarked = (page: Page) =>
  page.evaluate(() => {
    const names = /^(Văn phòng lớn|Quản trị|Báo cáo năm)$/
    const found: string[] = []
    const nodes = document.createTreeWalker(
      document.querySelector('main') as Node,
      NodeFilter.SHOW_TEXT,
    )
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const language = node.parentElement?.closest('[lang]')?.getAttribute('lang')
      if (/[ăâđêôơư\u1ea0-\u1ef9]/i.test(text) && language !== 'vi' && !names.test(text))
        found.push(text)
    }
    return found
  })
