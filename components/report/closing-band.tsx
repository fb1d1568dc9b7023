import type { ReactNode } from 'react'
import box from '@/components/ui/box.module.css'
import { Fact } from '@/components/ui/fact'
import { formatDay, formatDays, localDay, localTime } from '@/domain/period'
import {
  type Formula,
  type SnapshotContent,
  shortChecksum,
  wasRunning,
} from '@/domain/snapshot/snapshot'
import type { Locale } from '@/domain/survey'
import { lookUp, messagesFor, type Translate } from '@/lib/i18n'
import styles from './closing-band.module.css'

/** Says above all else that what follows is not today's: when it was closed, by whom, under which number. */
export function ClosingBand(props: {
  content: SnapshotContent
  checksum: string
  t: Translate
  hrefFor: (number: string) => string
  children: ReactNode
}) {
  const { content, checksum, t } = props
  const { number, unit, survey, period, closedBy, formula, note, follows } = content
  const at = Date.parse(content.closedAt)
  return (
    <section className={styles.band}>
      <p className={styles.closed}>
        {t('closings.one.band', { time: localTime(at), day: formatDay(localDay(at)) })}
      </p>
      <h1 lang="vi">{unit.name}</h1>
      <p className={styles.survey} lang="vi">
        {survey.title}
      </p>
      <p>
        {t('figures.page.scope.period', formatDays(period))} · {t('figures.page.scope.under')}
      </p>
      {wasRunning(content, localDay(at)) && (
        <p className={styles.caution}>{t('closings.one.running', { day: formatDay(period.to) })}</p>
      )}
      <dl className={styles.facts}>
        <Fact name={t('closings.column.number')}>{number}</Fact>
        <Fact name={t('closings.one.who')}>{closedBy.name}</Fact>
        <Fact name={t('closings.one.formula')}>
          {t('closings.one.formulaName', { ...formula, name: nameOf(formula, t.locale) })}
        </Fact>
        <Fact name={t('closings.one.checksum')}>
          <code title={checksum}>{shortChecksum(checksum)}</code>
        </Fact>
        {note !== '' && <Fact name={t('label.note')}>{note}</Fact>}
      </dl>
      {follows && (
        <p>
          <a href={props.hrefFor(follows)}>{t('closings.one.follows', { number: follows })}</a>
        </p>
      )}
      {t.locale !== 'vi' && <p className={box.soft}>{t('closings.one.language')}</p>}
      <div className={`${box.screen} ${styles.actions}`}>{props.children}</div>
    </section>
  )
}

/** In words; a formula of another release keeps its name. */
const nameOf = ({ name }: Formula, locale: Locale): string =>
  lookUp(messagesFor(locale).closings.one.formulas, name) ?? name
