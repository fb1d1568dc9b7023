export const path = '/dashboard/audit'
