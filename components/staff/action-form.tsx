import { Button } from '@/components/ui/button'

/** A form that is one button: what it sends is known already. `name` is for those who hear several of the same. */
export function ActionForm(props: {
  action: string
  values?: Readonly<Record<string, string | number>>
  label: string
  name?: string | undefined
}) {
  return (
    <form method="post" action={props.action}>
      {Object.entries(props.values ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" look="quiet" aria-label={props.name}>
        {props.label}
      </Button>
    </form>
  )
}
