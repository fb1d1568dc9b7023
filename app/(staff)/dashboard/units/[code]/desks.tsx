import { FormCard } from '@/components/staff/form-card'
import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import type { DeskView } from '@/db/desk-view'
import { longestDesk } from '@/db/desks'
import type { Locale } from '@/domain/survey'
import type { Unit } from '@/domain/unit'
import { translator } from '@/lib/i18n'
import { unitHref } from '../addresses'
import styles from '../page.module.css'

type Props = Readonly<{ unit: Unit; locale: Locale; params: URLSearchParams }>

/** The desks with the fields they serve and the surveys they show. */
export function Desks(
  props: Props & Readonly<{ desks: readonly DeskView[]; titles: ReadonlyMap<string, string> }>,
) {
  const { unit, desks, titles, locale } = props
  const t = translator(locale)
  return (
    <section className={styles.part}>
      <h2>{t('offices.desks.title')}</h2>
      {desks.length === 0 && <p>{t('offices.desks.none')}</p>}
      {desks.length > 0 && (
        <ul className={styles.rows}>
          {desks.map(({ code, label, closedAt, fields, surveyCodes }) => (
            <li key={code}>
              <span className={styles.line}>
                <strong>{label}</strong>
                <span className={styles.soft}>{t('offices.desks.number', { code })}</span>
                {fields.length > 0 && (
                  <span className={styles.soft}>
                    {t('offices.desks.fields', { list: fields.map(({ name }) => name).join(', ') })}
                  </span>
                )}
                <span className={styles.soft}>
                  {surveyCodes.length > 0
                    ? t('offices.desks.surveys', {
                        list: surveyCodes.map((one) => titles.get(one) ?? one).join(', '),
                      })
                    : t('offices.desks.noSurveys')}
                </span>
              </span>
              {closedAt !== null && (
                <span className={styles.closed}>{t('offices.desks.closed')}</span>
              )}
              <a
                href={`${unitHref(unit.code)}/desks/${encodeURIComponent(code)}`}
                aria-label={t('offices.desks.editNamed', { code, label })}
              >
                {t('offices.desks.edit')}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

export function DeskForm({ unit, locale, params }: Props) {
  const t = translator(locale)
  const isWrong = (name: string) => params.get('field') === name
  return (
    <FormCard title={t('devices.desk.title')} action={`${unitHref(unit.code)}/desk`}>
      <TextField
        id="code"
        label={t('devices.desk.code')}
        defaultValue={params.get('code') ?? ''}
        maxLength={longestDesk.code}
        autoComplete="off"
        required
        invalid={isWrong('code')}
      />
      <TextField
        id="label"
        label={t('devices.desk.label')}
        defaultValue={params.get('label') ?? ''}
        maxLength={longestDesk.label}
        autoComplete="off"
        required
        invalid={isWrong('label')}
      />
      <Button type="submit" look="quiet">
        {t('devices.desk.submit')}
      </Button>
    </FormCard>
  )
}
