export const dossiersPath = '/dashboard/dossiers'
