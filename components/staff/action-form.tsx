import { Button } from '@/components/ui/button'
import { type FieldValues, HiddenFields } from './hidden-fields'

/** A form that is one button: what it sends is known already. `name` is for those who hear several of the same. */
export function ActionForm(props: {
  action: string
  values?: FieldValues
  label: string
  name?: string | undefined
}) {
  return (
    <form method="post" action={props.action}>
      <HiddenFields values={props.values ?? {}} />
      <Button type="submit" look="quiet" aria-label={props.name}>
        {props.label}
      </Button>
    </form>
  )
}
