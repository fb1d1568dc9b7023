import { WideTable } from '@/components/report/wide-table'
import type { Level } from '@/domain/answer'
import { formatDay, localDay, localTime } from '@/domain/period'
import { lookUp, messagesFor, type Translate } from '@/lib/i18n'
import styles from './response-table.module.css'

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

type Line = Readonly<{
  seq: number
  at: number
  isDoubtful: boolean
  level: Level | null
  duration: number
  /** In a proposal already, so that it cannot be chosen. */
  isHeld?: boolean
  /** Where it came in, where that differs from line to line. */
  where?: string
}>

/** To the second: in a burst the minutes are the same. */
function exactMoment(at: number): string {
  const seconds = String(Math.floor(at / 1000) % 60).padStart(2, '0')
  return `${localTime(at)}:${seconds} ${formatDay(localDay(at))}`
}

/** The overall level as people call it. */
const levelWord = (level: Level | null, t: Translate): string =>
  level === null
    ? t('label.noLevel')
    : (lookUp(messagesFor(t.locale).scale, String(level)) ?? String(level))

/** How long somebody took. */
function durationOf(ms: number, t: Translate): string {
  if (ms < 0) return t('label.unknown')
  const seconds = Math.round(ms / 1000)
  if (seconds < 60) return t('signs.responses.seconds', { n: seconds })
  if (seconds >= 3600) return t('signs.responses.hours')
  return t('signs.responses.minutes', { m: Math.floor(seconds / 60), n: seconds % 60 })
}

/** What else is to be known of a response. */
const noteOf = ({ isDoubtful, isHeld }: Line, t: Translate): string =>
  [isDoubtful && t('signs.responses.doubt'), isHeld && t('signs.responses.held')]
    .filter(Boolean)
    .join('; ')
