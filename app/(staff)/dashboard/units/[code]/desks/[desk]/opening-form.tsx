import { FormCard } from '@/components/staff/form-card'
import { Button } from '@/components/ui/button'
import type { DeskView } from '@/db/units/desk-view'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { unitHref } from '../../../addresses'

/** Closes the desk, or opens it again. */
export function OpeningForm(props: { desk: DeskView; unitCode: string; locale: Locale }) {
  const { desk, unitCode, locale } = props
  const t = translator(locale)
  const way = desk.closedAt === null ? 'close' : 'open'
  return (
    <FormCard
      title={t(`offices.desk.${way}Title`)}
      {...(way === 'close' ? { note: t('offices.desk.closeNote') } : {})}
      action={`${unitHref(unitCode)}/desk-${way}`}
    >
      <input type="hidden" name="desk" value={desk.code} />
      <Button type="submit" look="quiet">
        {t(`offices.desk.${way}`)}
      </Button>
    </FormCard>
  )
}
