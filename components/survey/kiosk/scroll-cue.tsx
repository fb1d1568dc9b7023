import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'

/** Says, beside the ways on, that the question goes on below, and leads there; many do not think of moving the page. */
export function ScrollCue({ label }: { label: string }) {
  const isMore = useMoreBelow()
  if (!isMore) return null
  return (
    <Button size="large" look="quiet" data-cue="" onClick={showNext}>
      {label} <span aria-hidden="true">↓</span>
    </Button>
  )
}

const slack = 24

function useMoreBelow(): boolean {
  const [isMore, setIsMore] = useState(false)
  useEffect(() => {
    const look = () => {
      const end = document.querySelector('main')?.getBoundingClientRect().bottom ?? 0
      setIsMore(end - innerHeight > slack)
    }
    look()
    // Another question, language or size makes another height.
    const seen = new ResizeObserver(look)
    seen.observe(document.body)
    addEventListener('scroll', look, { passive: true })
    addEventListener('resize', look)
    return () => {
      seen.disconnect()
      removeEventListener('scroll', look)
      removeEventListener('resize', look)
    }
  }, [])
  return isMore
}

/** Puts what is cut at the lower edge, or the first below it, at the top. */
function showNext() {
  const ways = document.querySelector('[data-ways]')
  const edge = ways?.getBoundingClientRect().top ?? innerHeight
  const parts = [...document.querySelectorAll('main :is(h1, h2, p, button, textarea)')]
  const next = parts.find(
    (part) => !ways?.contains(part) && part.getBoundingClientRect().bottom > edge,
  )
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
  const behavior = isStill ? 'instant' : 'smooth'
  if (next) next.scrollIntoView({ block: 'start', behavior })
  else scrollTo({ top: document.documentElement.scrollHeight, behavior })
}
