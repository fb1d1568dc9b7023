import { type ReactNode, useEffect, useRef } from 'react'
import styles from './kiosk.module.css'

/** The heading of a screen. It takes the focus when the screen appears, so that it is read out first. */
export function ScreenHeading(props: {
  id?: string
  lang?: string | undefined
  /** False on the start screen: nobody has asked for anything yet. */
  isTaken?: boolean
  children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const isTaken = props.isTaken ?? true
  // biome-ignore lint/correctness/useExhaustiveDependencies: each question is another screen
  useEffect(() => {
    if (isTaken) heading.current?.focus({ preventScroll: true })
    scrollTo(0, 0)
  }, [isTaken, props.id])
  return (
    <h1 ref={heading} id={props.id} lang={props.lang} tabIndex={-1} className={styles.heading}>
      {props.children}
    </h1>
  )
}
