import { planFields } from '@/db/units/field-import'
import type { Scope } from '@/domain/access'
import type { FieldLine } from '@/domain/field-file'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import type { KeptFile } from '../../list-file'
import { ListPreview } from '../../list-preview'
import styles from '../../units/page.module.css'
import { fieldList } from './field-list'

type Props = Readonly<{ scope: Scope; draft: string; kept: KeptFile<FieldLine> }>

/** The fields that storing the list would add. */
export async function Preview({ scope, draft, kept }: Props) {
  const locale = await requestLocale()
  const t = translator(locale)
  const plan = await planFields(scope, kept.lines)
  return (
    <ListPreview of="fields" page={fieldList.page} {...{ draft, kept, plan, locale }}>
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
