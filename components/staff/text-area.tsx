import type { ComponentProps } from 'react'
import styles from './field.module.css'

/** A labelled box for several lines, with what hint there is below its label; `id` is its name as well. */
export function TextArea({
  label,
  hint,
  id,
  invalid,
  ...rest
}: {
  label: string
  hint?: string | undefined
  id: string
  invalid?: boolean
} & ComponentProps<'textarea'>) {
  const described = [hint && `${id}-hint`, invalid && 'error-summary'].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <textarea
        {...rest}
        id={id}
        name={id}
        className={`${styles.control} ${styles.lines}`}
        aria-describedby={described || undefined}
        {...(invalid ? { 'aria-invalid': true } : {})}
      />
    </div>
  )
}
