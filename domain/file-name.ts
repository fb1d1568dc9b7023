import type { Period } from './period'

export type FileKind = 'figures.xlsx' | 'figures.csv' | 'responses.csv' | 'report.docx'

type View = Period & Readonly<{ unit: string; survey: string; closing?: string }>

const names: Readonly<Record<FileKind, { ascii: string; vietnamese: string }>> = {
  'figures.xlsx': { ascii: 'so-lieu-hai-long', vietnamese: 'Số liệu hài lòng' },
  'figures.csv': { ascii: 'so-lieu-hai-long', vietnamese: 'Số liệu hài lòng' },
  'responses.csv': { ascii: 'phieu-hai-long', vietnamese: 'Phiếu hài lòng' },
  'report.docx': { ascii: 'bao-cao-hai-long', vietnamese: 'Báo cáo hài lòng' },
}

/**
 * `Content-Disposition` of a download (RFC 6266): a plain name for every system, and the Vietnamese one for those that
 * can. Both name unit, survey and period, and the closing whose figures they are.
 */
export function dispositionOf(kind: FileKind, { unit, survey, from, to, closing }: View): string {
  const { ascii, vietnamese } = names[kind]
  const ending = kind.slice(kind.indexOf('.'))
  const of = `${plain(unit)}_${plain(survey)}_${from}_${to}`
  const scope = closing ? `${of}_${plain(closing)}` : of
  const full = encodeURIComponent(`${vietnamese} ${scope}${ending}`).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}_${scope}${ending}"; filename*=UTF-8''${full}`
}

/** Letters without marks, digits, dots and hyphens: `Xã Đất Đỏ` → `Xa-Dat-Do`. */
function plain(text: string): string {
  const bare = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
  return bare.replace(/[^A-Za-z0-9.]+/g, '-').replace(/^[-.]+|[-.]+$/g, '') || 'x'
}
