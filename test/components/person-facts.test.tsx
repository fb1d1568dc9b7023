import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { PersonList } from '@/components/staff/person-list'
import { translator } from '@/lib/i18n'

const person = {
  ...{ id: 1, email: 'a@xa.gov.vn', state: 'active' as const, hasSecondFactor: false },
  ...{ signedInAt: null, roles: [] },
}
const timesNamed = (name: string) =>
  renderToStaticMarkup(<PersonList t={translator('vi')} people={[{ ...person, name }]} />).split(
    person.email,
  ).length - 1

it('shows the address once where it stands for the name', () => {
  expect(timesNamed(person.email)).toBe(1)
  expect(timesNamed('Lan')).toBe(1)
})
