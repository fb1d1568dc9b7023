export type FieldValues = Readonly<Record<string, string | number>>

/** What a form sends besides what is filled in. */
export const HiddenFields = ({ values }: { values: FieldValues }) =>
  Object.entries(values).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
