import type { FactorId, Option } from '@/domain/survey'

/** The id of a question, and with it the series that its figures belong to: of the first version they are the same. */
export const named = (id: string) => ({ id, seriesKey: id })

export const option = (id: string, vi: string, en: string): Option => ({ id, text: { vi, en } })

/** A reason in the three languages of the tablet, and the factor that it speaks of. */
export const reason = (
  id: string,
  factor: FactorId,
  text: Readonly<Record<'vi' | 'en' | 'km', string>>,
): Option => ({ id, factor, text })
