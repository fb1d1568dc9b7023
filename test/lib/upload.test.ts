import { expect, test } from 'vitest'
import { readUpload } from '@/lib/upload'

const upload = (body: string) =>
  readUpload(
    new Request('http://localhost/', {
      method: 'POST',
      body,
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
    }),
    2_000_000,
  )
const part = '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\nx\r\n'

test('a form of some parts is read, one of thousands is none: all of them would be made in one go', async () => {
  const some = await upload(`${part.repeat(20)}--b--\r\n`)
  expect(some.ok && some.value.form.getAll('a').length).toBe(20)
  expect(await upload(`${part.repeat(30_000)}--b--\r\n`)).toMatchObject({
    ok: false,
    problems: [{ code: 'not-json' }],
  })
})
