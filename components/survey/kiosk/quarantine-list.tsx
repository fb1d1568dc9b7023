import { Button } from '@/components/ui/button'
import type { QuarantinedItem } from '@/lib/outbox-database'
import { fill } from '@/lib/words'
import { outbox } from '../submission'
import styles from './dialog.module.css'
import type { KioskWords } from './kiosk-words'

const shown = 20

/** What the server refused for good, with its reasons, and the way to carry it off as a file. */
export function QuarantineList(props: {
  words: KioskWords['kiosk']
  items: readonly QuarantinedItem[]
}) {
  const { words, items } = props
  if (items.length === 0) return null
  return (
    <section className={styles.actions}>
      <h3>{fill(words.quarantineTitle, { n: items.length })}</h3>
      <ul>
        {items.slice(0, shown).map((item) => (
          <li key={item.id}>
            {item.status}: {item.reasons.join(' ') || words.enrolRefused}
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={() => download(items)}>
        {words.exportQuarantine}
      </Button>
      <Button
        look="quiet"
        onClick={() =>
          void outbox()
            .retryRefused()
            .catch(() => undefined)
        }
      >
        {words.retryQuarantine}
      </Button>
    </section>
  )
}

function download(items: readonly QuarantinedItem[]) {
  const blob = new Blob([JSON.stringify(items, null, 2)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = 'hai-long-quarantine.json'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
