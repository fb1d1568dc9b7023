import { requireStaff } from '@/auth/session'

export default async function DashboardPage() {
  const scope = await requireStaff()
  return <p>{scope.name}</p>
}
