'use client'
import { Button } from './button'
import { useIsLive } from './use-live'

/** Prints the page. Only where there is JavaScript, and in its place before: the browser's own menu does without. */
export function PrintButton({ label }: { label: string }) {
  const isLive = useIsLive()
  return (
    <Button type="button" data-waits={isLive ? undefined : ''} onClick={() => window.print()}>
      {label}
    </Button>
  )
}
