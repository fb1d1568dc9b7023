import type { ComponentProps } from 'react'
import styles from './button.module.css'

type Look = {
  look?: 'main' | 'quiet' | undefined
  size?: 'compact' | 'medium' | 'large' | undefined
}

const classFor = ({ look, size }: Look) =>
  [styles.button, look === 'quiet' && styles.quiet, size && styles[size]].filter(Boolean).join(' ')

/** A button; `quiet` for everything that is not the one main action of the page, `compact` beside the fields of a filter. */
export function Button({ look, size, ...rest }: Look & ComponentProps<'button'>) {
  return <button type="button" {...rest} className={classFor({ look, size })} />
}

/** A link that looks like a button. */
export function ButtonLink({ look, size, ...rest }: Look & ComponentProps<'a'>) {
  return <a {...rest} className={classFor({ look, size })} />
}
