import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import styles from '../../units/page.module.css'
import { importPage } from './kept-list'

const example = [
  'code;name;level;parent_code',
  '27703;Xã Tân Hiệp;xa;tinh-bd',
  '27703-1;Điểm số 1;office;27703',
]

/** The file, and what it has to look like. */
export function UploadForm({ locale }: { locale: Locale }) {
  const t = translator(locale)
  return (
    <form
      method="post"
      action={`${importPage}/read`}
      encType="multipart/form-data"
      className={styles.upload}
    >
      <TextField
        id="file"
        type="file"
        label={t('offices.import.file')}
        accept=".csv,.xlsx"
        required
      />
      <Button type="submit">{t('offices.import.read')}</Button>
      <p>{t('offices.import.format')}</p>
      <pre translate="no">{example.join('\n')}</pre>
      <p>{t('offices.import.levels')}</p>
    </form>
  )
}
