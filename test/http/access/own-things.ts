import type { PersonName } from '../../helpers/access/cast'
import { type OwnThing, secret } from '../../helpers/access/kept'
import { lookDay, september } from '../../helpers/access/place'

const list = (name: string, path: string, owner: PersonName, rows: string): [string, OwnThing] => [
  `a list of ${name}`,
  {
    owner,
    keep: () => ({
      ...{ path: `${path}/read`, form: {} },
      file: { name: `${secret}.csv`, text: rows },
    }),
    asks: (id) => [{ path: `${path}?draft=${id}` }, { path: `${path}/store`, form: { draft: id } }],
  },
]

const days = new URLSearchParams(september)
const look = `survey=desk-8&from=2025-08-01&to=2025-08-31&day=${lookDay}`

/** Whatever pages keep for the one who typed or sent it. */
export const ownThings: ReadonlyMap<string, OwnThing> = new Map([
  list(
    'units',
    '/dashboard/unit-list/import',
    'admin',
    `code;name;level;parent_code\nmoi-rieng;${secret};xa;zkown`,
  ),
  list('fields', '/dashboard/field-list/import', 'admin at the top', `lĩnh vực;nhóm\n${secret};`),
  [
    'a file of dossiers',
    {
      owner: 'admin',
      keep: ({ unit }) => ({
        ...{
          path: '/dashboard/dossiers/import/read',
          form: { unit, from: '2023-05-01', to: '2023-05-31' },
        },
        file: { name: `${secret}.csv`, text: 'linh vuc;da giai quyet;da tiep nhan\ndat-dai;5;5' },
      }),
      asks: (id) => [
        { path: `/dashboard/dossiers/import?draft=${id}` },
        {
          path: '/dashboard/dossiers/import/store',
          form: { draft: id, source: '', reason: '', seen: '' },
        },
      ],
    },
  ],
  [
    'a table of dossiers that was refused',
    {
      owner: 'admin',
      keep: ({ unit }) => ({
        path: '/dashboard/dossiers/entry/save',
        form: { unit, ...september, source: secret, reason: '', seen: '', 'n.resolved.*': 'x' },
      }),
      asks: (id, { unit }) => [
        { path: `/dashboard/dossiers/entry?unit=${unit}&${days}&draft=${id}` },
      ],
    },
  ],
  [
    'a proposal that was refused',
    {
      ...{ owner: 'admin', isNoted: true },
      keep: ({ unit, responses, doorId }) => ({
        path: '/dashboard/signs/propose',
        form: {
          ...{ unit, survey: 'desk-8', from: '2025-08-01', to: '2025-08-31' },
          ...{
            sign: 'burst',
            r: `${responses[0]}`,
            reason: secret.repeat(100),
            source: `l${doorId}`,
          },
        },
      }),
      asks: (id, { unit, doorId }) => [
        {
          path: `/dashboard/signs/responses?unit=${unit}&${look}&source=l${doorId}&problem=too-long&typed=${id}`,
        },
      ],
    },
  ],
  [
    'a closing that was refused',
    {
      owner: 'admin',
      keep: ({ unit }) => ({
        path: '/dashboard/closings/close',
        form: { unit, survey: 'desk-8', ...september, note: secret, request: '' },
      }),
      asks: (id, { unit }) => [
        { path: `/dashboard/closings/new?unit=${unit}&survey=desk-8&${days}&typed=${id}` },
      ],
    },
  ],
  [
    'a range that was refused',
    {
      owner: 'admin at the top',
      keep: () => ({ path: '/dashboard/limits/exempt', form: { range: 'x', label: secret } }),
      asks: (id) => [{ path: `/dashboard/limits?problem=bad-range&typed=${id}` }],
    },
  ],
])
