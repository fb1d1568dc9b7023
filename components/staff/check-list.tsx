import styles from './check-list.module.css'
import type { SelectGroup, SelectOption } from './select-field'

type Props = Readonly<{
  id: string
  label: string
  options: readonly (SelectOption | SelectGroup)[]
  checked: readonly string[]
}>

/** Several of a list, each with its own box; `id` is the name of all of them. */
export function CheckList({ id, label, options, checked }: Props) {
  return (
    <fieldset id={id} tabIndex={-1} className={styles.list}>
      <legend>{label}</legend>
      {options.map((one) =>
        'options' in one ? (
          <fieldset key={one.label} className={styles.group}>
            <legend>{one.label}</legend>
            {one.options.map((option) => (
              <Box key={option.value} name={id} option={option} checked={checked} />
            ))}
          </fieldset>
        ) : (
          <Box key={one.value} name={id} option={one} checked={checked} />
        ),
      )}
    </fieldset>
  )
}

function Box(props: { name: string; option: SelectOption; checked: readonly string[] }) {
  const { name, option, checked } = props
  return (
    <label>
      <input
        type="checkbox"
        name={name}
        value={option.value}
        defaultChecked={checked.includes(option.value)}
      />
      <span>{option.label}</span>
    </label>
  )
}
