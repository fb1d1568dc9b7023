import { longestReason } from '@/domain/invalidation'
import styles from './reason-field.module.css'

/** Why: asked for, and bounded, before anything is sent. */
export function ReasonField(props: { label: string; hint?: string; typed?: string }) {
  const { label, hint, typed = '' } = props
  return (
    <div className={styles.field}>
      <label htmlFor="reason">{label}</label>
      {hint && (
        <p id="reason-hint" className={styles.hint}>
          {hint}
        </p>
      )}
      <textarea
        id="reason"
        name="reason"
        rows={3}
        maxLength={longestReason}
        required
        defaultValue={typed}
        {...(hint ? { 'aria-describedby': 'reason-hint' } : {})}
      />
    </div>
  )
}
