import { titled } from '@/app/page-title'
import type { Query } from '@/app/query'
import { Dashboard } from './dashboard'
import { Overview } from './overview'

export const generateMetadata = titled('figures.page.title')

export default function DashboardPage({ searchParams }: { searchParams: Promise<Query> }) {
  return (
    <Dashboard path="/dashboard" searchParams={searchParams}>
      {(asked) => <Overview {...asked} />}
    </Dashboard>
  )
}
