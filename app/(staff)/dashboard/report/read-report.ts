import { notFound, redirect } from 'next/navigation'
import type { ClosingMark } from '@/components/paper/paper-notes'
import { readReport } from '@/db/rates/report'
import { getSnapshot } from '@/db/snapshots/list'
import type { Scope } from '@/domain/access'
import type { Report } from '@/domain/report'
import { shortChecksum } from '@/domain/snapshot/snapshot'
import { closingHref } from '../closings/addresses'
import { queryOf, readView } from '../view'

export type Printed = Readonly<{
  report: Report
  query: string
  backHref: string
  mayExport: boolean
  closing: ClosingMark | null
}>

/** The report as the figures stand now. */
export async function readToday(
  scope: Scope,
  asked: URLSearchParams,
  now: number,
): Promise<Printed> {
  const view = await readView(scope, asked, now)
  if (!view.ok && view.problems[0]?.code === 'not-found') notFound()
  // What is wrong with the period is said where it can be chosen anew.
  if (!view.ok) redirect(`/dashboard?${asked}`)
  const report = await readReport(scope, { ...view.value, locale: 'vi' }, now)
  if (!report.ok) notFound()
  const query = queryOf(view.value)
  const { mayExport } = view.value
  return { report: report.value, query, mayExport, backHref: `/dashboard?${query}`, closing: null }
}

/** The report as it was closed. What cannot be read is explained on the page of the closing. */
export async function readClosed(scope: Scope, number: string): Promise<Printed> {
  const snapshot = await getSnapshot(scope, number)
  if (!snapshot) notFound()
  const backHref = closingHref(number)
  if (!snapshot.held) redirect(backHref)
  const { unit, survey, period, checksum, held } = snapshot
  const query = new URLSearchParams({ unit, survey, ...period }).toString()
  const closing = { number, checksum: shortChecksum(checksum) }
  return { report: held.report, query, mayExport: false, backHref, closing }
}
