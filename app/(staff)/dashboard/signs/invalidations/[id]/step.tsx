import type { ReactNode } from 'react'
import { Section } from '@/components/report/section'
import box from '@/components/ui/box.module.css'
import type { ListedInvalidation } from '@/db/invalidations/reading'
import type { Scope } from '@/domain/access'
import type { Translate } from '@/lib/i18n'
import styles from '../../page.module.css'

export type Props = Readonly<{ scope: Scope; invalidation: ListedInvalidation; t: Translate }>

/** One thing that can be done about an invalidation. */
export function Step(props: { title: string; note: string; action: string; children: ReactNode }) {
  return (
    <form
      method="post"
      action={props.action}
      className={`${box.apart} ${styles.form}`}
      id="step"
      tabIndex={-1}
    >
      <Section title={props.title} note={props.note}>
        {props.children}
      </Section>
    </form>
  )
}
