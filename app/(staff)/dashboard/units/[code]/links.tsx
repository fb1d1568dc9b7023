import { Button } from '@/components/ui/button'
import type { UnitLink } from '@/db/unit-links'
import { formatDay, localDay, shiftDay } from '@/domain/period'
import type { Locale } from '@/domain/survey'
import type { Unit } from '@/domain/unit'
import { env } from '@/lib/env'
import { translator } from '@/lib/i18n'
import { unitHref } from '../addresses'
import styles from '../page.module.css'

type Props = Readonly<{
  unit: Unit
  links: readonly UnitLink[]
  titles: ReadonlyMap<string, string>
  locale: Locale
}>

/** The links and QR codes of a unit and its desks; each can be printed, closed and opened. */
export function Links({ unit, links, titles, locale }: Props) {
  const t = translator(locale)
  return (
    <section className={styles.part} id="links">
      <h2>{t('offices.links.title')}</h2>
      {links.length === 0 && <p>{t('offices.links.none')}</p>}
      {links.length > 0 && (
        <ul className={styles.rows}>
          {links.map((link) => (
            <li key={link.code} id={`link-${link.code}`}>
              <LinkLine link={link} titles={titles} locale={locale} />
              <State link={link} locale={locale} />
              <a
                href={`${unitHref(unit.code)}/links/${encodeURIComponent(link.code)}/poster`}
                aria-label={t('offices.links.posterNamed', { code: link.code })}
              >
                {t('offices.links.poster')}
              </a>
              <OpeningForm unit={unit} link={link} locale={locale} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function LinkLine(props: { link: UnitLink; titles: ReadonlyMap<string, string>; locale: Locale }) {
  const { link, titles, locale } = props
  const t = translator(locale)
  const { code, channel, desk, field, touchpoint, surveyCode } = link
  const facts = [
    titles.get(surveyCode) ?? surveyCode,
    t(`figures.channel.${channel}`),
    ...(field ? [field] : []),
    ...(touchpoint ? [t(`figures.touchpoint.${touchpoint}`)] : []),
  ]
  return (
    <span className={styles.line}>
      <strong>{desk ? desk.label : t('offices.links.whole')}</strong>
      <span className={styles.soft}>{facts.join(' · ')}</span>
      <a href={`/s/${encodeURIComponent(code)}`} translate="no">
        {`${env().origin}/s/${code}`}
      </a>
    </span>
  )
}

function State({ link: { isOpen, closedAt }, locale }: { link: UnitLink; locale: Locale }) {
  const t = translator(locale)
  if (!isOpen) return <span className={styles.closed}>{t('surveys.state.closed')}</span>
  return (
    <span className={styles.soft}>
      {closedAt === null
        ? t('surveys.state.open')
        : t('offices.links.closes', { day: formatDay(shiftDay(localDay(closedAt), -1)) })}
    </span>
  )
}

function OpeningForm(props: { unit: Unit; link: UnitLink; locale: Locale }) {
  const { unit, link, locale } = props
  const t = translator(locale)
  const way = link.isOpen ? 'close' : 'open'
  return (
    <form method="post" action={`${unitHref(unit.code)}/link-${way}`}>
      <input type="hidden" name="link" value={link.code} />
      <Button
        type="submit"
        look="quiet"
        aria-label={t(`surveys.links.${way}Named`, { code: link.code })}
      >
        {t(`surveys.links.${way}`)}
      </Button>
    </form>
  )
}
