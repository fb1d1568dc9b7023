import type { ReactNode } from 'react'
import { FormCard } from '@/components/staff/form-card'
import { ListFindings } from '@/components/staff/list-findings'
import box from '@/components/ui/box.module.css'
import { Button, ButtonLink } from '@/components/ui/button'
import type { ListFinding } from '@/domain/list-file'
import { formatCount } from '@/domain/number-format'
import type { Translate } from '@/lib/i18n'
import { fill } from '@/lib/words'
import type { KeptFile } from './list-file'
import { sentenceOf } from './outcome'

type Props = Readonly<{
  /** Whose words these are. */
  of: 'offices' | 'fields'
  /** The page of the import. */
  page: string
  draft: string
  kept: KeptFile<unknown>
  plan: Readonly<{
    added: readonly unknown[]
    same: readonly unknown[]
    problems: readonly ListFinding[]
  }>
  t: Translate
  /** What would be added. */
  children: ReactNode
}>

/** What storing a list would do, or everything that is wrong with it. */
export function ListPreview({ of, page, draft, kept, plan, t, children }: Props) {
  const findings = [...kept.findings, ...plan.problems].toSorted((a, b) => a.row - b.row)
  const n = (count: number) => ({ n: formatCount(count, t.locale) })
  if (findings.length > 0) {
    return (
      <ListFindings
        of={of}
        findings={findings.map(({ row, problem: { code, params } }) => ({
          row,
          text: fill(sentenceOf(code, t.locale) ?? t('problems.unexpected'), params),
        }))}
        t={t}
      />
    )
  }
  return (
    <FormCard
      title={t('label.preview', { file: kept.file })}
      action={`${page}/store`}
      values={{ draft }}
    >
      <p>
        {t(`${of}.import.added`, n(plan.added.length))}{' '}
        {plan.same.length > 0 && t('offices.import.same', n(plan.same.length))}
      </p>
      {children}
      <div className={box.row}>
        {plan.added.length > 0 && <Button type="submit">{t(`${of}.import.store`)}</Button>}
        <ButtonLink look="quiet" href={page}>
          {t('offices.import.cancel')}
        </ButtonLink>
      </div>
    </FormCard>
  )
}
