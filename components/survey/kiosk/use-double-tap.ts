import { useEffect } from 'react'

/** Two taps closer together than this are one, by a hand that trembles or learnt to double-click. */
const oneTap = 400

/** Takes no touch just after the screen appeared: it was meant for the last one and would answer what nobody read. */
export function useNoDoubleTap() {
  useEffect(() => {
    const shownAt = performance.now()
    let isEcho = false
    // When the finger came down, not when a slow tablet got round to it.
    const onDown = ({ pointerType, timeStamp }: PointerEvent) => {
      isEcho = pointerType === 'touch' && timeStamp - shownAt < oneTap
    }
    const onClick = (event: MouseEvent) => {
      if (isEcho) event.stopPropagation()
      isEcho = false
    }
    addEventListener('pointerdown', onDown, true)
    addEventListener('click', onClick, true)
    return () => {
      removeEventListener('pointerdown', onDown, true)
      removeEventListener('click', onClick, true)
    }
  }, [])
}
