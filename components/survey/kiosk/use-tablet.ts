import { useEffect, useRef } from 'react'
import { outbox } from '../submission'

/** Keeps the screen on while the page is shown. Browsers let go of it in the background, so it is taken anew. */
export function useWakeLock(isOn: boolean) {
  useEffect(() => {
    if (!isOn || !('wakeLock' in navigator)) return
    let lock: WakeLockSentinel | undefined
    const take = async () => {
      if (document.visibilityState === 'visible') lock = await navigator.wakeLock.request('screen')
    }
    const quietly = () => void take().catch(() => undefined)
    quietly()
    document.addEventListener('visibilitychange', quietly)
    return () => {
      document.removeEventListener('visibilitychange', quietly)
      void lock?.release().catch(() => undefined)
    }
  }, [isOn])
}

/** Asks the browser, once per start, not to throw away what is stored. */
export function usePersistence(isOn: boolean) {
  useEffect(() => {
    if (isOn && 'storage' in navigator) void navigator.storage.persist?.().catch(() => undefined)
  }, [isOn])
}

/** A page that the browser kept in memory may hold a stranger's answers: it starts anew. */
export function useFreshReturn() {
  useEffect(() => {
    const onShow = ({ persisted }: PageTransitionEvent) => persisted && location.reload()
    addEventListener('pageshow', onShow)
    return () => removeEventListener('pageshow', onShow)
  }, [])
}

const updateEvery = 10 * 60_000

/**
 * Registers the service worker. A new build waits until `isFree` (nobody is answering), then takes over and the page
 * starts anew with it.
 */
export function useWorker(isFree: boolean) {
  const free = useRef(isFree)
  free.current = isFree
  useEffect(() => {
    if (!('serviceWorker' in navigator)) return
    const { serviceWorker } = navigator
    // The first worker ever takes the page as it is; only a later one brings another build.
    let hadWorker = serviceWorker.controller !== null
    let isOutdated = false
    let registration: ServiceWorkerRegistration | undefined
    const takeOver = () => {
      // What is only in this page's memory would go with it.
      if (!free.current || outbox().unsaved().length > 0) return
      if (isOutdated) location.reload()
      registration?.waiting?.postMessage('take-over')
    }
    // Between the question and this answer somebody may have begun, here or in another page.
    const onChange = () => {
      isOutdated = hadWorker
      hadWorker = true
      takeOver()
    }
    const look = () => void registration?.update().catch(() => undefined)
    const options = { scope: '/kiosk', updateViaCache: 'none' } as const
    serviceWorker.register('/sw.js', options).then(
      (made) => {
        registration = made
      },
      () => undefined,
    )
    serviceWorker.addEventListener('controllerchange', onChange)
    const takeRhythm = setInterval(takeOver, 2_000)
    const lookRhythm = setInterval(look, updateEvery)
    addEventListener('online', look)
    return () => {
      serviceWorker.removeEventListener('controllerchange', onChange)
      clearInterval(takeRhythm)
      clearInterval(lookRhythm)
      removeEventListener('online', look)
    }
  }, [])
}
