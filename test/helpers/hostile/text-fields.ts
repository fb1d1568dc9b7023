import { administrationForms } from '../../http/access/administration-forms'
import { forms } from '../../http/access/forms'
import type { Ask } from '../access/ask'
import { type Place, september } from '../access/place'

/** A field into which people type, and where the database keeps it. */
export type TextField = Readonly<{
  /** As the form calls it; `file` is the name of a file, `cell` what stands in it. */
  name: string
  column: string
  ask: (place: Place, text: string) => Ask
  /** Twenty characters at most. */
  short?: true
}>

type Lines = Readonly<Record<string, readonly { ask: (a: Place, b: Place, n: number) => Ask }[]>>
const lines: Lines = { ...forms, ...administrationForms }

/** The form as the table of access sends it, with the text in this field. */
const typed = (
  route: string,
  name: string,
  column: string,
  { line = 0, nth = 0, ...rest }: Readonly<{ line?: number; nth?: number; short?: true }> = {},
): TextField => ({
  ...{ name, column, ...rest },
  ask: (place, text) => {
    const ask = lines[route]?.[line]?.ask(place, place, nth)
    if (!ask) throw new Error(`no line ${line} of ${route}`)
    return { ...ask, form: { ...ask.form, [name]: text } }
  },
})

const sent = (
  path: string,
  name: 'file' | 'cell',
  column: string,
  rows: (place: Place, text: string) => string,
  form: (place: Place) => NonNullable<Ask['form']> = () => ({}),
): TextField => ({
  ...{ name, column },
  ask: (place, text) => ({
    ...{ path: `${path}/read`, form: form(place) },
    file: { name: name === 'file' ? text : 'bang.csv', text: rows(place, quoted(text)) },
  }),
})

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
const dossierFile = (place: Place) =>
  `linh vuc;da giai quyet;da tiep nhan\ndat-dai;${place.deskId};9999`
const units = 'dashboard/units/[code]/[change]/route.ts'
const changeOf = (change: string) =>
  lines[units]?.findIndex(({ ask }) => ask(anyPlace, anyPlace, 0).path.endsWith(`/${change}`)) ?? -1
const anyPlace = new Proxy({}, { get: () => ['x'] }) as unknown as Place
const none: readonly TextField[] = []

/** Every form of the staff, by its route handler, with every field into which people type. */
export const textFields: Readonly<Record<string, readonly TextField[]>> = {
  'dashboard/closings/close/route.ts': [
    typed('dashboard/closings/close/route.ts', 'note', 'snapshots.content'),
  ],
  'dashboard/comments/[key]/mark/route.ts': [
    typed('dashboard/comments/[key]/mark/route.ts', 'note', 'comment_marks.note'),
  ],
  // Keeps where the words stand, not the words.
  'dashboard/comments/[key]/redact/route.ts': none,
  'dashboard/comments/[key]/reveal/route.ts': none,
  'dashboard/comments/[key]/lift/route.ts': none,
  'dashboard/signs/propose/route.ts': [
    typed('dashboard/signs/propose/route.ts', 'reason', 'invalidations.reason'),
  ],
  'dashboard/signs/invalidations/[id]/decide/route.ts': none,
  'dashboard/signs/invalidations/[id]/restore/route.ts': [
    typed(
      'dashboard/signs/invalidations/[id]/restore/route.ts',
      'reason',
      'invalidation_restorations.reason',
    ),
  ],
  'dashboard/dossiers/entry/save/route.ts': [
    typed('dashboard/dossiers/entry/save/route.ts', 'source', 'dossier_stats.source'),
    {
      ...{ name: 'reason', column: 'dossier_stats.end_reason' },
      ask: ({ unit, dossiers }, reason) => ({
        path: '/dashboard/dossiers/entry/save',
        form: {
          ...{ unit, ...september, 'n.resolved.*': '8', source: 'Biểu 06', reason },
          seen: `${dossiers[0]}`,
        },
      }),
    },
  ],
  'dashboard/dossiers/withdraw/route.ts': [
    typed('dashboard/dossiers/withdraw/route.ts', 'withdraw-reason', 'dossier_stats.end_reason', {
      nth: 3,
    }),
  ],
  'dashboard/dossiers/import/read/route.ts': [
    sent('/dashboard/dossiers/import', 'file', 'dossier_stats.source', dossierFile, ({ unit }) => ({
      ...{ unit, from: '2022-05-01', to: '2022-05-31' },
    })),
  ],
  // Sent with the draft that reading has left.
  'dashboard/dossiers/import/store/route.ts': none,
  'dashboard/account/password/route.ts': none,
  'dashboard/account/second-factor/[change]/route.ts': none,
  'dashboard/account/session/route.ts': none,

  'dashboard/people/invite/route.ts': [
    typed('dashboard/people/invite/route.ts', 'name', 'users.name'),
  ],
  'dashboard/people/[id]/role/route.ts': none,
  'dashboard/people/[id]/role-removal/route.ts': none,
  'dashboard/people/[id]/reset/route.ts': none,
  'dashboard/people/[id]/state/route.ts': none,
  'dashboard/people/second-factor/save/route.ts': none,
  'dashboard/comments/retention/save/route.ts': none,
  'dashboard/devices/[id]/revoke/route.ts': none,
  'dashboard/devices/code/route.ts': [
    typed('dashboard/devices/code/route.ts', 'name', 'enrolment_codes.name'),
  ],
  'dashboard/devices/desk/route.ts': [
    typed('dashboard/devices/desk/route.ts', 'label', 'desks.label'),
    typed('dashboard/devices/desk/route.ts', 'code', 'desks.code', { short: true }),
  ],
  'dashboard/devices/silence/route.ts': none,
  'dashboard/setup/note/route.ts': none,
  'dashboard/limits/exempt/route.ts': [
    typed('dashboard/limits/exempt/route.ts', 'label', 'exempt_ranges.label'),
  ],
  'dashboard/limits/end/route.ts': none,
  'dashboard/surveys/[code]/link/route.ts': none,
  'dashboard/surveys/[code]/opening/route.ts': none,
  'dashboard/field-list/add/route.ts': [
    typed('dashboard/field-list/add/route.ts', 'name', 'fields.name'),
  ],
  'dashboard/field-list/import/read/route.ts': [
    sent(
      '/dashboard/field-list/import',
      'cell',
      'fields.name',
      (_, text) => `lĩnh vực;nhóm\n${text};`,
    ),
    sent(
      '/dashboard/field-list/import',
      'file',
      'audit_events.detail',
      () => 'lĩnh vực;nhóm\nTệp;',
    ),
  ],
  'dashboard/field-list/import/store/route.ts': none,
  'dashboard/fields/[code]/[change]/route.ts': [
    typed('dashboard/fields/[code]/[change]/route.ts', 'name', 'fields.name'),
  ],
  'dashboard/unit-list/add/route.ts': [
    typed('dashboard/unit-list/add/route.ts', 'name', 'units.name'),
  ],
  'dashboard/unit-list/import/read/route.ts': [
    sent(
      '/dashboard/unit-list/import',
      'cell',
      'units.name',
      ({ unit }, text) => `code;name;level;parent_code\n${unit}-tep;${text};xa;${unit}`,
    ),
    sent(
      '/dashboard/unit-list/import',
      'file',
      'audit_events.detail',
      ({ unit }) => `code;name;level;parent_code\n${unit}-ten;Xã;xa;${unit}`,
    ),
  ],
  'dashboard/unit-list/import/store/route.ts': none,
  [units]: [
    typed(units, 'name', 'units.name', { line: changeOf('facts') }),
    typed(units, 'label', 'desks.label', { line: changeOf('desk') }),
    typed(units, 'code', 'desks.code', { line: changeOf('desk'), short: true }),
    typed(units, 'label', 'desks.label', { line: changeOf('desk-facts') }),
  ],
}

/** What forms send that is a code, a number, a day or one of several: what is none of those is refused. */
export const choices: ReadonlySet<string> = new Set(
  `unit survey from to request state words redaction r sign decision n.resolved.* seen ids draft current password
  session email role desk surveys hours months confirmed setup range link open group level validFrom validTo parent successor day fields
  channel fieldCode touchpoint`.split(/\s+/),
)
/** The same, where it is a choice in one form alone. */
export const choicesOf: readonly string[] = ['code of dashboard/unit-list/add/route.ts']

/** The citizens' text, by the routes through which it comes in. */
export const citizenRoutes = ['(citizen)/s/[code]/send/route.ts', 'api/v1/responses/route.ts']
/** Of the open ones, those that take no text. */
export const silentRoutes = [
  '(staff)/sign-out/route.ts',
  '(staff)/join/[token]/password/route.ts',
  'api/auth/[...nextauth]/route.ts',
  'api/v1/devices/route.ts',
  'api/v1/devices/self/report/route.ts',
]
