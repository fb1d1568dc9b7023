import { Button } from '@/components/ui/button'
import type { Translate } from '@/lib/i18n'
import styles from './list-upload-form.module.css'
import { TextField } from './text-field'

/** The file of a list, and what it has to look like. */
export function ListUploadForm(props: {
  action: string
  format: string
  example: readonly string[]
  note: string
  t: Translate
}) {
  const { t } = props
  return (
    <form
      method="post"
      action={props.action}
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
      <p>{props.format}</p>
      <pre translate="no">{props.example.join('\n')}</pre>
      <p>{props.note}</p>
    </form>
  )
}
