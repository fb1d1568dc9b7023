import { ChoicesTable } from '@/components/report/choices-table'
import { RatesTable } from '@/components/report/rates-table'
import { Section } from '@/components/report/section'
import type { Figures } from '@/domain/figure'
import type { View } from '@/domain/rates-filter'
import type { Translate } from '@/lib/i18n'
import { addressOf, pathOf } from './addresses'
import { type Breakdown, partWith } from './parts'
import { namedByDissatisfied, orderTable } from './table-order'

export type Part = Readonly<{ figures: Figures; view: View; t: Translate }>

/** So many rows of a longer table say what matters first. */
const fewRows = 5

/** The questions with the lowest rates; none where the rule allows no order. */
export function LowestQuestions({ figures, view, t }: Part) {
  const table = orderTable(figures, '')
  const parts = table.rows.filter((row) => row.key !== figures.scope.question.id)
  if (!table.mayRank || parts.length < 2) return null
  const title = t('figures.page.first.questions')
  return (
    <Section
      title={title}
      note={t('figures.page.note.question')}
      more={moreOf('question', view, t)}
    >
      <RatesTable
        title={title}
        heading={t('label.question')}
        rows={parts.slice(0, fewRows)}
        t={t}
      />
    </Section>
  )
}

/** What the dissatisfied name most; none where no reason has enough people. */
export function FirstReasons({ figures, view, t }: Part) {
  const { shown, isPart } = namedByDissatisfied(figures.rows)
  if (shown.length === 0) return null
  const title = t(isPart ? 'figures.page.first.reasonsPart' : 'figures.page.first.reasons')
  return (
    <Section title={title} note={t('figures.page.note.reason')} more={moreOf('reason', view, t)}>
      <ChoicesTable
        title={title}
        heading={t('figures.page.column.reason')}
        groups={[{ rows: shown.slice(0, fewRows) }]}
        t={t}
      />
    </Section>
  )
}

/** The way to the whole table. */
export function moreOf(by: Breakdown, view: View, t: Translate) {
  const part = partWith(by)
  return { href: addressOf(pathOf(part), view), label: t('figures.page.first.all') }
}
