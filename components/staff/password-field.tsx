'use client'
import { useEffect, useState } from 'react'
import styles from './field.module.css'

/** A password that can be shown while it is typed; without scripts a plain field. `id` is its name as well. */
export function PasswordField(props: {
  id: string
  label: string
  hint?: string
  autoComplete: 'current-password' | 'new-password'
  /** What the button says in either state. */
  show: string
  hide: string
}) {
  const { id, label, hint } = props
  const [isReady, setReady] = useState(false)
  const [isShown, setShown] = useState(false)
  useEffect(() => setReady(true), [])
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      <div className={styles.line}>
        <input
          id={id}
          name={id}
          type={isShown ? 'text' : 'password'}
          autoComplete={props.autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={512}
          required
          className={styles.control}
          {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        />
        {isReady && (
          <button
            type="button"
            className={styles.toggle}
            aria-controls={id}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? props.hide : props.show}
          </button>
        )}
      </div>
    </div>
  )
}
