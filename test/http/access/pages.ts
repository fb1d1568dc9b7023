import { partNames } from '@/app/(staff)/dashboard/parts'
import { api, file, type Line, page } from '../../helpers/access/line'
import { lookDay, september } from '../../helpers/access/place'

const days = new URLSearchParams(september)
const view = `survey=desk-8&${days}`

/** Every page and file of the staff's side: what right it needs, and every way in which its address names a unit. */
export const pages: Readonly<Record<string, readonly Line[]>> = {
  'dashboard/page.tsx': [
    page('figures', '/dashboard', { without: 'welcome' }),
    page('figures', ({ unit }) => `/dashboard?unit=${unit}&${view}`),
  ],
  'dashboard/by/[part]/page.tsx': partNames.flatMap((part) => [
    page('figures', `/dashboard/by/${part}?${view}`, { without: 'welcome' }),
    page('figures', ({ unit }) => `/dashboard/by/${part}?unit=${unit}&${view}`),
  ]),
  'dashboard/report/page.tsx': [
    page('figures', `/dashboard/report?${view}`),
    page('figures', ({ unit }) => `/dashboard/report?unit=${unit}&${view}`),
    page('figures', ({ closing }) => `/dashboard/report?closing=${closing}`),
  ],
  'dashboard/export/figures.csv/route.ts': [
    file('exports', ({ unit }) => `/dashboard/export/figures.csv?unit=${unit}&${view}`),
  ],
  'dashboard/export/figures.xlsx/route.ts': [
    file('exports', ({ unit }) => `/dashboard/export/figures.xlsx?unit=${unit}&${view}`),
  ],
  'dashboard/export/report.docx/route.ts': [
    file('exports', ({ unit }) => `/dashboard/export/report.docx?unit=${unit}&${view}`),
    file('exports', ({ closing }) => `/dashboard/export/report.docx?closing=${closing}`),
  ],
  'dashboard/export/responses.csv/route.ts': [
    file('exports', ({ unit }) => `/dashboard/export/responses.csv?unit=${unit}&${view}`),
  ],

  'dashboard/closings/page.tsx': [
    page('figures', '/dashboard/closings'),
    page('figures', ({ unit }) => `/dashboard/closings?unit=${unit}`),
  ],
  'dashboard/closings/new/page.tsx': [
    page('closing', ({ unit }) => `/dashboard/closings/new?unit=${unit}&${view}`),
  ],
  'dashboard/closings/[number]/page.tsx': [
    page('figures', ({ closing }) => `/dashboard/closings/${closing}`),
  ],

  'dashboard/comments/page.tsx': [
    page('comments', `/dashboard/comments?survey=kiosk-1&${days}`),
    page('comments', ({ unit }) => `/dashboard/comments?unit=${unit}&survey=kiosk-1&${days}`),
  ],
  'dashboard/comments/retention/page.tsx': [page('everything', '/dashboard/comments/retention')],
  'dashboard/comments/[key]/page.tsx': [
    page('comments', ({ comments }) => `/dashboard/comments/${comments[0]}`),
  ],

  'dashboard/signs/page.tsx': [
    page('invalidation', `/dashboard/signs?${view}`),
    page('invalidation', ({ unit }) => `/dashboard/signs?unit=${unit}&${view}`),
  ],
  'dashboard/signs/responses/page.tsx': [
    page(
      'invalidation',
      ({ unit, doorId }) =>
        `/dashboard/signs/responses?unit=${unit}&survey=desk-8&from=2025-08-01&to=2025-08-31&source=l${doorId}&day=${lookDay}`,
    ),
    page(
      'invalidation',
      ({ doorId }, { unit }) =>
        `/dashboard/signs/responses?unit=${unit}&survey=desk-8&from=2025-08-01&to=2025-08-31&source=l${doorId}&day=${lookDay}`,
      { foreign: 'empty' },
    ),
  ],
  'dashboard/signs/invalidations/page.tsx': [
    page('invalidation', '/dashboard/signs/invalidations'),
    page('invalidation', '/dashboard/signs/invalidations?before=999999'),
  ],
  'dashboard/signs/invalidations/[id]/page.tsx': [
    page('invalidation', ({ proposals }) => `/dashboard/signs/invalidations/${proposals[0]}`),
    page('invalidation', ({ confirmed }) => `/dashboard/signs/invalidations/${confirmed[0]}`),
  ],

  'dashboard/dossiers/page.tsx': [
    page('dossiers', '/dashboard/dossiers?year=2025'),
    page('dossiers', ({ unit }) => `/dashboard/dossiers?year=2025&unit=${unit}`),
  ],
  'dashboard/dossiers/entry/page.tsx': [
    page('dossiers', `/dashboard/dossiers/entry?${days}`),
    page('dossiers', ({ unit }) => `/dashboard/dossiers/entry?unit=${unit}&${days}`),
  ],
  'dashboard/dossiers/import/page.tsx': [page('dossiers', '/dashboard/dossiers/import')],
  'dashboard/dossiers/template.csv/route.ts': [
    file('dossiers', '/dashboard/dossiers/template.csv'),
  ],
  'dashboard/dossiers/template.xlsx/route.ts': [
    file('dossiers', '/dashboard/dossiers/template.xlsx'),
  ],

  'dashboard/units/page.tsx': [
    page('administration', '/dashboard/units'),
    page('administration', ({ unit }) => `/dashboard/units?parent=${unit}`, { foreign: 'empty' }),
    page('administration', ({ unit }) => `/dashboard/units?under=${unit}`, { foreign: 'empty' }),
    page('administration', ({ unit }) => `/dashboard/units?q=${unit}`, { foreign: 'empty' }),
  ],
  'dashboard/units/[code]/page.tsx': [
    page('administration', ({ unit }) => `/dashboard/units/${unit}`),
  ],
  'dashboard/units/[code]/edit/page.tsx': [
    page('administration', ({ unit }) => `/dashboard/units/${unit}/edit`),
  ],
  'dashboard/units/[code]/desks/[desk]/page.tsx': [
    page('administration', ({ unit, desk }) => `/dashboard/units/${unit}/desks/${desk}`),
  ],
  'dashboard/units/[code]/links/[door]/poster/page.tsx': [
    page('administration', ({ unit, door }) => `/dashboard/units/${unit}/links/${door}/poster`),
    page(
      'administration',
      ({ door }, { unit }) => `/dashboard/units/${unit}/links/${door}/poster`,
      { once: 'never' },
    ),
  ],
  'dashboard/unit-list/import/page.tsx': [page('administration', '/dashboard/unit-list/import')],

  'dashboard/setup/page.tsx': [page('administration', '/dashboard/setup')],
  // The step that names the unit is there only for the one that first start made; nobody here has it.
  'dashboard/setup/[step]/page.tsx': ['desk', 'survey', 'collect'].flatMap((step) => [
    page('administration', `/dashboard/setup/${step}`),
    page('administration', ({ unit }) => `/dashboard/setup/${step}?unit=${unit}`),
  ]),
  'dashboard/setup/ready/page.tsx': [
    page('administration', ({ unit }) => `/dashboard/setup/ready?unit=${unit}`),
  ],
  'dashboard/fields/page.tsx': [page('everything', '/dashboard/fields')],
  'dashboard/fields/[code]/page.tsx': [page('everything', '/dashboard/fields/dat-dai')],
  'dashboard/field-list/import/page.tsx': [page('everything', '/dashboard/field-list/import')],

  'dashboard/surveys/page.tsx': [page('administration', '/dashboard/surveys')],
  'dashboard/surveys/[code]/page.tsx': [page('administration', '/dashboard/surveys/desk-8')],
  'dashboard/surveys/[code]/preview/page.tsx': [
    page('administration', '/dashboard/surveys/desk-8/preview?version=1&as=link'),
    page('administration', '/dashboard/surveys/kiosk-1/preview?version=1&as=kiosk'),
    page('administration', '/dashboard/surveys/desk-8/preview?version=1&as=paper'),
  ],

  'dashboard/devices/page.tsx': [page('administration', '/dashboard/devices')],
  'dashboard/devices/[id]/page.tsx': [
    page('administration', ({ devices }) => `/dashboard/devices/${devices[0]}`),
  ],

  'dashboard/health/page.tsx': [page('everything', '/dashboard/health')],
  'dashboard/limits/page.tsx': [page('administration', '/dashboard/limits')],

  'dashboard/people/page.tsx': [page('administration', '/dashboard/people')],
  'dashboard/people/second-factor/page.tsx': [
    page('everything', '/dashboard/people/second-factor'),
  ],
  'dashboard/people/[id]/page.tsx': [
    page('administration', ({ person }) => `/dashboard/people/${person}`),
  ],
  'dashboard/audit/page.tsx': [
    page('administration', '/dashboard/audit'),
    page('administration', ({ unit }) => `/dashboard/audit?unit=${unit}`),
    page('administration', ({ person }) => `/dashboard/audit?actor=${person}`, {
      foreign: 'empty',
    }),
  ],

  'dashboard/account/page.tsx': [page('anybody', '/dashboard/account')],
  'dashboard/account/second-factor/page.tsx': [page('anybody', '/dashboard/account/second-factor')],

  'api/v1/rates/route.ts': ['total', 'unit', 'desk', 'channel', 'question', 'month'].map((by) =>
    api('figures', ({ unit }) => `/api/v1/rates?unit=${unit}&${view}&by=${by}`),
  ),
}
