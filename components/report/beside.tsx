import type { Coverage, FigureRow } from '@/domain/figure'
import { formatCount, formatFraction, formatRate, formatScore } from '@/domain/number-format'
import { formatDay } from '@/domain/period'
import { bottomTwoBox, scoreRate } from '@/domain/rate'
import type { Report } from '@/domain/report'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { AgainstTile } from './against-tile'
import { Mix } from './mix'
import { Tile, TileList, TileNote } from './tile'
import { UncountedTile } from './uncounted-tile'
import { WeightedTile } from './weighted-tile'

type Props = Readonly<{
  report: Pick<Report, 'total' | 'previous' | 'lastYear' | 'weighted'>
  /** Runs of months for which dossier statistics are lacking, where it is known. */
  uncovered?: readonly Readonly<{ first: string; last: string }>[]
  locale: Locale
}>

/** What must stand beside a rate: coverage, dissatisfied rate, other periods, score, channels, what is not counted. */
export function Beside({ report, uncovered = [], locale }: Props) {
  const t = translator(locale)
  const { total: figures, previous, lastYear, weighted } = report
  const { total } = figures
  const against = { now: figures, locale }
  return (
    <TileList>
      <CoverageTile coverage={figures.coverage} uncovered={uncovered} locale={locale} />
      <DissatisfiedTile total={total} locale={locale} />
      <AgainstTile {...against} term={t('figures.page.against.previous')} then={previous} />
      {lastYear.period.from !== previous.period.from && (
        <AgainstTile {...against} term={t('figures.page.against.lastYear')} then={lastYear} />
      )}
      {total.status === 'ok' && (
        <Tile
          term={t('figures.page.beside.score')}
          value={formatScore(scoreRate(total.levels), locale)}
        >
          <TileNote>
            {t('figures.page.beside.scoreFormula', { n: formatCount(total.n, locale) })}
          </TileNote>
        </Tile>
      )}
      {weighted && <WeightedTile weighted={weighted} locale={locale} />}
      <Tile term={t('figures.page.beside.channels')}>
        <Mix of="channel" rows={figures.channels} locale={locale} />
      </Tile>
      <Tile term={t('figures.page.beside.modes')}>
        <Mix of="mode" rows={figures.modes} locale={locale} />
      </Tile>
      <UncountedTile figures={figures} locale={locale} />
    </TileList>
  )
}

function DissatisfiedTile({ total, locale }: { total: FigureRow; locale: Locale }) {
  if (total.status !== 'ok') return null
  const t = translator(locale)
  const rate = bottomTwoBox(total.levels)
  const fraction = formatFraction(rate, locale)
  return (
    <Tile term={t('figures.page.beside.dissatisfied')} value={formatRate(rate, locale)}>
      <TileNote>{t('figures.page.beside.dissatisfiedBase', { fraction })}</TileNote>
    </Tile>
  )
}

type CoverageProps = Required<Omit<Props, 'report'>> & Readonly<{ coverage: Coverage }>

function CoverageTile({ coverage, uncovered, locale }: CoverageProps) {
  const t = translator(locale)
  const term = t('figures.page.beside.coverage')
  if (coverage.status !== 'ok' && coverage.status !== 'over') {
    const isHidden = coverage.status === 'suppressed'
    const months = uncovered.map(runName).join(', ')
    return (
      <Tile term={term}>
        <TileNote>
          {isHidden
            ? t('figures.page.state.suppressed')
            : months
              ? t('figures.page.beside.coverageMissing', { months })
              : t('figures.page.beside.coverageNone')}
        </TileNote>
      </Tile>
    )
  }
  const rate = { k: coverage.n, n: coverage.dossiers }
  const fraction = formatFraction(rate, locale)
  return (
    <Tile term={term} value={formatRate(rate, locale)}>
      <TileNote>{t('figures.page.beside.coverageBase', { fraction })}</TileNote>
      {coverage.status === 'over' && (
        <TileNote tone="caution">{t('figures.page.beside.coverageOver')}</TileNote>
      )}
    </Tile>
  )
}

/** `03/2026`, or `03/2026–05/2026` on one line. */
const runName = ({ first, last }: { first: string; last: string }) =>
  [...new Set([first, last])].map(formatDay).join('–\u2060')
