import { form, formOfNone, type Line } from '../../helpers/access/line'

/** The page of a unit to which its forms post. */
const onUnit = (unit: string, change: string) => `/dashboard/units/${unit}/${change}`
const facts = { level: 'office', validFrom: '', validTo: '' }
const table = (rows: string) => ({ name: 'don-vi.csv', text: rows })

/** Every form of the administrator's pages: what right it needs, and every way in which it names a unit. */
export const administrationForms: Readonly<Record<string, readonly Line[]>> = {
  'dashboard/people/invite/route.ts': [
    form('administration', ({ unit }, _, nth) => [
      '/dashboard/people/invite',
      { name: 'Người mới', email: `moi-${unit}-${nth}@quyen.example`, role: 'viewer', unit },
    ]),
  ],
  'dashboard/people/[id]/role/route.ts': [
    form('administration', ({ unit }, { people }) => [
      `/dashboard/people/${people[0]}/role`,
      { role: 'clerk', unit },
    ]),
    form('administration', ({ people }, { unit }) => [
      `/dashboard/people/${people[0]}/role`,
      { role: 'leader', unit },
    ]),
  ],
  'dashboard/people/[id]/role-removal/route.ts': [
    form(
      'administration',
      ({ unit }, { people }) => [
        `/dashboard/people/${people[1]}/role-removal`,
        { role: 'viewer', unit },
      ],
      { once: 'at home' },
    ),
    form(
      'administration',
      ({ people }, { unit }) => [
        `/dashboard/people/${people[2]}/role-removal`,
        { role: 'viewer', unit },
      ],
      { once: 'at home' },
    ),
  ],
  'dashboard/people/[id]/reset/route.ts': [
    form('administration', ({ people }) => [`/dashboard/people/${people[3]}/reset`, {}]),
  ],
  'dashboard/people/[id]/state/route.ts': [
    form('administration', ({ people }) => [
      `/dashboard/people/${people[3]}/state?to=disabled`,
      {},
    ]),
  ],
  // Nothing is demanded: what is would end everybody else's walk.
  'dashboard/people/second-factor/save/route.ts': [
    formOfNone('everything', () => ['/dashboard/people/second-factor/save', {}], { quiet: true }),
  ],

  'dashboard/comments/retention/save/route.ts': [
    formOfNone('everything', (nth) => [
      '/dashboard/comments/retention/save',
      { months: `${30 + nth}`, confirmed: '1' },
    ]),
  ],

  'dashboard/devices/[id]/revoke/route.ts': [
    form('administration', ({ devices }) => [`/dashboard/devices/${devices[1]}/revoke`, {}]),
  ],
  'dashboard/devices/code/route.ts': [
    form('administration', ({ deskId }) => [
      '/dashboard/devices/code',
      { desk: `${deskId}`, surveys: ['kiosk-1'], name: '' },
    ]),
  ],
  'dashboard/devices/desk/route.ts': [
    form('administration', ({ unit }) => [
      '/dashboard/devices/desk',
      { unit, code: 'moi', label: 'Quầy mới' },
    ]),
  ],
  'dashboard/devices/silence/route.ts': [
    formOfNone('everything', () => ['/dashboard/devices/silence', { hours: '7' }]),
  ],

  'dashboard/setup/note/route.ts': [
    form('administration', ({ unit }) => ['/dashboard/setup/note', { unit, setup: 'all' }]),
  ],

  'dashboard/limits/exempt/route.ts': [
    formOfNone('everything', () => [
      '/dashboard/limits/exempt',
      { range: '192.0.2.0/24', label: 'Mạng nội bộ' },
    ]),
  ],
  'dashboard/limits/end/route.ts': [
    formOfNone('everything', () => ['/dashboard/limits/end', { range: '1' }]),
  ],

  'dashboard/surveys/[code]/link/route.ts': [
    form('administration', ({ unit }) => [
      '/dashboard/surveys/kiosk-1/link',
      { link: `${unit}.kiosk-1`, open: '0' },
    ]),
  ],
  'dashboard/surveys/[code]/opening/route.ts': [
    formOfNone('everything', () => ['/dashboard/surveys/sipas-22/opening', { open: '0' }]),
  ],

  'dashboard/field-list/add/route.ts': [
    formOfNone('everything', () => [
      '/dashboard/field-list/add',
      { name: 'Lĩnh vực mới', group: '' },
    ]),
  ],
  'dashboard/field-list/import/read/route.ts': [
    formOfNone('everything', () => [
      '/dashboard/field-list/import/read',
      {},
      table('lĩnh vực;nhóm\nNuôi con nuôi;'),
    ]),
  ],
  'dashboard/field-list/import/store/route.ts': [
    formOfNone('everything', () => ['/dashboard/field-list/import/store', { draft: 'unknown' }], {
      quiet: true,
    }),
  ],
  'dashboard/fields/[code]/[change]/route.ts': [
    formOfNone('everything', () => [
      '/dashboard/fields/dat-dai/facts',
      { name: 'Đất đai và nhà ở', group: '' },
    ]),
    formOfNone('everything', () => ['/dashboard/fields/dat-dai/hide', {}]),
    formOfNone('everything', () => ['/dashboard/fields/dat-dai/show', {}]),
  ],

  'dashboard/unit-list/add/route.ts': [
    form('administration', ({ unit }, _, nth) => [
      '/dashboard/unit-list/add',
      { ...facts, name: 'Tổ mới', code: `moi-${unit}-${nth}`, parent: unit },
    ]),
    formOfNone('everything', (nth) => [
      '/dashboard/unit-list/add',
      { ...facts, name: 'Tỉnh mới', code: `moi-${nth}`, parent: '' },
    ]),
  ],
  'dashboard/unit-list/import/read/route.ts': [
    formOfNone('administration', () => [
      '/dashboard/unit-list/import/read',
      {},
      table('code;name;level;parent_code\nmoi-1;Xã mới;xa;'),
    ]),
  ],
  'dashboard/unit-list/import/store/route.ts': [
    formOfNone(
      'administration',
      () => ['/dashboard/unit-list/import/store', { draft: 'unknown' }],
      {
        quiet: true,
      },
    ),
  ],
  'dashboard/units/[code]/[change]/route.ts': [
    form('administration', ({ unit }) => [onUnit(unit, 'facts'), { ...facts, name: 'Tên mới' }]),
    form('administration', ({ unit }, { leaves }) => [
      onUnit(`${leaves[0]}`, 'move'),
      { parent: unit === leaves[0]?.replace(/-la0$/, '') ? `${leaves[1]}` : unit },
    ]),
    form('administration', ({ leaves }, { unit }) => [
      onUnit(`${leaves[2]}`, 'move'),
      { parent: leaves[2]?.startsWith(`${unit}-`) ? `${leaves[1]}` : unit },
    ]),
    form(
      'administration',
      ({ unit }, { leaves }) => [onUnit(unit, 'move'), { parent: `${leaves[0]}` }],
      {
        ...{ above: true, once: 'never' },
      },
    ),
    form('administration', ({ unit }, { leaves }) => [
      onUnit(`${leaves[3]}`, 'merge'),
      { successor: unit, day: '2025-12-31' },
    ]),
    form('administration', ({ leaves }, { unit }) => [
      onUnit(`${leaves[4]}`, 'merge'),
      { successor: unit, day: '2025-12-31' },
    ]),
    form(
      'administration',
      ({ unit }, { leaves }) => [
        onUnit(unit, 'merge'),
        { successor: `${leaves[0]}`, day: '2025-12-31' },
      ],
      { above: true, once: 'never' },
    ),
    form('administration', ({ leaves }) => [onUnit(`${leaves[7]}`, 'revive'), {}]),
    form('administration', ({ unit }) => [onUnit(unit, 'desk'), { code: 'q9', label: 'Quầy 9' }]),
    form('administration', ({ unit }) => [
      onUnit(unit, 'desk-facts'),
      { desk: 'q1', label: 'Quầy một', fields: ['dat-dai'] },
    ]),
    form('administration', ({ unit }) => [onUnit(unit, 'desk-close'), { desk: 'q2' }]),
    form('administration', ({ unit }) => [onUnit(unit, 'desk-open'), { desk: 'q2' }]),
    form('administration', ({ unit }) => [
      onUnit(unit, 'link'),
      { survey: 'kiosk-1', channel: 'qr', desk: '', fieldCode: '', touchpoint: '' },
    ]),
    ...['link-close', 'link-open'].flatMap((change) => [
      form('administration', ({ unit, door }) => [onUnit(unit, change), { link: door }]),
      form('administration', ({ door }, { unit }) => [onUnit(unit, change), { link: door }], {
        once: 'never',
      }),
      form('administration', ({ unit }, { door }) => [onUnit(unit, change), { link: door }], {
        once: 'never',
      }),
    ]),
  ],
}
