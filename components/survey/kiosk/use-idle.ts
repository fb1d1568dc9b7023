import { useEffect, useRef, useState } from 'react'

/** How long the warning stands before the reset: WCAG asks for 20 s at least; one more for slow tablets. */
export const warningSeconds = 21
const leastQuiet = 10
const signs = ['pointerdown', 'keydown', 'input', 'scroll', 'touchstart'] as const

/**
 * Watches for signs of a person. After the quiet part of `seconds` the warning is up (`isWarned`), and what nobody
 * answers within its time calls `onGone`. `stay` takes the warning down, as often as one likes.
 */
export function useIdle(isOn: boolean, seconds: number, onGone: () => void) {
  const [isWarned, setIsWarned] = useState(false)
  const [round, setRound] = useState(0)
  const gone = useRef(onGone)
  gone.current = onGone
  const quiet = Math.max(leastQuiet, seconds - warningSeconds) * 1000
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round begins the waiting anew
  useEffect(() => {
    if (!isOn || isWarned) return
    let timer = setTimeout(() => setIsWarned(true), quiet)
    const onSign = () => {
      clearTimeout(timer)
      timer = setTimeout(() => setIsWarned(true), quiet)
    }
    for (const sign of signs) addEventListener(sign, onSign, { capture: true, passive: true })
    return () => {
      clearTimeout(timer)
      for (const sign of signs) removeEventListener(sign, onSign, { capture: true })
    }
  }, [isOn, isWarned, quiet, round])
  useEffect(() => {
    if (!isWarned) return
    if (!isOn) return setIsWarned(false)
    const timer = setTimeout(() => {
      setIsWarned(false)
      gone.current()
    }, warningSeconds * 1000)
    return () => clearTimeout(timer)
  }, [isWarned, isOn])
  // A tablet that slept: its timers stood still, and whoever wakes it is somebody else.
  useEffect(() => {
    if (!isOn) return
    let hiddenAt = Date.now()
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') hiddenAt = Date.now()
      else if (Date.now() - hiddenAt > seconds * 1000) gone.current()
    }
    document.addEventListener('visibilitychange', onVisibility)
    return () => document.removeEventListener('visibilitychange', onVisibility)
  }, [isOn, seconds])
  const stay = () => {
    setIsWarned(false)
    setRound((n) => n + 1)
  }
  return { isWarned, stay }
}
