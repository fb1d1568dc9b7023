import { compareRates, type Rate, rateThreshold } from '../rate'
import type { ChannelsSign, SourceRecord } from './sign'

/**
 * The rate at a unit's tablets against that of its links and QR codes, where both have 30 and more and the 95% interval
 * of their difference leaves 0 out. Of twenty units without any difference one is shown by chance.
 */
export function compareChannels(
  unitId: number,
  records: readonly SourceRecord[],
): ChannelsSign | null {
  const kiosk = rateOf(records, ['kiosk'])
  const remote = rateOf(records, ['link', 'qr'])
  if (kiosk.n < rateThreshold || remote.n < rateThreshold) return null
  const comparison = compareRates(kiosk, remote)
  if (!comparison?.isConclusive) return null
  return { kind: 'channels', key: `channels.u${unitId}`, unitId, kiosk, remote, comparison }
}

function rateOf(records: readonly SourceRecord[], channels: readonly string[]): Rate {
  let [k, n] = [0, 0]
  for (const { source, timed, doubtful } of records) {
    if (!channels.includes(source.channel)) continue
    for (const { level } of [...timed, ...doubtful]) {
      if (level === null) continue
      n++
      if (level >= 4) k++
    }
  }
  return { k, n }
}
