import { formatCount } from '@/domain/number-format'
import type { Locale } from '@/domain/survey'
import { fill } from '@/lib/words'
import styles from './dialog.module.css'
import type { KioskWords } from './kiosk-words'
import type { Device } from './use-device'
import type { PanelState } from './use-panel-state'

const tags: Record<Locale, string> = { vi: 'vi-VN', en: 'en-GB', km: 'km-KH' }

/** How the tablet fares, as pairs of words and values. */
export function StateList(props: {
  words: KioskWords['kiosk']
  locale: Locale
  build: string
  device: Device
  state: PanelState | undefined
}) {
  const { words, device, state } = props
  if (!state) return <p>{words.opening}</p>
  const time = (at: number | null | undefined) =>
    at ? new Intl.DateTimeFormat(tags[props.locale], timeStyle).format(at) : words.never
  const rows: readonly (readonly [string, string])[] = [
    [words.place, `${device.office?.desk.label ?? '–'} · ${device.office?.unit.name ?? '–'}`],
    [words.connection, connectionOf(words, device)],
    [words.lastContact, time(state.contactAt)],
    [words.queue, fill(words.answers, { n: state.waiting })],
    [words.oldest, state.oldestAt === null ? words.nothing : time(state.oldestAt)],
    [words.quarantine, fill(words.answers, { n: state.refused })],
    [words.kept, fill(words.answers, { n: state.acknowledged })],
    [words.storage, storageOf(props, state)],
    [words.version, props.build],
  ]
  return (
    <dl className={styles.state}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const timeStyle = { dateStyle: 'short', timeStyle: 'short' } as const

function connectionOf(words: KioskWords['kiosk'], { pause }: Device): string {
  if (pause) return words.barred
  return navigator.onLine ? words.online : words.offline
}

function storageOf(
  { words, locale }: { words: KioskWords['kiosk']; locale: Locale },
  state: PanelState,
): string {
  const promise = state.storagePersisted ? words.persisted : words.notPersisted
  if (state.storageFree === null) return promise
  return `${promise} · ${fill(words.free, { n: formatCount(Math.floor(state.storageFree / 1e6), locale) })}`
}
