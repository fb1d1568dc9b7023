import { type ReactNode, useId } from 'react'
import box from '@/components/ui/box.module.css'
import { Button } from '@/components/ui/button'
import styles from './form-card.module.css'
import { type FieldValues, HiddenFields } from './hidden-fields'

/** A plain form that posts, under its heading; works without any script. */
export function FormCard(props: {
  title: string
  note?: string | undefined
  action: string
  /** What its button says, where that is all it has; `quiet` where it is not the main one of the page. */
  submit?: string
  quiet?: boolean
  /** What it sends besides what is filled in. */
  values?: FieldValues
  children?: ReactNode
}) {
  const headingId = useId()
  return (
    <form
      method="post"
      action={props.action}
      className={`${box.card} ${styles.card}`}
      aria-labelledby={headingId}
    >
      <h2 id={headingId}>{props.title}</h2>
      {props.note && <p className={box.note}>{props.note}</p>}
      <HiddenFields values={props.values ?? {}} />
      {props.children}
      {props.submit && (
        <Button type="submit" look={props.quiet ? 'quiet' : 'main'}>
          {props.submit}
        </Button>
      )}
    </form>
  )
}
