import { ActionForm } from '@/components/staff/action-form'
import box from '@/components/ui/box.module.css'
import type { UnitLink } from '@/db/units/links'
import { formatDay, localDay, shiftDay } from '@/domain/period'
import type { Unit } from '@/domain/unit'
import { env } from '@/lib/env'
import type { Translate } from '@/lib/i18n'
import { unitHref } from '../addresses'

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

/** One link or QR code: what it counts for, and its address. */
function LinkLine(props: { link: UnitLink; titles: ReadonlyMap<string, string>; t: Translate }) {
  const { link, titles, t } = props
  const { code, channel, desk, field, touchpoint, surveyCode } = link
  const facts = [
    titles.get(surveyCode) ?? surveyCode,
    t(`figures.channel.${channel}`),
    ...(field ? [field] : []),
    ...(touchpoint ? [t(`figures.touchpoint.${touchpoint}`)] : []),
  ]
  return (
    <span className={box.line}>
      <strong>{desk ? desk.label : t('offices.links.whole')}</strong>
      <span className={box.soft}>{facts.join(' · ')}</span>
      <a href={`/s/${encodeURIComponent(code)}`} translate="no">
        {`${env().origin}/s/${code}`}
      </a>
    </span>
  )
}

/** Whether it is open, and until when. */
function State({ link: { isOpen, closedAt }, t }: { link: UnitLink; t: Translate }) {
  if (!isOpen) return <span className={box.closed}>{t('state.closed')}</span>
  return (
    <span className={box.soft}>
      {closedAt === null
        ? t('state.open')
        : t('offices.links.closes', { day: formatDay(shiftDay(localDay(closedAt), -1)) })}
    </span>
  )
}

/** Closes it, or opens it again. */
function OpeningForm(props: { unit: Unit; link: UnitLink; t: Translate }) {
  const { unit, link, t } = props
  const way = link.isOpen ? 'close' : 'open'
  return (
    <ActionForm
      action={`${unitHref(unit.code)}/link-${way}`}
      values={{ link: link.code }}
      label={t(`links.${way}`)}
      name={t(`links.${way}Named`, { code: link.code })}
    />
  )
}
