import type { Coverage, FigureRow } from '@/domain/figure'
import { formatCount, formatFraction, formatRate, formatScore } from '@/domain/number-format'
import { formatDay } from '@/domain/period'
import { bottomTwoBox, scoreRate } from '@/domain/rate'
import type { Report } from '@/domain/report'
import type { Translate } from '@/lib/i18n'
import { AgainstTile } from './against-tile'
import { FormsTile } from './forms-tile'
import { Mix } from './mix'
import { Tile, TileList, TileNote } from './tile'
import { UncountedTile } from './uncounted-tile'
import { WeightedTile } from './weighted-tile'

type Props = Readonly<{
  report: Pick<Report, 'total' | 'previous' | 'lastYear' | 'weighted'>
  /** Runs of months for which dossier statistics are lacking, where it is known. */
  uncovered?: readonly Readonly<{ first: string; last: string }>[]
  t: Translate
}>

/** What must stand beside a rate: coverage, dissatisfied rate, other periods, score, channels, what is not counted. */
export function Beside({ report, uncovered = [], t }: Props) {
  const { total: figures, previous, lastYear, weighted } = report
  const { total } = figures
  const against = { now: figures, t }
  return (
    <TileList>
      <CoverageTile coverage={figures.coverage} uncovered={uncovered} t={t} />
      <DissatisfiedTile total={total} t={t} />
      <AgainstTile {...against} term={t('figures.page.against.previous')} then={previous} />
      {lastYear.period.from !== previous.period.from && (
        <AgainstTile {...against} term={t('figures.page.against.lastYear')} then={lastYear} />
      )}
      {total.status === 'ok' && (
        <Tile
          term={t('figures.page.beside.score')}
          value={formatScore(scoreRate(total.levels), t.locale)}
        >
          <TileNote>
            {t('figures.page.beside.scoreFormula', { n: formatCount(total.n, t.locale) })}
          </TileNote>
        </Tile>
      )}
      {weighted && <WeightedTile weighted={weighted} t={t} />}
      <Tile term={t('figures.page.beside.channels')}>
        <Mix of="channel" rows={figures.channels} t={t} />
      </Tile>
      {figures.channels.map((row) => (
        <FormsTile key={row.key} row={row} t={t} />
      ))}
      <Tile term={t('figures.page.beside.modes')}>
        <Mix of="mode" rows={figures.modes} t={t} />
      </Tile>
      <UncountedTile figures={figures} t={t} />
    </TileList>
  )
}

function DissatisfiedTile({ total, t }: { total: FigureRow; t: Translate }) {
  if (total.status !== 'ok') return null
  const rate = bottomTwoBox(total.levels)
  const fraction = formatFraction(rate, t.locale)
  return (
    <Tile term={t('figures.page.beside.dissatisfied')} value={formatRate(rate, t.locale)}>
      <TileNote>{t('figures.page.beside.dissatisfiedBase', { fraction })}</TileNote>
    </Tile>
  )
}

type CoverageProps = Required<Omit<Props, 'report'>> & Readonly<{ coverage: Coverage }>

function CoverageTile({ coverage, uncovered, t }: CoverageProps) {
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
  const fraction = formatFraction(rate, t.locale)
  return (
    <Tile term={term} value={formatRate(rate, t.locale)}>
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
