import { WideTable } from '@/components/report/wide-table'
import type { Translate } from '@/lib/i18n'
import styles from './response-table.module.css'
import { durationOf, exactMoment, type Line, levelWord, noteOf } from './response-words'

/** Single responses, with a box each where they are to be chosen; all are marked at first, or those of `marked`. */
export function ResponseTable(props: {
  lines: readonly Line[]
  isChoice: boolean
  marked?: ReadonlySet<number> | undefined
  t: Translate
}) {
  const { lines, isChoice, marked, t } = props
  const hasNotes = lines.some((line) => line.isDoubtful || line.isHeld)
  const hasPlaces = lines.some(({ where }) => where !== undefined)
  return (
    <div className={styles.table}>
      <WideTable label={t('signs.responses.title')}>
        <thead>
          <tr>
            {isChoice && <th scope="col">{t('label.choose')}</th>}
            <th scope="col">{t('signs.responses.seq')}</th>
            <th scope="col">{t('signs.responses.at')}</th>
            <th scope="col">{t('signs.responses.level')}</th>
            <th scope="col">{t('signs.responses.duration')}</th>
            {hasPlaces && <th scope="col">{t('signs.responses.source')}</th>}
            {hasNotes && <th scope="col">{t('label.note')}</th>}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.seq}>
              {isChoice && (
                <td>
                  <Choice line={line} isMarked={marked?.has(line.seq) ?? true} t={t} />
                </td>
              )}
              <td>{line.seq}</td>
              <td className={styles.short}>{exactMoment(line.at)}</td>
              <td className={styles.short}>{levelWord(line.level, t)}</td>
              <td className={styles.short}>{durationOf(line.duration, t)}</td>
              {hasPlaces && <td className={styles.where}>{line.where}</td>}
              {hasNotes && <td className={styles.where}>{noteOf(line, t)}</td>}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </div>
  )
}

function Choice({ line, isMarked, t }: { line: Line; isMarked: boolean; t: Translate }) {
  return (
    <label className={styles.choice}>
      <input
        type="checkbox"
        name="r"
        value={line.seq}
        defaultChecked={isMarked && !line.isHeld}
        disabled={line.isHeld}
        aria-label={t('signs.responses.selectOne', { seq: line.seq })}
      />
    </label>
  )
}
