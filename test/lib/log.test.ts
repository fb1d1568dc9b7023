import { expect, test } from 'vitest'
import { describeFault } from '@/lib/log'

test('a failed query is described by its cause, never by its parameters', () => {
  const cause = Object.assign(new Error('SQLITE_IOERR: disk I/O error'), { code: 'SQLITE_IOERR' })
  const sentence = 'Failed query: select * from users where email = ?\nparams: lan@xa.gov.vn'
  const fault = describeFault(Object.assign(new Error(sentence, { cause }), { query: 'select' }))
  expect(fault).toMatchObject({ code: 'SQLITE_IOERR', message: 'SQLITE_IOERR: disk I/O error' })
  expect(JSON.stringify(fault)).not.toContain('lan@xa.gov.vn')
})

test('anything thrown is described', () => {
  expect(describeFault('nothing')).toMatchObject({ name: 'Error', message: 'nothing' })
  expect(describeFault(new TypeError('no such thing'))).toMatchObject({ name: 'TypeError' })
})
