import { smallGroup } from './rate'

/** A count of what is no answer (invalidated, changed): 1–4 print as "dưới 5". */
export const countOrFew = (count: number): number | 'few' =>
  count > 0 && count < smallGroup ? 'few' : count
