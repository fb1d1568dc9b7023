import type { Metadata } from 'next'
import { requestLocale } from '@/lib/http'
import { translator } from '@/lib/i18n'
import { Dashboard, type Query } from './dashboard'
import { Overview } from './overview'

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('figures.page.title') }
}

export default function DashboardPage({ searchParams }: { searchParams: Query }) {
  return (
    <Dashboard path="/dashboard" searchParams={searchParams}>
      {(asked) => <Overview {...asked} />}
    </Dashboard>
  )
}
