import { planChange } from '@/db/dossiers/plan'
import { Findings } from './findings'
import { type Props, StoreForm } from './store-form'

/** What storing the file would do, or everything that is wrong with it. */
export async function Preview(props: Props) {
  const { scope, kept, t } = props
  const plan = await planChange(scope, kept.rows)
  const findings = [
    ...kept.findings,
    ...plan.problems.map(({ row, problem }) => ({ row: row.row, problem })),
  ]
  const n = kept.problems + plan.problems.length
  if (n > 0) return <Findings findings={findings} n={n} t={t} />
  return <StoreForm {...props} plan={plan} />
}
