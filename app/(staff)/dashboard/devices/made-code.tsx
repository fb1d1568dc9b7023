import { cookies } from 'next/headers'
import { CodePanel } from '@/components/staff/code-panel'
import { getCodeState } from '@/db/devices/enrolment-codes'
import type { Scope } from '@/domain/access'
import { env } from '@/lib/env'
import type { Translate } from '@/lib/i18n'
import { codeCookieName } from './code-cookie'

/** The code that this person has just made, while it holds. */
export async function MadeCode(props: {
  scope: Scope
  t: Translate
  now: number
  /** The page that looks again whether the tablet is there. */
  reloadHref: string
}) {
  const { scope, t, now, reloadHref } = props
  const code = (await cookies()).get(codeCookieName)?.value
  const state = code ? await getCodeState(scope, code) : null
  if (!code || !state || now >= state.expiresAt) return null
  const address = `${env().origin}/kiosk`
  return <CodePanel t={t} code={code} state={state} address={address} reloadHref={reloadHref} />
}
