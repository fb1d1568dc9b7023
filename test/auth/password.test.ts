import { describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from '@/auth/password'
import { checkPassword, makePassword } from '@/auth/password-rules'

describe('passwords', () => {
  it('are kept as argon2id with 64 MiB and three passes, salted', async () => {
    const [one, other] = await Promise.all([hashPassword('câu dài'), hashPassword('câu dài')])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    expect(one).not.toBe(other)
  })

  it('fit only themselves, however their letters were composed', async () => {
    const kept = await hashPassword('một câu dễ nhớ')
    expect(await verifyPassword(kept, 'một câu dễ nhớ'.normalize('NFD'))).toBe(true)
    expect(await verifyPassword(kept, 'một câu dễ nhơ')).toBe(false)
  })

  it('never fit a person who does not exist, after the same work', async () => {
    const kept = await hashPassword('một câu dễ nhớ')
    const known = await duration(() => verifyPassword(kept, 'sai mật khẩu'))
    const unknown = await duration(() => verifyPassword(undefined, 'sai mật khẩu'))
    expect(await verifyPassword(undefined, '')).toBe(false)
    expect(unknown).toBeGreaterThan(known / 4)
  })
})

describe('the rules for a new password', () => {
  const lan = {
    own: ['Nguyễn Thị Phong Lan', 'phonglan.nt@tanhiep.gov.vn', 'Ủy ban nhân dân xã Tân Hiệp'],
  }

  it('ask for 15 letters, counted as a person counts them, or for 12 beside a second factor', () => {
    const short = { problems: [{ code: 'password-short', params: { n: 15 } }] }
    expect(checkPassword('nắng bụi đồi x', lan)).toMatchObject(short)
    expect(checkPassword('nắng bụi đồi xa', lan).ok).toBe(true)
    expect(checkPassword('nắng bụi đồi x'.normalize('NFD'), lan)).toMatchObject(short)
    expect(checkPassword('nắng bụi đồi', { ...lan, hasSecondFactor: true }).ok).toBe(true)
    expect(checkPassword('nắng bụi đồ', { ...lan, hasSecondFactor: true }).ok).toBe(false)
    const long = { problems: [{ code: 'password-long' }] }
    expect(checkPassword(`${'cá '.repeat(85)} ao sâu nước cả`, lan)).toMatchObject(long)
  })

  it.each([
    'aaaaaaaaaaaaaaa',
    'abababababababa',
    '123456789012345',
    '987654321098765',
    'qwertyuiopasdfgh',
    '1q2w3e4r5t1q2w3e4r5t',
    'Password2026!!!!',
    'matkhau123456789',
    'Mật khẩu của tôi 2026',
    'anhyeuemmaimai2025',
    'Em yêu anh mãi mãi',
    'hailong-khaosat-2026',
    'ToiYeuVietNam1975',
    'motcua@dichvucong1',
    'NguyenThiPhongLan',
    'phonglan.nt@2026.vn',
    'xãTânHiệp-2026-2026',
    '...............',
  ])('refuse %s, which is tried first', (password) => {
    const common = { problems: [{ code: 'password-common' }] }
    expect(checkPassword(password, lan)).toMatchObject(common)
  })

  it.each([
    'chan-troi-mau-xanh-2026',
    'thuyền về bến cũ lúc trời mưa',
    'ផ្កាឈូករីកក្នុងបឹងធំ',
    '839201746529104',
    'matkhau lá tre rụng ao làng',
  ])('take %s', (password) => {
    expect(checkPassword(password, lan)).toEqual({ ok: true, value: password })
  })

  it('are met by a made one, which is never the same', () => {
    const made = Array.from({ length: 300 }, makePassword)
    expect(new Set(made).size).toBe(300)
    for (const one of made) {
      expect(one).toMatch(/^([a-hjkmnp-z2-9]{5}-){3}[a-hjkmnp-z2-9]{5}$/)
      expect(checkPassword(one, lan).ok).toBe(true)
    }
  })
})

async function duration(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
