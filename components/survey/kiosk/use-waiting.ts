import { useEffect, useState } from 'react'
import { outbox } from '../submission'

/** How many responses are still on the tablet. */
export function useWaiting(): number {
  const [waiting, setWaiting] = useState(0)
  useEffect(() => {
    const look = () =>
      void outbox()
        .status()
        .then((status) => setWaiting(status.waiting))
        .catch(() => undefined)
    look()
    return outbox().subscribe(look)
  }, [])
  return waiting
}
