import { expect, it } from 'vitest'
import { backTo } from '@/app/(staff)/form-answer'

const page = '/dashboard/field-list/add'
const request = new Request(`http://localhost:3000${page}`, { method: 'POST' })
const problem = { code: 'too-long', field: 'name', params: { max: 120 } }

function leadsTo(form: readonly (readonly [string, string])[]) {
  const fields = new URLSearchParams(form.map(([name, value]) => [name, value]))
  return backTo(page, request, [problem], fields).headers.get('location') ?? ''
}

it('brings what was typed back, each tick too', () => {
  const { searchParams } = new URL(
    leadsTo([
      ['name', 'Lao động'],
      ['field', 'y-te'],
      ['served', 'y-te'],
      ['served', 'dat-dai'],
    ]),
    request.url,
  )
  expect(searchParams.get('name')).toBe('Lao động')
  expect(searchParams.getAll('served')).toEqual(['y-te', 'dat-dai'])
  expect(searchParams.get('problem')).toBe('too-long')
})

it('stays an address that the server takes, however much was typed', () => {
  const location = leadsTo([['name', 'ộ'.repeat(1750)]])
  // Node refuses a head of more than 16 KB, and browsers send cookies besides.
  expect(location.length).toBeLessThan(4000)
  expect(new URL(location, request.url).searchParams.get('name')).toMatch(/^ộ{200,}$/)
})
