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
import { DeskLine } from './desk-line'

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
