import { type RefObject, useEffect, useRef } from 'react'

const forgottenAfter = 3 * 60_000

/**
 * Tells while somebody fills in the form. What was left half-way is wiped: a code and a PIN are nobody else's business;
 * and where there is a way back (`onLeft`), it is taken.
 */
export function useTyping(
  form: RefObject<HTMLFormElement | null>,
  tell: (isTyping: boolean) => void,
  onLeft: (() => void) | undefined,
) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const left = useRef(onLeft)
  left.current = onLeft
  const wait = () => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      form.current?.reset()
      tell(false)
      left.current?.()
    }, forgottenAfter)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: at the beginning and the end alone
  useEffect(() => {
    wait()
    return () => {
      clearTimeout(timer.current)
      tell(false)
    }
  }, [])
  return () => {
    wait()
    const fields = form.current ? [...new FormData(form.current).values()] : []
    tell(fields.some((value) => value !== ''))
  }
}
