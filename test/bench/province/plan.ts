import { desk8 } from '@/db/questionnaires/desk-8'
import { kiosk1 } from '@/db/questionnaires/kiosk-1'
import { sipas22 } from '@/db/questionnaires/sipas-22'
import type { DossierCounts } from '@/domain/dossier/dossier'
import { noDossierCounts } from '@/domain/dossier/dossier'
import type { Period } from '@/domain/period'
import type { SurveyDefinition } from '@/domain/survey'
import { doorPlans } from '@/scripts/demonstration/plan'
import { randomFor } from '@/scripts/demonstration/random'

/** Two whole years, the same in every run. */
export const years: Period = { from: '2024-10-01', to: '2026-09-30' }

export const provinceCode = 'tinh'
const communes = 100
const desksEach = ['1', '2', '3', '4'] as const
const fields = ['ho-tich', 'chung-thuc', 'dat-dai', 'bao-tro-xa-hoi'] as const

/** A commune of the invented province, with how many of the responses it has and how satisfied people are there. */
export type Commune = Readonly<{ code: string; name: string; share: number; quality: number }>
/** A way in; the share is that of its commune's responses. */
export type Way = (typeof doorPlans)[number] &
  Readonly<{ commune: Commune; desk: string | null; field: string | null; code: string }>

export const communesOf = (seed: number): Commune[] =>
  Array.from({ length: communes }, (_, index) => {
    const random = randomFor(seed, index)
    const number = String(index + 1).padStart(3, '0')
    const name = `Xã số ${number}`
    return {
      code: `xa-${number}`,
      name,
      share: 0.4 + random() * 1.2,
      quality: 0.7 + random() * 0.25,
    }
  })

export const desksOf = desksEach.map((code, index) => ({ code, field: fields[index] ?? 'ho-tich' }))

/** Every desk has each door that stands at a desk; the others are the commune's. */
export const waysOf = (commune: Commune): Way[] =>
  doorPlans.flatMap((plan): Way[] => {
    const at = plan.perDesk ? desksOf : [null]
    return at.map((desk) => ({
      ...plan,
      commune,
      desk: desk?.code ?? null,
      field: desk?.field ?? null,
      share: plan.share / at.length,
      code: [commune.code, plan.suffix, ...(desk ? [desk.code] : [])].join('.'),
    }))
  })

/**
 * The questionnaires: the shipped ones, or one of eleven questions that takes every response.
 */
export type Questionnaires = 'shipped' | 'eleven'

/** desk-8 with two criteria more: eleven questions that are counted or written in. */
export const desk11: SurveyDefinition = {
  ...desk8,
  code: 'desk-11',
  questions: [
    ...desk8.questions,
    ...(['III', 'IV'] as const).map((factor) => ({
      id: `more-${factor}`,
      seriesKey: `more-${factor}`,
      type: 'scale5' as const,
      role: 'criterion' as const,
      factor,
      text: { vi: `Thêm một câu về yếu tố ${factor}`, en: `One more question of factor ${factor}` },
    })),
  ],
}

export const definitionOf = (survey: string): SurveyDefinition =>
  [kiosk1, desk8, sipas22, desk11].find(({ code }) => code === survey) ?? kiosk1

/** What came in and was resolved in a month, so that coverage is told. */
export function dossiersIn(resolved: number): DossierCounts {
  const onTime = Math.round(resolved * 0.95)
  return { ...noDossierCounts, resolved, resolvedInTime: onTime, resolvedLate: resolved - onTime }
}
