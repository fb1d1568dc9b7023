import styles from './field.module.css'

export type SelectOption = Readonly<{ value: string; label: string }>
export type SelectGroup = Readonly<{ label: string; options: readonly SelectOption[] }>

/** A labelled native select; `id` is its name as well. */
export function SelectField(props: {
  id: string
  label: string
  value: string
  options: readonly (SelectOption | SelectGroup)[]
  invalid?: boolean
  /** Of the whole field, for its place among others. */
  className?: string | undefined
}) {
  return (
    <div className={`${styles.field} ${styles.compact} ${props.className ?? ''}`}>
      <label htmlFor={props.id}>{props.label}</label>
      <select
        id={props.id}
        name={props.id}
        defaultValue={props.value}
        className={styles.control}
        {...(props.invalid ? { 'aria-invalid': true, 'aria-describedby': 'error-summary' } : {})}
      >
        {props.options.map((one) =>
          'options' in one ? (
            <optgroup key={one.label} label={one.label}>
              {one.options.map(toOption)}
            </optgroup>
          ) : (
            toOption(one)
          ),
        )}
      </select>
    </div>
  )
}

const toOption = ({ value, label }: SelectOption) => (
  <option key={value} value={value}>
    {label}
  </option>
)
