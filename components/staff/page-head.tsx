import type { ReactNode } from 'react'
import styles from './page-head.module.css'

type Props = Readonly<{
  /** To the page that this one was opened from. */
  back?: Readonly<{ href: string; label: string }> | undefined
  title: string
  intro?: string
  children?: ReactNode
}>

/** What a page is called, what it is for, and where it leads. */
export function PageHead({ back, title, intro, children }: Props) {
  return (
    <div className={styles.head}>
      {back && (
        <p>
          <a href={back.href}>{back.label}</a>
        </p>
      )}
      <h1>{title}</h1>
      {intro && <p>{intro}</p>}
      {children}
    </div>
  )
}
