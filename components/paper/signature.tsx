import { paperWord } from '@/lib/paper-words'
import styles from './paper.module.css'

/** Place, day and name, to be filled in by hand. */
export function Signature() {
  return (
    <footer className={styles.sign}>
      <div>
        <p className={styles.to}>{paperWord('sign.to')}</p>
        <p>{paperWord('sign.toLine')}</p>
        <p>{paperWord('sign.file')}</p>
      </div>
      <div className={styles.signer}>
        <p className={styles.strong}>{paperWord('sign.signer')}</p>
        <p>{paperWord('sign.signerNote')}</p>
      </div>
    </footer>
  )
}
