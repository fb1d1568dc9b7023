import { password } from '../../helpers/access/cast'
import { form, formOfNone, type Line } from '../../helpers/access/line'
import { september } from '../../helpers/access/place'

const table = (rows: string) => ({ name: 'bieu.csv', text: rows })
const reason = 'Có lý do rõ ràng'

/** Every form of the staff's side but the administrator's: what right it needs, and every way in which it names a unit. */
export const forms: Readonly<Record<string, readonly Line[]>> = {
  'dashboard/closings/close/route.ts': [
    form('closing', ({ unit }, _, nth) => [
      '/dashboard/closings/close',
      { unit, survey: 'desk-8', ...september, note: '', request: `request-${unit}-${nth}` },
    ]),
  ],

  'dashboard/comments/[key]/mark/route.ts': [
    form('comments', ({ comments }, _, nth) => [
      `/dashboard/comments/${comments[nth]}/mark`,
      { state: 'done', note: 'Đã trả lời' },
    ]),
  ],
  'dashboard/comments/[key]/redact/route.ts': [
    form('comments', ({ comments }, _, nth) => [
      `/dashboard/comments/${comments[nth]}/redact`,
      { words: 'Ý kiến' },
    ]),
  ],
  'dashboard/comments/[key]/reveal/route.ts': [
    form('originals', ({ redacted }, _, nth) => [
      `/dashboard/comments/${redacted[nth % 4]?.key}/reveal`,
      {},
    ]),
  ],
  'dashboard/comments/[key]/lift/route.ts': [
    form('originals', ({ redacted }, _, nth) => [
      `/dashboard/comments/${redacted[nth % 4]?.key}/lift`,
      { redaction: `${redacted[nth % 4]?.id}` },
    ]),
    // The number of another comment's redaction lifts nothing.
    form(
      'originals',
      ({ redacted }, home, nth) => [
        `/dashboard/comments/${home.redacted[nth % 4]?.key}/lift`,
        { redaction: `${redacted[nth % 4]?.id}` },
      ],
      { once: 'never' },
    ),
  ],

  'dashboard/signs/propose/route.ts': [
    form('invalidation', ({ responses }, _, nth) => [
      '/dashboard/signs/propose',
      { r: `${responses[nth]}`, reason, sign: 'burst' },
    ]),
  ],
  'dashboard/signs/invalidations/[id]/decide/route.ts': [
    form(
      'invalidation',
      ({ proposals }, _, nth) => [
        `/dashboard/signs/invalidations/${proposals[nth % 4]}/decide`,
        { decision: 'declined' },
      ],
      { above: true },
    ),
  ],
  'dashboard/signs/invalidations/[id]/restore/route.ts': [
    form(
      'invalidation',
      ({ confirmed }, _, nth) => [
        `/dashboard/signs/invalidations/${confirmed[nth % 4]}/restore`,
        { reason },
      ],
      { above: true },
    ),
  ],

  'dashboard/dossiers/entry/save/route.ts': [
    form('dossiers', ({ unit }, _, nth) => [
      '/dashboard/dossiers/entry/save',
      {
        ...{ unit, from: `2024-0${nth + 1}-01`, to: `2024-0${nth + 1}-28`, 'n.resolved.*': '7' },
        ...{ source: 'Biểu 06', reason: '', seen: '' },
      },
    ]),
  ],
  'dashboard/dossiers/withdraw/route.ts': [
    form('dossiers', ({ unit, dossiers }, _, nth) => [
      '/dashboard/dossiers/withdraw',
      { ids: `${dossiers[nth % 5]}`, 'withdraw-reason': reason, unit, ...september },
    ]),
    form(
      'dossiers',
      ({ dossiers }, { unit }, nth) => [
        '/dashboard/dossiers/withdraw',
        { ids: `${dossiers[nth % 5]}`, 'withdraw-reason': reason, unit, ...september },
      ],
      { once: 'never' },
    ),
  ],
  'dashboard/dossiers/import/read/route.ts': [
    form('dossiers', ({ unit }) => [
      '/dashboard/dossiers/import/read',
      { unit, ...september },
      table('linh vuc;da giai quyet\nĐất đai;5'),
    ]),
  ],
  // The draft is the person's own: see the tests beside this table.
  'dashboard/dossiers/import/store/route.ts': [
    formOfNone('dossiers', () => ['/dashboard/dossiers/import/store', { draft: 'unknown' }], {
      quiet: true,
    }),
  ],

  'dashboard/account/password/route.ts': [
    formOfNone('anybody', (nth) => [
      '/dashboard/account/password',
      { current: password, password: `mot-cau-khac-hoan-toan-${nth}-2027` },
    ]),
  ],
  'dashboard/account/second-factor/[change]/route.ts': [
    formOfNone('anybody', () => ['/dashboard/account/second-factor/begin', {}]),
  ],
  'dashboard/account/session/route.ts': [
    formOfNone('anybody', () => ['/dashboard/account/session', { session: 'others' }], {
      quiet: true,
    }),
  ],
}
