import { titled } from '@/app/page-title'
import { requireRight } from '@/auth/session'
import box from '@/components/ui/box.module.css'
import { planUnits } from '@/db/units/import'
import type { Scope } from '@/domain/access'
import { formatCount } from '@/domain/number-format'
import type { UnitLine } from '@/domain/unit-file'
import type { Translate } from '@/lib/i18n'
import { requestWords } from '@/lib/request-locale'
import type { KeptFile } from '../../list-file'
import { ListImport } from '../../list-import'
import { ListPreview } from '../../list-preview'
import styles from '../../units/page.module.css'
import { unitList } from './unit-list'

type Props = PageProps<'/dashboard/unit-list/import'>

const example = [
  'code;name;level;parent_code',
  '27703;Xã Tân Hiệp;xa;tinh-bd',
  '27703-1;Điểm số 1;office;27703',
]

export const generateMetadata = titled('offices.import.title')

export default async function UnitImportPage({ searchParams }: Props) {
  const scope = await requireRight('administration')
  return (
    <ListImport
      {...{ scope, example }}
      query={searchParams}
      kind={unitList}
      of="offices"
      preview={(draft, kept) => <Preview scope={scope} draft={draft} kept={kept} />}
    />
  )
}

const mostShown = 100

type PreviewProps = Readonly<{ scope: Scope; draft: string; kept: KeptFile<UnitLine> }>

/** The units that storing the list would add. */
async function Preview({ scope, draft, kept }: PreviewProps) {
  const t = await requestWords()
  const plan = await planUnits(scope, kept.lines)
  const more = plan.added.length - mostShown
  return (
    <ListPreview of="offices" page={unitList.page} {...{ draft, kept, plan, t }}>
      <AddedUnits units={plan.added.slice(0, mostShown)} t={t} />
      {more > 0 && <p>{t('offices.import.more', { n: formatCount(more, t.locale) })}</p>}
    </ListPreview>
  )
}

function AddedUnits({ units, t }: { units: readonly UnitLine[]; t: Translate }) {
  return (
    <ul className={`${box.touches} ${styles.tree}`}>
      {units.map(({ row, code, name, level, parentCode }) => (
        <li key={row} className={box.line}>
          <strong>{name}</strong>
          <span className={box.soft}>
            <span translate="no">{code}</span> · {t(`offices.level.${level}`)}
            {parentCode && ` · ${t('offices.import.under', { code: parentCode })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
