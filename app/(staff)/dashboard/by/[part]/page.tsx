import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requestWords } from '@/lib/request-locale'
import { pathOf } from '../../addresses'
import { Dashboard } from '../../dashboard'
import { PartView } from '../../part-view'
import { type Part, partNames } from '../../parts'

type Props = PageProps<'/dashboard/by/[part]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await requestWords()
  const part = await findPart(params)
  return { title: part ? t(`figures.page.part.${part}`) : t('figures.page.title') }
}

/** One breakdown of the figures, for the same unit, survey and period as the overview. */
export default async function PartPage({ params, searchParams }: Props) {
  const part = await findPart(params)
  if (!part) notFound()
  return (
    <Dashboard path={pathOf(part)} searchParams={searchParams}>
      {(asked) => <PartView {...asked} part={part} />}
    </Dashboard>
  )
}

async function findPart(params: Props['params']): Promise<Part | undefined> {
  const { part } = await params
  return partNames.find((one) => one === part)
}
