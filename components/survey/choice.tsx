import type { ReactNode } from 'react'
import { fieldName } from '@/domain/form-fields'
import { type FormView, firstInputId, wasChosen } from './form-view'

/** One native radio or checkbox with its whole row as label. */
export function Choice(props: {
  view: FormView
  questionId: string
  type: 'radio' | 'checkbox'
  value: string
  isFirst: boolean
  className: string | undefined
  children: ReactNode
}) {
  const { view, questionId, value } = props
  const first = firstInputId(questionId)
  const id = props.isFirst ? first : `${first}-${value}`
  return (
    <label className={props.className} htmlFor={id}>
      <input
        {...view.register(fieldName(questionId))}
        type={props.type}
        id={id}
        value={value}
        defaultChecked={wasChosen(view.kept, questionId, value)}
      />
      {props.children}
    </label>
  )
}
