import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { QuarantinedItem } from '@/lib/outbox-records'
import type { UnsavedItem } from '@/lib/outbox-rescue'
import { fill } from '@/lib/words'
import { outbox } from '../submission'
import styles from './dialog.module.css'
import type { KioskWords } from './kiosk-words'
import type { PanelState } from './use-panel-state'

/**
 * What needs staff: refused for good, with the server's reasons; collected under another enrolment; or not stored at
 * all. With the ways to try it again and to carry it off as a file.
 */
export function QuarantineList({
  words,
  state,
}: {
  words: KioskWords['kiosk']
  state: PanelState
}) {
  const { quarantined, foreign, unsaved } = state
  if (quarantined.length + foreign + unsaved === 0) return null
  return (
    <section className={styles.actions} aria-label={words.needsStaff}>
      {unsaved > 0 && <Notice tone="danger">{fill(words.unsaved, { n: unsaved })}</Notice>}
      {foreign > 0 && <Notice tone="caution">{fill(words.foreign, { n: foreign })}</Notice>}
      {quarantined.length > 0 && (
        <>
          <h3>{fill(words.quarantineTitle, { n: quarantined.length })}</h3>
          <ul>
            {reasonsOf(quarantined, words).map(([reason, n]) => (
              <li key={reason}>
                {reason} ({fill(words.answers, { n })})
              </li>
            ))}
          </ul>
        </>
      )}
      <Button look="quiet" onClick={() => void download(quarantined).catch(() => undefined)}>
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

/** Why, in words, and how many for each: a hundred of the same reason are one line. */
function reasonsOf(items: readonly QuarantinedItem[], words: KioskWords['kiosk']) {
  const counts = new Map<string, number>()
  for (const { status, reasons } of items) {
    const said = reasons.join(' ') || words.enrolRefused
    const reason = `${status}: ${status === 404 ? `${said} ${words.unknownDoor}` : said}`
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  return [...counts]
}

async function download(refused: readonly QuarantinedItem[]) {
  const items = [...refused, ...(await outbox().foreign()), ...outbox().unsaved().map(withoutKey)]
  const blob = new Blob([JSON.stringify(items, null, 2)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = 'hai-long-quarantine.json'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

// The tablet's credential is no part of what is carried off.
const withoutKey = ({ id, body, createdAt }: UnsavedItem) => ({
  id,
  body,
  createdAt,
  state: 'unsaved' as const,
})
