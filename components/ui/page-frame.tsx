import type { ReactNode } from 'react'
import styles from './page-frame.module.css'
import { Wordmark } from './wordmark'

/** The frame of every page: skip link, bar with the name and `tools`, main, and an optional foot. */
export function PageFrame(props: {
  name: string
  homeHref: string
  skipLabel: string
  width?: 'reading' | 'wide'
  tools?: ReactNode
  foot?: ReactNode
  children: ReactNode
}) {
  const width = props.width === 'wide' ? styles.wide : styles.reading
  return (
    <div className={styles.frame}>
      <a className={styles.skip} href="#main">
        {props.skipLabel}
      </a>
      <header className={styles.bar}>
        <div className={`${styles.inner} ${width}`}>
          <Wordmark name={props.name} href={props.homeHref} />
          {props.tools}
        </div>
      </header>
      <main id="main" tabIndex={-1} className={`${styles.main} ${width}`}>
        {props.children}
      </main>
      {props.foot && (
        <footer className={styles.foot}>
          <div className={width}>{props.foot}</div>
        </footer>
      )}
    </div>
  )
}
