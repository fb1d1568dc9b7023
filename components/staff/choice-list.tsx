import styles from './check-list.module.css'

type Choice = Readonly<{ value: string; label: string; note: string; href: string; more: string }>

/** One of a few, each with a line about it and a way to look at it first; `id` is the name of all of them. */
export function ChoiceList(props: {
  id: string
  label: string
  choices: readonly Choice[]
  chosen: string
}) {
  return (
    <fieldset id={props.id} tabIndex={-1} className={styles.list}>
      <legend>{props.label}</legend>
      {props.choices.map(({ value, label, note, href, more }) => (
        <div key={value} className={styles.choice}>
          <label>
            <input
              type="radio"
              name={props.id}
              value={value}
              defaultChecked={value === props.chosen}
              aria-describedby={`${props.id}-${value}`}
            />
            <span>{label}</span>
          </label>
          <p id={`${props.id}-${value}`}>
            {note} ·{' '}
            <a href={href} aria-label={`${more}: ${label}`}>
              {more}
            </a>
          </p>
        </div>
      ))}
    </fieldset>
  )
}
