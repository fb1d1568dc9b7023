import styles from './check-list.module.css'
import type { SelectOption } from './select-field'

/** Several of a list, each with its own box; `id` is the name of all of them. */
export function CheckList(props: {
  id: string
  label: string
  options: readonly SelectOption[]
  checked: readonly string[]
}) {
  return (
    <fieldset id={props.id} tabIndex={-1} className={styles.list}>
      <legend>{props.label}</legend>
      {props.options.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            name={props.id}
            value={value}
            defaultChecked={props.checked.includes(value)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  )
}
