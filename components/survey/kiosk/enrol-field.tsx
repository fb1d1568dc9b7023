import styles from './enrol-screen.module.css'

/** A field with its label and hint; a secret one is not shown. */
export function Field(props: { name: string; label: string; hint?: string; isSecret?: boolean }) {
  const { name, label, hint, isSecret } = props
  return (
    <div className={styles.field}>
      <label htmlFor={`enrol-${name}`}>{label}</label>
      {hint && <p id={`enrol-${name}-hint`}>{hint}</p>}
      <input
        id={`enrol-${name}`}
        name={name}
        type={isSecret ? 'password' : 'text'}
        inputMode={isSecret ? 'numeric' : undefined}
        autoComplete={isSecret ? 'new-password' : 'off'}
        autoCapitalize="characters"
        autoCorrect="off"
        spellCheck={false}
        aria-describedby={hint ? `enrol-${name}-hint` : undefined}
      />
    </div>
  )
}
