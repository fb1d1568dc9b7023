import { fill } from '@/lib/words'
import type { Words } from './words'

/**
 * What everybody may read before they answer, on the form and on the tablet alike: who asks, what is stored of them,
 * for how long, and what for.
 */
export function PrivacyText(props: {
  words: Words['citizen']['privacy']
  place: string
  /** How long comments are kept; undefined where nobody has said it yet. */
  months: number | undefined
}) {
  const { words, place, months } = props
  const parts = months === undefined ? withoutMonths : all
  return parts.map((part) => (
    <p key={part}>{fill(words[part], { place: place || '…', months: months ?? '' })}</p>
  ))
}

const all = ['asker', 'stored', 'words', 'use'] as const
const withoutMonths = all.filter((part) => part !== 'words')
