import type { ReactNode } from 'react'
import styles from './page-head.module.css'

type Props = Readonly<{
  /** To the page that this one was opened from. */
  back?: Readonly<{ href: string; label: string }> | undefined
  /** Where it stands among others. */
  above?: string | undefined
  title: string
  intro?: string
  children?: ReactNode
}>

/** What a page is called, what it is for, and where it leads. */
export function PageHead({ back, above, title, intro, children }: Props) {
  return (
    <div className={styles.head}>
      {back && (
        <p>
          <a href={back.href}>{back.label}</a>
        </p>
      )}
      {above && <p>{above}</p>}
      <h1>{title}</h1>
      {intro && <p>{intro}</p>}
      {children}
    </div>
  )
}
