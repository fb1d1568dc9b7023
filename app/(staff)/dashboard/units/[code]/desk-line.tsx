import box from '@/components/ui/box.module.css'
import type { DeskView } from '@/db/units/desk-view'
import type { Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
import { unitHref } from '../addresses'

/** One desk: whether it is open, what it serves, what collects there. */
export function DeskLine(props: {
  unit: Unit
  desk: DeskView
  titles: ReadonlyMap<string, string>
  t: Translate
}) {
  const { unit, titles, t } = props
  const { code, label, closedAt, fields, surveyCodes } = props.desk
  const list = (names: readonly string[]) => ({ list: names.join(', ') })
  return (
    <>
      <span className={box.line}>
        <strong>{label}</strong>
        <span className={box.soft}>{t('offices.desks.number', { code })}</span>
        {fields.length > 0 && (
          <span className={box.soft}>
            {t('offices.desks.fields', list(fields.map(({ name }) => name)))}
          </span>
        )}
        <span className={box.soft}>
          {surveyCodes.length > 0
            ? t('offices.desks.surveys', list(surveyCodes.map((one) => titles.get(one) ?? one)))
            : t('offices.desks.noSurveys')}
        </span>
      </span>
      {closedAt !== null && <span className={box.closed}>{t('state.closed')}</span>}
      <a
        href={`${unitHref(unit.code)}/desks/${encodeURIComponent(code)}`}
        aria-label={t('offices.desks.editNamed', { code, label })}
      >
        {t('offices.desks.edit')}
      </a>
    </>
  )
}
