import { levelsBestFirst } from '@/components/ui/face'
import { commentStates } from '@/domain/comment'
import type { CommentFilter } from '@/domain/comment-filter'
import type { Translate } from '@/lib/i18n'
import styles from './comment-filter.module.css'
import { SelectField } from './select-field'
import { TextField } from './text-field'

/** Level, state and search, for the filter form of the comments. */
export function CommentFilterFields(props: {
  t: Translate
  chosen: Pick<CommentFilter, 'level' | 'state'>
  search: string
}) {
  const { t, chosen, search } = props
  const all = { value: '', label: t('label.all') }
  return (
    <>
      <SelectField
        className={styles.level}
        id="level"
        label={t('comments.filter.level')}
        value={String(chosen.level ?? '')}
        options={[
          all,
          ...levelsBestFirst.map((level) => ({
            value: String(level),
            label: t(`scale.${level}`),
          })),
        ]}
      />
      <SelectField
        className={styles.state}
        id="state"
        label={t('comments.filter.state')}
        value={chosen.state ?? ''}
        options={[
          all,
          ...commentStates.map((value) => ({ value, label: t(`comments.state.${value}`) })),
        ]}
      />
      <TextField
        className={styles.words}
        id="q"
        label={t('comments.filter.words')}
        type="search"
        maxLength={200}
        autoComplete="off"
        defaultValue={search}
        compact
      />
    </>
  )
}
