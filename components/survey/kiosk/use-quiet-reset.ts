import { useEffect } from 'react'
import { useIdle } from './use-idle'

const quietSeconds = 45

/** A language, large letters or a part of the page that somebody chose and left go back by themselves. */
export function useQuietReset(isOn: boolean, reset: () => void) {
  const idle = useIdle(isOn, quietSeconds, () => undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per quiet time; nothing is lost by it
  useEffect(() => {
    if (!idle.isWarned) return
    reset()
    idle.stay()
  }, [idle.isWarned])
}
