import type { NextRequest } from 'next/server'
import { waitToSignIn } from '@/app/admission'
import { plainAnswer } from '@/app/plain-answer'
import { handleAuth } from '@/auth/handler'
import { translator } from '@/lib/i18n'
import { bodyStatus, isForm } from '@/lib/request-body'
import { localeOf } from '@/lib/request-locale'
import { isForeignOrigin } from '@/lib/request-origin'

export { handleAuth as GET }

type Context = RouteContext<'/api/auth/[...nextauth]'>

/** Signing in. From another site, or from a network that tries without end, nothing reaches the passwords. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  if (isForeignOrigin(request)) return new Response(null, { status: 403 })
  if (!isForm(request)) return new Response(null, { status: bodyStatus['wrong-media-type'] })
  const wait = await waitToSignIn(request, Date.now())
  return wait > 0 ? crowded(request, wait) : handleAuth(request, context)
}

function crowded(request: Request, wait: number): Response {
  const t = translator(localeOf(request))
  const words = {
    title: t('signIn.crowdedTitle'),
    text: t('signIn.crowdedText'),
    href: '/sign-in',
    label: t('button.tryAgain'),
  }
  return plainAnswer(request, 429, words, { 'retry-after': String(wait) })
}
