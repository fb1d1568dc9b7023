export const here = '/dashboard/signs/invalidations'

/** Where the forms of one invalidation stand, and who may send them. */
export const placeOf = ({ id }: { id: string }) =>
  ({ page: `${here}/${Number(id)}`, capability: 'invalidation' }) as const
