import type { DigitChain } from './digit-chain'
import type { Context } from './number-kind'

const phoneContext =
  /(?:\b|_)(?:s?dt|s[dđ]t|phone|tel|zalo|viber|hotline|alo|goi|dien thoai|di dong|so may|lien he|call)[^\p{L}\p{N}]{0,3}(?:so|cho|la|qua)?[^\p{L}\p{N}]{0,3}$/u

const identityContext =
  /(?:cccd|cmnd|cmt|cmtnd|can cuoc(?: cong dan)?|dinh danh(?: ca nhan)?|chung minh(?: nhan dan| thu)?|bhxh|bhyt|ho chieu)[^\p{L}\p{N}]{0,3}(?:so|la|cua toi la)?[^\p{L}\p{N}]{0,3}$/u

const codeContext =
  /(?:ho so|bien nhan|bien lai|phieu|ma hs|ma so|van ban|so thua|thua dat)[^\p{L}\p{N}]{0,3}(?:so|la|ma)?[^\p{L}\p{N}]{0,3}$/u

export const currency =
  /^\s?(?:đ|₫|đồng|dong|vnd|vnđ|k|ngàn|ngan|nghìn|nghin|triệu|trieu|tr|tỷ|tỉ|usd|\$)(?![\p{L}\p{N}])/iu

/** What the words before a number say it is. */
export function contextBefore(text: string, from: number): Context['before'] {
  const before = plain(text.slice(Math.max(0, from - 36), from))
  if (phoneContext.test(before)) return 'phone'
  if (identityContext.test(before)) return 'identity'
  return codeContext.test(before) ? 'code' : ''
}

const plain = (text: string) =>
  text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd')

/** Whether it begins with a +. */
export const hasPlus = (text: string, [head]: DigitChain) =>
  /[+＋]/.test(text[(head?.from ?? 0) - 1] ?? '')

/** The few characters behind a number. */
export function textAfter(text: string, groups: DigitChain): string {
  const to = groups.at(-1)?.to ?? 0
  return text.slice(to, to + 8)
}
