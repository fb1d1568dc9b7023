import type { ComponentProps } from 'react'
import styles from './field.module.css'

/** A labelled input; `id` is its name as well, unless another is given. Only what is no plain text, or says so, is filled in by the browser. */
export function TextField({
  label,
  id,
  invalid,
  compact,
  className,
  ...rest
}: {
  label: string
  id: string
  invalid?: boolean
  compact?: boolean
  /** Of the whole field, for its place among others. */
  className?: string | undefined
} & ComponentProps<'input'>) {
  return (
    <div className={[styles.field, compact && styles.compact, className].filter(Boolean).join(' ')}>
      <label htmlFor={id}>{label}</label>
      <input
        autoComplete={rest.type ? undefined : 'off'}
        {...rest}
        id={id}
        name={rest.name ?? id}
        className={styles.control}
        {...(invalid ? { 'aria-invalid': true, 'aria-describedby': 'error-summary' } : {})}
      />
    </div>
  )
}
