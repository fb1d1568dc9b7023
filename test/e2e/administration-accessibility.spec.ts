import { expect, type Page } from '@playwright/test'
import { scrollsSideways, violations } from '../helpers/accessibility'
import { openAs, test } from '../helpers/staff'

const unit = '/dashboard/units/office'
const parts = {
  'the units and their pages': [
    '/dashboard/units',
    '/dashboard/units?q=khong-co',
    '/dashboard/units?problem=unit-exists&field=code&code=office&name=A&level=xa',
    unit,
    `${unit}?problem=desk-exists&field=code&code=1`,
    `${unit}/edit`,
    `${unit}/desks/1`,
    `${unit}/links/kiosk-1/poster`,
    '/dashboard/unit-list/import',
  ],
  'fields, limits and demanded second factors': [
    '/dashboard/fields',
    '/dashboard/fields?q=dat',
    '/dashboard/fields?problem=field-exists&field=name&name=A',
    '/dashboard/fields/dat-dai',
    '/dashboard/field-list/import',
    '/dashboard/limits',
    '/dashboard/limits?problem=range-exists',
    '/dashboard/people/second-factor',
    '/dashboard/comments/retention?months=3',
    '/dashboard/comments/retention?problem=not-months&field=months',
  ],
  'the steps of the set-up': [
    '/dashboard/setup/unit',
    '/dashboard/setup/unit?problem=blank-name&field=name&name=&level=xa',
    '/dashboard/setup/desk',
    '/dashboard/setup/desk?problem=desk-exists&field=code&code=1&label=A',
    '/dashboard/setup/survey',
    '/dashboard/setup/collect',
    '/dashboard/setup/collect?problem=no-survey',
    '/dashboard/setup/ready',
  ],
}

async function expectAccessible(page: Page, place: string, language: 'vi' | 'km') {
  expect(await violations(page, { colours: language === 'vi' }), place).toEqual([])
  expect(await scrollsSideways(page), place).toBe(false)
}

test.use({ viewport: { width: 320, height: 640 } })

for (const language of ['vi', 'km'] as const) {
  for (const [part, paths] of Object.entries(parts)) {
    test(`${part} in ${language} are accessible`, async ({ page }) => {
      await openAs(page, `/dashboard?lang=${language}`)
      for (const path of paths) {
        await page.goto(path)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await expectAccessible(page, path, language)
      }
    })
  }

  test(`a list in a file is accessible in ${language}, with what is wrong and with what it would add`, async ({
    page,
  }) => {
    await openAs(page, `/dashboard/units?lang=${language}`)
    for (const [place, text] of [
      ['unit-list', 'code;name;level;parent_code\nx1;Xã Một;nothing;nowhere\n;;;'],
      ['unit-list', 'code;name;level;parent_code\nx1;Xã Một;xa;office'],
      ['field-list', 'lĩnh vực;nhóm\nNuôi ong;Không có nhóm này'],
      ['field-list', 'lĩnh vực;nhóm\nNuôi ong;Nông nghiệp, thủy lợi'],
    ] as const) {
      await page.goto(`/dashboard/${place}/import`)
      const buffer = Buffer.from(text)
      await page.locator('input[type=file]').setInputFiles({
        name: 'danh-muc.csv',
        mimeType: 'text/csv',
        buffer,
      })
      await page.locator('form[enctype] button').click()
      await page.waitForURL(/draft=|problem=/)
      await expectAccessible(page, text, language)
    }
  })
}
