import type { Ask } from '../../helpers/access/ask'
import type { Upload } from '../../helpers/access/kept'
import { markOf } from '../../helpers/access/place'

const units = '/dashboard/unit-list/import'
const unitFile = (...rows: string[]): Ask => ({
  ...{ path: `${units}/read`, form: {} },
  file: { name: 'don-vi.csv', text: ['code;name;level;parent_code', ...rows].join('\n') },
})
const dossiers = '/dashboard/dossiers/import'

/** Every way in which a line of a file names a unit. */
export const uploads: ReadonlyMap<string, Upload> = new Map<string, Upload>([
  [
    'a unit below it',
    {
      ...{ needs: 'administration', page: units },
      read: (named, { unit }) =>
        unitFile(`moi-a;Xã mới A;xa;${unit}`, `moi-b;Xã mới B;xa;${named}`),
    },
  ],
  [
    // That the code is taken is told; not whether the rest of the line is true.
    'it, as it stands',
    {
      ...{ needs: 'administration', page: units },
      read: (named, { unit }) =>
        unitFile(
          `moi-a;Xã mới A;xa;${unit}`,
          `${named};Đơn vị ${markOf(named.slice(2) as never)};xa;zktop`,
        ),
      same: (named, { unit }) =>
        unitFile(`moi-a;Xã mới A;xa;${unit}`, `${named};Tên khác;xa;zktop`),
    },
  ],
  [
    'its dossiers',
    {
      ...{ needs: 'dossiers', page: dossiers },
      read: (named, { unit }) => ({
        path: `${dossiers}/read`,
        form: { unit, from: '2023-03-01', to: '2023-03-31' },
        file: { name: 'bieu.csv', text: `unit,resolved,received\n${unit},5,5\n${named},7,7` },
      }),
    },
  ],
])
