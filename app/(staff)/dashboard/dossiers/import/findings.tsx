import { Notice } from '@/components/ui/notice'
import { formatCount } from '@/domain/number-format'
import type { Problem } from '@/domain/problem'
import { sayDossierProblem } from '@/lib/dossier-words'
import type { Translate } from '@/lib/i18n'
import styles from '../page.module.css'
import { mostFindings } from './kept-file'

/** All that is wrong with a file, row by row. */
export function Findings(props: {
  findings: readonly Readonly<{ row: number; problem: Problem }>[]
  n: number
  t: Translate
}) {
  const { n, t } = props
  const shown = props.findings.slice(0, mostFindings)
  const say = (row: number, problem: Problem) =>
    sayDossierProblem(problem, row === 0 ? '' : t('dossiers.at.row', { row }), t)
  return (
    <Notice
      tone="danger"
      title={t('dossiers.import.problemsTitle', { n: formatCount(n, t.locale) })}
    >
      <ul className={styles.list}>
        {shown.map(({ row, problem }) => {
          const sentence = say(row, problem)
          return <li key={sentence}>{sentence}</li>
        })}
      </ul>
      {n > shown.length && <p>{t('dossiers.import.problemsMore', { n: n - shown.length })}</p>}
      <p>{t('dossiers.import.again')}</p>
    </Notice>
  )
}

export const mostShown = 100
