import type { ReactNode } from 'react'
import box from '@/components/ui/box.module.css'
import styles from './form-columns.module.css'

/** Forms side by side, where there is room for two. */
export function FormColumns({ id, children }: Readonly<{ id?: string; children: ReactNode }>) {
  return (
    <div className={styles.forms} id={id}>
      {children}
    </div>
  )
}

/** Several forms under one another within one of the columns. */
export const FormStack = ({ children }: Readonly<{ children: ReactNode }>) => (
  <div className={box.apart}>{children}</div>
)
