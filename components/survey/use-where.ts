import { useEffect, useState } from 'react'
import type { ItemStatus } from '@/lib/outbox-status'
import { outbox } from './submission'

export type Where = 'sent' | 'sending' | 'stored' | Readonly<{ reasons: readonly string[] }>

/** Follows the response through the queue. A queue that cannot be read any more leaves the last known line. */
export function useWhere(id: string, isSent: boolean): Where {
  const [where, setWhere] = useState<Where>(isSent ? 'sent' : 'sending')
  useEffect(() => {
    if (isSent) return
    let isShown = true
    const look = async () => {
      const status = await outbox().find(id)
      if (isShown) setWhere(whereOf(status))
    }
    const lookAgain = () => void look().catch(() => undefined)
    lookAgain()
    const stop = outbox().subscribe(lookAgain)
    return () => {
      isShown = false
      stop()
    }
  }, [id, isSent])
  return where
}

function whereOf(status: ItemStatus): Where {
  if (status.state === 'gone') return 'sent'
  if (status.state === 'refused') return { reasons: status.reasons }
  return status.attempts === 0 && navigator.onLine ? 'sending' : 'stored'
}
