'use client'
import { useSyncExternalStore } from 'react'
import { Button } from './button'

const never = () => () => {}

/** Prints the page. Only where there is JavaScript: the browser's own menu does without. */
export function PrintButton({ label }: { label: string }) {
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  if (!isLive) return null
  return (
    <Button type="button" onClick={() => window.print()}>
      {label}
    </Button>
  )
}
