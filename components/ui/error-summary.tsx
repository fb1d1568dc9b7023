import type { Ref } from 'react'
import styles from './error-summary.module.css'

/** What is wrong, above the form, each line a link to its first input. Takes focus when it appears. */
export function ErrorSummary(props: {
  title: string
  items: readonly { href: string; text: string }[]
  ref?: Ref<HTMLDivElement> | undefined
}) {
  return (
    <div className={styles.summary} role="alert" tabIndex={-1} ref={props.ref} id="error-summary">
      <h2>{props.title}</h2>
      <ul>
        {props.items.map((item) => (
          <li key={item.href + item.text}>
            <a href={item.href}>{item.text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
