import type { ReactNode } from 'react'
import { FormCard } from '@/components/staff/form-card'
import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import type { DeskView } from '@/db/desk-view'
import { longestDesk } from '@/db/desks'
import { foldText } from '@/domain/folded-text'
import { formatCount } from '@/domain/number-format'
import type { Locale } from '@/domain/survey'
import type { Unit } from '@/domain/unit'
import { translator } from '@/lib/i18n'
import { unitHref } from '../addresses'
import styles from '../page.module.css'

type Props = Readonly<{ unit: Unit; locale: Locale; params: URLSearchParams }>

/** More desks than this are searched through, and no more are shown at once. */
const mostAtOnce = 50

/** The desks with the fields they serve and the surveys they show; where there are many, those that match a search. */
export function Desks(
  props: Props & Readonly<{ desks: readonly DeskView[]; titles: ReadonlyMap<string, string> }>,
) {
  const { unit, desks, titles, locale, params } = props
  const t = translator(locale)
  const text = params.get('find') ?? ''
  const asked = foldText(text)
  const found = desks.filter(({ code, label, fields }) =>
    foldText([label, code, ...fields.map(({ name }) => name)].join(' ')).includes(asked),
  )
  const n = (count: number) => formatCount(count, locale)
  return (
    <section className={styles.part} id="desks">
      <h2>{t('offices.desks.title')}</h2>
      {desks.length === 0 && <p>{t('offices.desks.none')}</p>}
      {(desks.length > mostAtOnce || asked) && (
        <DeskSearch unit={unit} text={text} locale={locale}>
          {found.length === 0
            ? t('offices.desks.foundNone', { text })
            : t('offices.desks.shown', {
                n: n(Math.min(found.length, mostAtOnce)),
                of: n(found.length),
              })}
        </DeskSearch>
      )}
      {found.length > 0 && (
        <ul className={styles.rows}>
          {found.slice(0, mostAtOnce).map((desk) => (
            <li key={desk.code}>
              <DeskLine unit={unit} desk={desk} titles={titles} locale={locale} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function DeskSearch(props: { unit: Unit; text: string; locale: Locale; children: ReactNode }) {
  const { unit, text, locale } = props
  const t = translator(locale)
  return (
    <>
      <form method="get" action={`${unitHref(unit.code)}#desks`} className={styles.search}>
        <TextField
          id="find"
          type="search"
          label={t('offices.desks.search')}
          defaultValue={text}
          maxLength={80}
        />
        <Button type="submit" look="quiet">
          {t('offices.find')}
        </Button>
      </form>
      <p role="status">
        {props.children} {text && <a href={unitHref(unit.code)}>{t('offices.all')}</a>}
      </p>
    </>
  )
}

function DeskLine(props: {
  unit: Unit
  desk: DeskView
  titles: ReadonlyMap<string, string>
  locale: Locale
}) {
  const { unit, titles, locale } = props
  const { code, label, closedAt, fields, surveyCodes } = props.desk
  const t = translator(locale)
  const list = (names: readonly string[]) => ({ list: names.join(', ') })
  return (
    <>
      <span className={styles.line}>
        <strong>{label}</strong>
        <span className={styles.soft}>{t('offices.desks.number', { code })}</span>
        {fields.length > 0 && (
          <span className={styles.soft}>
            {t('offices.desks.fields', list(fields.map(({ name }) => name)))}
          </span>
        )}
        <span className={styles.soft}>
          {surveyCodes.length > 0
            ? t('offices.desks.surveys', list(surveyCodes.map((one) => titles.get(one) ?? one)))
            : t('offices.desks.noSurveys')}
        </span>
      </span>
      {closedAt !== null && <span className={styles.closed}>{t('offices.desks.closed')}</span>}
      <a
        href={`${unitHref(unit.code)}/desks/${encodeURIComponent(code)}`}
        aria-label={t('offices.desks.editNamed', { code, label })}
      >
        {t('offices.desks.edit')}
      </a>
    </>
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
