import { type OpenLine, open } from '../../helpers/access/line'

/** What is there for people who have not signed in; it tells nothing of any unit but the one whose door it is. */
export const openRoutes: Readonly<Record<string, readonly OpenLine[]>> = {
  'page.tsx': [open('/')],
  '(citizen)/kiosk/page.tsx': [open('/kiosk')],
  '(citizen)/s/[code]/page.tsx': [open('/s/zkown.kiosk-1', 'own')],
  '(citizen)/s/[code]/thanks/page.tsx': [open('/s/zkown.kiosk-1/thanks', 'own')],
  '(citizen)/s/[code]/busy/route.ts': [open('/s/zkown.kiosk-1/busy', 'own')],
  '(citizen)/s/[code]/closed/route.ts': [open('/s/zkown.kiosk-1/closed', 'own')],
  '(citizen)/s/[code]/send/route.ts': [open('/s/zkown.kiosk-1/send', 'own', { fresh: '1' })],
  '(staff)/sign-in/page.tsx': [open('/sign-in'), open('/sign-in?cookie=asked')],
  '(staff)/sign-in/code/page.tsx': [open('/sign-in/code')],
  '(staff)/sign-out/route.ts': [open('/sign-out', 'own', {})],
  '(staff)/join/[token]/page.tsx': [open('/join/unknown')],
  '(staff)/join/[token]/password/route.ts': [
    open('/join/unknown/password', 'own', { password: 'mot-cau-khac-hoan-toan' }),
  ],
  '(staff)/join/[token]/busy/route.ts': [open('/join/unknown/busy')],
  '(staff)/join/done/page.tsx': [open('/join/done')],
  'api/auth/[...nextauth]/route.ts': [
    open('/api/auth/csrf'),
    open('/api/auth/session'),
    open('/api/auth/callback/credentials', 'own', {}),
  ],
  'api/health/live/route.ts': [open('/api/health/live')],
  'api/health/ready/route.ts': [open('/api/health/ready')],
  'api/v1/devices/route.ts': [open('/api/v1/devices', 'own', {})],
  'api/v1/devices/self/report/route.ts': [open('/api/v1/devices/self/report', 'own', {})],
  'api/v1/devices/self/route.ts': [open('/api/v1/devices/self')],
  'api/v1/openapi.json/route.ts': [open('/api/v1/openapi.json')],
  'api/v1/responses/route.ts': [open('/api/v1/responses', 'own', {})],
  'api/v1/surveys/[code]/route.ts': [open('/api/v1/surveys/zkown.kiosk-1', 'own')],
  'fault/route.ts': [open('/fault')],
  'build.js/route.ts': [open('/build.js')],
  'khmer.woff2/route.ts': [open('/khmer.woff2')],
}
