const vietnamese = new Intl.Collator('vi', { numeric: true })

/** The order of names and codes: as Vietnamese sorts them, and by number where they are numbers (2 before 10). */
export const compareNames = (a: string, b: string): number => vietnamese.compare(a, b)

/** The order of what stands at desks: by unit and desk, first what is for a whole unit. */
export const comparePlaces = (a: PlacedAt, b: PlacedAt): number =>
  compareNames(a.unit, b.unit) || compareNames(a.deskCode ?? '', b.deskCode ?? '')

type PlacedAt = Readonly<{ unit: string; deskCode: string | null }>
