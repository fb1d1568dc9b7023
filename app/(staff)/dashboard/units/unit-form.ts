import type { UnitFactsInput } from '@/domain/unit-facts'

/** What the form of a unit's name, level and days holds. */
export const factsOf = (form: URLSearchParams): UnitFactsInput => ({
  name: form.get('name') ?? '',
  level: form.get('level') ?? '',
  validFrom: form.get('validFrom') ?? '',
  validTo: form.get('validTo') ?? '',
})
