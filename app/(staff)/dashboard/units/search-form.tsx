import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import type { Translate } from '@/lib/i18n'
import styles from './page.module.css'

type Props = Readonly<{ path: string; params: URLSearchParams; t: Translate }>

/** Looks a unit or a field up by name or code. */
export function SearchForm({ path, params, t }: Props) {
  return (
    <form method="get" action={path} className={styles.search}>
      <TextField
        id="q"
        type="search"
        label={t('offices.search')}
        defaultValue={params.get('q') ?? ''}
        maxLength={80}
        compact
      />
      <Button type="submit" look="quiet" size="compact">
        {t('offices.find')}
      </Button>
    </form>
  )
}
