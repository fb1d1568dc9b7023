import type { ReactNode } from 'react'
import { TextField } from '@/components/staff/text-field'
import box from '@/components/ui/box.module.css'
import { Button } from '@/components/ui/button'
import type { DeskView } from '@/db/units/desk-view'
import { foldText } from '@/domain/folded-text'
import { formatCount } from '@/domain/number-format'
import type { Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
import { unitHref } from '../addresses'
import styles from '../page.module.css'

export type Props = Readonly<{ unit: Unit; t: Translate; params: URLSearchParams }>

/** More desks than this are searched through, and no more are shown at once. */
const mostAtOnce = 50

/** The desks with the fields they serve and the surveys they show; where there are many, those that match a search. */
export function Desks(
  props: Props & Readonly<{ desks: readonly DeskView[]; titles: ReadonlyMap<string, string> }>,
) {
  const { unit, desks, titles, t, params } = props
  const text = params.get('find') ?? ''
  const asked = foldText(text)
  const found = desks.filter(({ code, label, fields }) =>
    foldText([label, code, ...fields.map(({ name }) => name)].join(' ')).includes(asked),
  )
  const n = (count: number) => formatCount(count, t.locale)
  return (
    <section className={box.stack} id="desks">
      <h2>{t('offices.desks.title')}</h2>
      {desks.length === 0 && <p>{t('offices.desks.none')}</p>}
      {(desks.length > mostAtOnce || asked) && (
        <DeskSearch unit={unit} text={text} t={t}>
          {found.length === 0
            ? t('offices.desks.foundNone', { text })
            : t('offices.desks.shown', {
                n: n(Math.min(found.length, mostAtOnce)),
                of: n(found.length),
              })}
        </DeskSearch>
      )}
      {found.length > 0 && (
        <ul className={box.rows}>
          {found.slice(0, mostAtOnce).map((desk) => (
            <li key={desk.code}>
              <DeskLine unit={unit} desk={desk} titles={titles} t={t} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function DeskSearch(props: { unit: Unit; text: string; t: Translate; children: ReactNode }) {
  const { unit, text, t } = props
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

/** One desk: whether it is open, what it serves, what collects there. */
function DeskLine(props: {
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
