/** Where the forms on a person's page stand, and who may send them. */
export const placeOf = ({ id }: { id: string }) =>
  ({ page: `/dashboard/people/${Number(id)}`, capability: 'administration' }) as const
