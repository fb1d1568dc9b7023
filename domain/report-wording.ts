import type { Channel } from './door'
import type { FigureRow } from './figure'

type SentenceKey =
  | 'none'
  | 'suppressed'
  | 'counted'
  | 'countedPart'
  | 'channels'
  | 'channelsSome'
  | 'channelsHidden'
  | 'coverage'
  | 'coverageOver'
  | 'coverageZero'
  | 'coverageNone'
  | 'rated'
  | 'reference'
  | 'unrated'
  | 'reasons'
  | 'reasonsSome'
  | 'reasonsHidden'
  | 'reasonsNone'
  | 'reason'

/** Fills the sentence of a key; the words are the caller's. */
export type Wording = (
  key: `sentence.${SentenceKey}` | `${'channel' | 'channelOnly'}.${Channel}`,
  params?: Readonly<Record<string, string>>,
) => string

export type Shown = Extract<FigureRow, { status: 'ok' | 'reference' }>
