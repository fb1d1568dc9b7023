import { getStaffDraft, saveStaffDraft } from '@/db/accounts/staff-drafts'
import type { Scope } from '@/domain/access'
import type { Problem } from '@/domain/problem'
import type { Posted } from './posted-form'

/**
 * Keeps these fields of a form that is refused, so that nobody has to type or mark them again. Answers the value of
 * `typed` for the address of its page; it opens nothing for anybody else. Who is told that there is nothing (404) has
 * nothing kept: the answer is blank.
 */
export async function keepForm(
  { scope, form, now }: Posted,
  problems: readonly Problem[],
  names: readonly string[],
): Promise<string> {
  if (problems[0]?.code === 'not-found') return ''
  const fields = [...form].filter(([name]) => names.includes(name))
  return saveStaffDraft(scope, 'refused-form', fields, now)
}

/** What was typed into the form that led back to this address; null where none did. */
export async function readKeptForm(
  scope: Scope,
  params: URLSearchParams,
  now: number,
): Promise<URLSearchParams | null> {
  const id = params.get('typed')
  const kept = id === null ? null : await getStaffDraft(scope, 'refused-form', id, now)
  // Kept by `keepForm` alone.
  return kept === null ? null : new URLSearchParams(kept as [string, string][])
}
