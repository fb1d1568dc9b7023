import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** False in the server's drawing and the first one here; true once the page works by itself. */
export const useIsLive = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
