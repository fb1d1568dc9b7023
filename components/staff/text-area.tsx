import type { ComponentProps } from 'react'
import styles from './field.module.css'

/** A labelled box for several lines, with a hint below its label; `id` is its name as well. */
export function TextArea({
  label,
  hint,
  id,
  invalid,
  ...rest
}: { label: string; hint: string; id: string; invalid?: boolean } & ComponentProps<'textarea'>) {
  const described = invalid ? `${id}-hint error-summary` : `${id}-hint`
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <p id={`${id}-hint`} className={styles.hint}>
        {hint}
      </p>
      <textarea
        {...rest}
        id={id}
        name={id}
        className={styles.control}
        aria-describedby={described}
        {...(invalid ? { 'aria-invalid': true } : {})}
      />
    </div>
  )
}
