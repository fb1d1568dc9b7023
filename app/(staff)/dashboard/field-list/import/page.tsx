import { titled } from '@/app/page-title'
import { requireRight } from '@/auth/session'
import box from '@/components/ui/box.module.css'
import { planFields } from '@/db/units/field-import'
import type { Scope } from '@/domain/access'
import type { FieldLine } from '@/domain/field-file'
import { requestWords } from '@/lib/request-locale'
import type { KeptFile } from '../../list-file'
import { ListImport } from '../../list-import'
import { ListPreview } from '../../list-preview'
import styles from '../../units/page.module.css'
import { fieldList } from './field-list'

type Props = PageProps<'/dashboard/field-list/import'>

const example = ['lĩnh vực;nhóm', 'Tư pháp;', 'Nuôi con nuôi;Tư pháp', 'Đất đai;']

export const generateMetadata = titled('fields.import.title')

export default async function FieldImportPage({ searchParams }: Props) {
  const scope = await requireRight('installation')
  return (
    <ListImport
      {...{ scope, example }}
      query={searchParams}
      kind={fieldList}
      of="fields"
      preview={(draft, kept) => <Preview scope={scope} draft={draft} kept={kept} />}
    />
  )
}

type PreviewProps = Readonly<{ scope: Scope; draft: string; kept: KeptFile<FieldLine> }>

/** The fields that storing the list would add. */
async function Preview({ scope, draft, kept }: PreviewProps) {
  const t = await requestWords()
  const plan = await planFields(scope, kept.lines)
  return (
    <ListPreview of="fields" page={fieldList.page} {...{ draft, kept, plan, t }}>
      <ul className={`${box.touches} ${styles.tree}`}>
        {plan.added.map(({ row, name, group }) => (
          <li key={row} className={box.line}>
            <strong>{name}</strong>
            {group && <span className={box.soft}>{t('fields.inGroup', { name: group })}</span>}
          </li>
        ))}
      </ul>
    </ListPreview>
  )
}
