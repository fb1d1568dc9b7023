import box from '@/components/ui/box.module.css'
import { Notice } from '@/components/ui/notice'
import type { Backup } from '@/domain/backup'
import { formatBytes } from '@/domain/number-format'
import { formatMoment } from '@/domain/period'
import type { Translate } from '@/lib/i18n'
import styles from './row-list.module.css'

type Shown = Pick<Backup, 'file' | 'kind' | 'madeAt' | 'bytes'>
type Props = Readonly<{ t: Translate; copies: readonly Shown[] }>

/** So many stand open; the older ones are folded away. */
const open = 8

/** The copies on this machine, newest first: why and when each was made, and how large it is. */
export function CopyList({ t, copies }: Props) {
  const older = copies.slice(open)
  return (
    <section className={styles.section} aria-labelledby="copies">
      <h2 id="copies">{t('health.copies.title')}</h2>
      <p>{t('health.copies.note')}</p>
      {copies.length === 0 && <Notice>{t('health.copies.empty')}</Notice>}
      {copies.length > 0 && <Rows t={t} copies={copies.slice(0, open)} />}
      {older.length > 0 && (
        <details>
          <summary>{t('health.copies.older', { n: older.length })}</summary>
          <Rows t={t} copies={older} />
        </details>
      )}
    </section>
  )
}

function Rows({ t, copies }: Props) {
  return (
    <ul className={box.frame}>
      {copies.map(({ file, kind, madeAt, bytes }) => (
        <li key={file} className={styles.row}>
          <p>
            {formatMoment(madeAt)} · {t(`health.copies.kind.${kind}`)}
            <small translate="no">{file}</small>
          </p>
          <strong>{formatBytes(bytes, t.locale)}</strong>
        </li>
      ))}
    </ul>
  )
}
