import box from '@/components/ui/box.module.css'
import type { Translate } from '@/lib/i18n'
import styles from './downloads.module.css'

/**
 * Where the figures of a view can be had as files; nothing for those who may not take them.
 * @param query the filter of the page as `unit=…&survey=…`, without `?`
 */
export function Downloads(props: { query: string; mayExport: boolean; t: Translate }) {
  if (!props.mayExport) return null
  const { t } = props
  const files = [
    { file: 'report.docx', label: t('exports.docx') },
    { file: 'figures.xlsx', label: t('exports.xlsx') },
    { file: 'figures.csv', label: t('exports.csv') },
    { file: 'responses.csv', label: t('exports.responses') },
  ]
  return (
    <section className={`${box.screen} ${styles.block}`} aria-labelledby="downloads">
      <h2 id="downloads">{t('exports.title')}</h2>
      <ul className={box.ways}>
        {files.map(({ file, label }) => (
          <li key={file}>
            <a href={`/dashboard/export/${file}?${props.query}`}>{label}</a>
          </li>
        ))}
      </ul>
      <p className={box.soft}>{t('exports.note')}</p>
    </section>
  )
}
