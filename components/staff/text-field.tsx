import type { ComponentProps } from 'react'
import styles from './field.module.css'

/** A labelled input; `id` is its name as well, unless another is given. */
export function TextField({
  label,
  id,
  invalid,
  compact,
  ...rest
}: {
  label: string
  id: string
  invalid?: boolean
  compact?: boolean
} & ComponentProps<'input'>) {
  return (
    <div className={`${styles.field} ${compact ? styles.compact : ''}`}>
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        name={rest.name ?? id}
        className={styles.control}
        {...(invalid ? { 'aria-invalid': true, 'aria-describedby': 'error-summary' } : {})}
      />
    </div>
  )
}
