import { FormCard } from '@/components/staff/form-card'
import { ListFindings } from '@/components/staff/list-findings'
import { Button, ButtonLink } from '@/components/ui/button'
import { planFields } from '@/db/field-import'
import type { Scope } from '@/domain/access'
import { formatCount } from '@/domain/number-format'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { sayFinding } from '../../units/outcome'
import styles from '../../units/page.module.css'
import { importPage, type KeptList } from './kept-list'

type PreviewProps = Readonly<{ scope: Scope; draft: string; kept: KeptList; locale: Locale }>

/** What storing the list would do, or everything that is wrong with it. */
export async function Preview({ scope, draft, kept, locale }: PreviewProps) {
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
