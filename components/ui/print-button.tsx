'use client'
import { useSyncExternalStore } from 'react'
import { Button } from './button'

const never = () => () => {}

/** Prints the page. Only where there is JavaScript, and in its place before: the browser's own menu does without. */
export function PrintButton({ label }: { label: string }) {
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  return (
    <Button type="button" data-waits={isLive ? undefined : ''} onClick={() => window.print()}>
      {label}
    </Button>
  )
}
