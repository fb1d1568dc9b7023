import { titled } from '@/app/page-title'
import type { Query } from '@/app/query'
import { oneOfEach } from '@/app/query'
import { requireRight } from '@/auth/session'
import { FormCard } from '@/components/staff/form-card'
import { ListFindings } from '@/components/staff/list-findings'
import { ListUploadForm } from '@/components/staff/list-upload-form'
import { PageHead } from '@/components/staff/page-head'
import { Button, ButtonLink } from '@/components/ui/button'
import { getStaffDraft } from '@/db/staff-drafts'
import { planUnits } from '@/db/unit-import'
import type { Scope } from '@/domain/access'
import { formatCount } from '@/domain/number-format'
import type { Locale } from '@/domain/survey'
import type { UnitLine } from '@/domain/unit-file'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { list } from '../../units/addresses'
import { UnitFrame } from '../../units/frame'
import { Outcome, sayFinding } from '../../units/outcome'
import styles from '../../units/page.module.css'
import { importPage, type KeptList } from './kept-list'

type Props = { searchParams: Promise<Query> }

const mostShown = 100

const example = [
  'code;name;level;parent_code',
  '27703;Xã Tân Hiệp;xa;tinh-bd',
  '27703-1;Điểm số 1;office;27703',
]

export const generateMetadata = titled('offices.import.title')

/** A list of units is sent, read and shown; stored only after that. */
export default async function UnitImportPage({ searchParams }: Props) {
  const scope = await requireRight('administration')
  const params = oneOfEach(await searchParams)
  const locale = await requestLocale()
  const t = translator(locale)
  const draft = params.get('draft') ?? ''
  // The draft's own shape: nobody else writes this kind.
  const kept = (await getStaffDraft(scope, 'unit-file', draft, Date.now())) as KeptList | null
  if (draft && !kept && !params.has('problem')) params.set('problem', 'draft-gone')
  return (
    <UnitFrame scope={scope} locale={locale}>
      <Outcome params={params} locale={locale} />
      <PageHead
        title={t('offices.import.title')}
        back={{ href: list, label: t('offices.one.back') }}
        intro={t('offices.import.intro')}
      />
      {kept && <Preview scope={scope} draft={draft} kept={kept} locale={locale} />}
      <ListUploadForm
        action={`${importPage}/read`}
        format={t('offices.import.format')}
        example={example}
        note={t('offices.import.levels')}
        locale={locale}
      />
    </UnitFrame>
  )
}

type PreviewProps = Readonly<{ scope: Scope; draft: string; kept: KeptList; locale: Locale }>

/** What storing the list would do, or everything that is wrong with it. */
async function Preview({ scope, draft, kept, locale }: PreviewProps) {
  const t = translator(locale)
  const plan = await planUnits(scope, kept.lines)
  const findings = [...kept.findings, ...plan.problems].toSorted((a, b) => a.row - b.row)
  const n = (count: number) => ({ n: formatCount(count, locale) })
  if (findings.length > 0) {
    return (
      <ListFindings
        title={t('offices.import.problems', n(findings.length))}
        findings={findings.map((one) => sayFinding(one, locale))}
        locale={locale}
      />
    )
  }
  return (
    <FormCard
      title={t('offices.import.previewTitle', { file: kept.file })}
      action={`${importPage}/store`}
    >
      <p>
        {t('offices.import.added', n(plan.added.length))}{' '}
        {plan.same.length > 0 && t('offices.import.same', n(plan.same.length))}
      </p>
      <input type="hidden" name="draft" value={draft} />
      <AddedUnits units={plan.added.slice(0, mostShown)} locale={locale} />
      {plan.added.length > mostShown && (
        <p>{t('offices.import.more', n(plan.added.length - mostShown))}</p>
      )}
      <div className={styles.actions}>
        {plan.added.length > 0 && <Button type="submit">{t('offices.import.store')}</Button>}
        <ButtonLink look="quiet" href={importPage}>
          {t('offices.import.cancel')}
        </ButtonLink>
      </div>
    </FormCard>
  )
}

function AddedUnits({ units, locale }: { units: readonly UnitLine[]; locale: Locale }) {
  const t = translator(locale)
  return (
    <ul className={styles.tree}>
      {units.map(({ row, code, name, level, parentCode }) => (
        <li key={row} className={styles.line}>
          <strong>{name}</strong>
          <span className={styles.soft}>
            <span translate="no">{code}</span> · {t(`offices.level.${level}`)}
            {parentCode && ` · ${t('offices.import.under', { code: parentCode })}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
