/**
 * What a person can cause is a returned value, never an exception: a list of problems, each with a
 * code that has a sentence in every language (`problems.{code}` in messages/) and, where it applies,
 * the question or field it belongs to and the numbers the sentence needs.
 */
export type Problem<Code extends string = string> = Readonly<{
  code: Code
  field?: string
  params?: Readonly<Record<string, string | number>>
}>

export type Result<T, Code extends string = string> =
  | Readonly<{ ok: true; value: T }>
  | Readonly<{ ok: false; problems: readonly Problem<Code>[] }>

export const ok = <T>(value: T) => ({ ok: true, value }) as const
export const refused = <Code extends string>(...problems: Problem<Code>[]) =>
  ({ ok: false, problems }) as const

/** What a text that is longer than its field takes comes to. */
export const tooLong = (field: string, max: number) =>
  refused({ code: 'too-long', field, params: { max } } as const)
