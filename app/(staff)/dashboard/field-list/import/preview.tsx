import { planFields } from '@/db/units/field-import'
import type { Scope } from '@/domain/access'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { ListPreview } from '../../list-preview'
import styles from '../../units/page.module.css'
import { importPage, type KeptList } from './kept-list'

type Props = Readonly<{ scope: Scope; draft: string; kept: KeptList; locale: Locale }>

/** The fields that storing the list would add. */
export async function Preview({ scope, draft, kept, locale }: Props) {
  const t = translator(locale)
  const plan = await planFields(scope, kept.lines)
  return (
    <ListPreview of="fields" page={importPage} {...{ draft, kept, plan, locale }}>
      <ul className={styles.tree}>
        {plan.added.map(({ row, name, group }) => (
          <li key={row} className={styles.line}>
            <strong>{name}</strong>
            {group && <span className={styles.soft}>{t('fields.inGroup', { name: group })}</span>}
          </li>
        ))}
      </ul>
    </ListPreview>
  )
}
