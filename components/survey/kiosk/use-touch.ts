import { useEffect, useState } from 'react'

/** A long press on anything but a field opens no menu of the browser, which leads away. */
export function useNoMenu() {
  useEffect(() => {
    const onMenu = (event: Event) => {
      const isField = event.target instanceof Element && event.target.matches('input, textarea')
      if (!isField) event.preventDefault()
    }
    addEventListener('contextmenu', onMenu)
    return () => removeEventListener('contextmenu', onMenu)
  }, [])
}

/** Whether somebody has enlarged the page with two fingers. */
export function useZoomed(): boolean {
  const [isOn, setIsOn] = useState(false)
  useEffect(() => {
    const look = () => setIsOn(isZoomed())
    look()
    visualViewport?.addEventListener('resize', look)
    return () => visualViewport?.removeEventListener('resize', look)
  }, [])
  return isOn
}

/** Shows the whole page again; the next person would not know how. Zooming stays allowed. */
export function endZoom(): void {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="viewport"]')
  if (!meta || !isZoomed()) return
  const usual = meta.content
  meta.content = `${usual}, maximum-scale=1`
  setTimeout(() => {
    meta.content = usual
  }, 300)
}

const isZoomed = () => (visualViewport?.scale ?? 1) > 1.01
