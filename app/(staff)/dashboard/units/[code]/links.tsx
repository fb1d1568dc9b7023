import box from '@/components/ui/box.module.css'
import type { UnitLink } from '@/db/units/links'
import type { Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
import { unitHref } from '../addresses'
import { LinkLine, OpeningForm, State } from './link-line'

type Props = Readonly<{
  unit: Unit
  links: readonly UnitLink[]
  titles: ReadonlyMap<string, string>
  t: Translate
}>

/** The links and QR codes of a unit and its desks; each can be printed, closed and opened. */
export function Links({ unit, links, titles, t }: Props) {
  return (
    <section className={box.stack} id="links">
      <h2>{t('links.title')}</h2>
      {links.length === 0 && <p>{t('offices.links.none')}</p>}
      {links.length > 0 && (
        <ul className={box.rows}>
          {links.map((link) => (
            <li key={link.code} id={`link-${link.code}`}>
              <LinkLine link={link} titles={titles} t={t} />
              <State link={link} t={t} />
              <a
                href={`${unitHref(unit.code)}/links/${encodeURIComponent(link.code)}/poster`}
                aria-label={t('offices.links.posterNamed', { code: link.code })}
              >
                {t('offices.links.poster')}
              </a>
              <OpeningForm unit={unit} link={link} t={t} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
