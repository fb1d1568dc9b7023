import { listDeskViews } from '@/db/units/desk-view'
import { translator } from '@/lib/i18n'
import { AddForm } from './add-desk'
import { NameForm } from './desk-name'
import type { StepProps } from './mark'

/** The first desk's name; more desks, one after the other. */
export async function DeskStep(props: StepProps) {
  const { scope, unit, locale, now } = props
  const desks = (await listDeskViews(scope, unit.code, now)).filter((one) => one.closedAt === null)
  const [first, ...more] = desks
  return (
    <>
      {more.length > 0 && (
        <p>
          {translator(locale)('setup.guide.desk.there', {
            list: desks.map(({ label }) => label).join(', '),
          })}
        </p>
      )}
      {first && <NameForm {...props} desk={first} />}
      <AddForm {...props} desks={desks} />
    </>
  )
}
