import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import type { Query } from '@/app/query'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { FormCard } from '@/components/staff/form-card'
import { ListFindings } from '@/components/staff/list-findings'
import { ListUploadForm } from '@/components/staff/list-upload-form'
import { PageHead } from '@/components/staff/page-head'
import { Button, ButtonLink } from '@/components/ui/button'
import { planFields } from '@/db/field-import'
import { getStaffDraft } from '@/db/staff-drafts'
import { administersEverything, type Scope } from '@/domain/access'
import { formatCount } from '@/domain/number-format'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { fieldList } from '../../fields/addresses'
import { UnitFrame } from '../../units/frame'
import { Outcome, sayFinding } from '../../units/outcome'
import styles from '../../units/page.module.css'
import { importPage, type KeptList } from './kept-list'

type Props = { searchParams: Promise<Query> }

const example = ['lĩnh vực;nhóm', 'Tư pháp;', 'Nuôi con nuôi;Tư pháp', 'Đất đai;']

export const generateMetadata = titled('fields.import.title')

/** A list of fields is sent, read and shown; stored only after that. */
export default async function FieldImportPage({ searchParams }: Props) {
  const scope = await requireStaff()
  if (!administersEverything(scope)) notFound()
  const params = oneOfEach(await searchParams)
  const locale = await requestLocale()
  const t = translator(locale)
  const draft = params.get('draft') ?? ''
  // The draft's own shape: nobody else writes this kind.
  const kept = (await getStaffDraft(scope, 'field-file', draft, Date.now())) as KeptList | null
  if (draft && !kept && !params.has('problem')) params.set('problem', 'draft-gone')
  return (
    <UnitFrame scope={scope} locale={locale} current={fieldList}>
      <Outcome params={params} locale={locale} />
      <PageHead
        title={t('fields.import.title')}
        back={{ href: fieldList, label: t('fields.back') }}
        intro={t('fields.import.intro')}
      />
      {kept && <Preview scope={scope} draft={draft} kept={kept} locale={locale} />}
      <ListUploadForm
        action={`${importPage}/read`}
        format={t('fields.import.format')}
        example={example}
        note={t('fields.import.note')}
        locale={locale}
      />
    </UnitFrame>
  )
}

type PreviewProps = Readonly<{ scope: Scope; draft: string; kept: KeptList; locale: Locale }>

/** What storing the list would do, or everything that is wrong with it. */
async function Preview({ scope, draft, kept, locale }: PreviewProps) {
  const t = translator(locale)
  const plan = await planFields(scope, kept.lines)
  const findings = [...kept.findings, ...plan.problems].toSorted((a, b) => a.row - b.row)
  const n = (count: number) => ({ n: formatCount(count, locale) })
  if (findings.length > 0) {
    return (
      <ListFindings
        title={t('fields.import.problems', n(findings.length))}
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
        {t('fields.import.added', n(plan.added.length))}{' '}
        {plan.same.length > 0 && t('offices.import.same', n(plan.same.length))}
      </p>
      <input type="hidden" name="draft" value={draft} />
      <ul className={styles.tree}>
        {plan.added.map(({ row, name, group }) => (
          <li key={row} className={styles.line}>
            <strong>{name}</strong>
            {group && <span className={styles.soft}>{t('fields.inGroup', { name: group })}</span>}
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        {plan.added.length > 0 && <Button type="submit">{t('fields.import.store')}</Button>}
        <ButtonLink look="quiet" href={importPage}>
          {t('offices.import.cancel')}
        </ButtonLink>
      </div>
    </FormCard>
  )
}
