import box from '@/components/ui/box.module.css'
import type { Translate } from '@/lib/i18n'

type Tablet = Readonly<{ id: number; name: string; unit: string; desk: string }>

/** The tablets that show a survey now. */
export function SurveyTablets(props: { tablets: readonly Tablet[]; t: Translate }) {
  const { tablets, t } = props
  return (
    <section className={box.stack}>
      <h2>{t('surveys.tablets.title')}</h2>
      {tablets.length === 0 && (
        <p className={box.note}>
          {t('surveys.tablets.none')} <a href="/dashboard/devices">{t('surveys.tablets.enrol')}</a>
        </p>
      )}
      {tablets.length > 0 && (
        <ul className={box.rows}>
          {tablets.map(({ id, name, unit, desk }) => (
            <li key={id}>
              <span className={box.line}>
                <a href={`/dashboard/devices/${id}`}>{name}</a>
                <span className={box.soft}>{`${unit} · ${desk}`}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
