import { Notice } from '@/components/ui/notice'
import type { SignReport, SignView } from '@/db/signs/list'
import { formatCount } from '@/domain/number-format'
import { formatDay } from '@/domain/period'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'

/** How many responses were looked at, and whether those were all. */
export function Looked(props: { report: SignReport; view: SignView; locale: Locale }) {
  const { n, isCut, signs } = props.report
  const { from, to } = props.view
  const t = translator(props.locale)
  const count = formatCount(n, props.locale)
  if (n === 0) {
    return (
      <Notice>
        <p>{t('signs.empty.none')}</p>
      </Notice>
    )
  }
  return (
    <>
      <p>{t('signs.looked', { n: count, from: formatDay(from), to: formatDay(to) })}</p>
      {isCut && (
        <Notice tone="caution">
          <p>{t('signs.cut', { n: count })}</p>
        </Notice>
      )}
      {signs.length === 0 && (
        <Notice title={t('signs.empty.title')}>
          <p>{t('signs.empty.text')}</p>
        </Notice>
      )}
    </>
  )
}
