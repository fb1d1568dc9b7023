import type { ReactNode } from 'react'
import styles from './sheet.module.css'

/**
 * Laid out where it stands on a wide screen; on a narrow one behind a button, as a sheet at the lower edge. The browser
 * itself opens and closes it: no script. A browser that does not know popovers lays it out everywhere.
 */
export function Sheet(props: { id: string; button: ReactNode; children: ReactNode }) {
  return (
    <>
      <button type="button" className={styles.open} popoverTarget={props.id}>
        {props.button}
      </button>
      <div id={props.id} popover="auto" className={styles.sheet}>
        {props.children}
      </div>
    </>
  )
}
