import type { View } from '@/domain/rates-filter'
import type { Report } from '@/domain/report'
import { FirstReasons, LowestQuestions } from './essential-lists'
import { Trend } from './essential-trend'
import type { Breakdown } from './parts'
import { isTelling } from './telling'

type Props = Readonly<{ report: Report; view: View }>

/** How the rate moved and what pulls it down first; the whole tables are a link away. */
export function Essentials({ report, view }: Props) {
  const find = (by: Breakdown) => report.breakdowns.find((one) => one.by === by && isTelling(one))
  const months = find('month')
  const questions = find('question')
  const reasons = find('reason')
  return (
    <>
      {months && <Trend figures={months} view={view} />}
      {questions && <LowestQuestions figures={questions} view={view} />}
      {reasons && <FirstReasons figures={reasons} view={view} />}
    </>
  )
}
