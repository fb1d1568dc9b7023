export const here = '/dashboard/signs/invalidations'
