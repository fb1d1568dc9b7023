import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { Desks } from '@/app/(staff)/dashboard/units/[code]/desks'
import type { DeskView } from '@/db/units/desk-view'
import { translator } from '@/lib/i18n'

const unit = {
  id: 1,
  code: 'xa-a',
  name: 'Xã A',
  level: 'xa',
  parentId: null,
  validFrom: null,
  validTo: null,
  successorId: null,
} as const

const desk = (number: number, label: string, field?: string): DeskView => ({
  id: number,
  unitId: 1,
  code: `q-${number}`,
  label,
  closedAt: null,
  fields: field ? [{ code: 'x', name: field }] : [],
  surveyCodes: [],
})
const many = Array.from({ length: 300 }, (_, index) => desk(index, `Quầy ${index}`))
const all = [...many, desk(300, 'Quầy Hòa Giải'), desk(301, 'Quầy cuối', 'Đất đai')]

/** The desks that the page shows, by the links that lead to them. */
function shown(desks: readonly DeskView[], find: string): string[] {
  const params = new URLSearchParams({ find })
  const page = renderToStaticMarkup(
    <Desks unit={unit} desks={desks} titles={new Map()} params={params} t={translator('vi')} />,
  )
  return [...page.matchAll(/\/desks\/([\w-]+)"/g)].map(([, code = '']) => code)
}

it('of several hundred desks a page shows some, and finds the others without marks', () => {
  expect(shown(all, '')).toHaveLength(50)
  expect(shown(all, 'HOÀ GIAI')).toEqual(['q-300'])
  expect(shown(all, 'dat dai')).toEqual(['q-301'])
  expect(shown(all, 'q-299')).toEqual(['q-299'])
  expect(shown(all, 'không có')).toEqual([])
})

it('few desks are all shown', () => {
  expect(shown(many.slice(0, 50), '')).toHaveLength(50)
})
