import type { FigureRow, Figures } from '@/domain/figure'
import { translator } from '@/lib/i18n'
import { paperWord } from '@/lib/paper-words'

const t = translator('vi')

/** What may be shown of a group, in a word. */
export const statusWord = ({ status }: FigureRow): string =>
  status === 'ok' ? paperWord('file.shown') : hiddenWord(status)

/** What stands where there is no number. */
export function hiddenWord(status: Exclude<FigureRow['status'], 'ok'>): string {
  if (status === 'reference') return t('figures.page.state.referenceCell')
  return t(`figures.page.state.${status}`)
}

export const tableName = ({ by }: Figures): string =>
  by === 'total' ? paperWord('file.total') : t(`figures.page.by.${by}`)
