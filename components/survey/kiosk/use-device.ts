import { useCallback, useEffect, useRef, useState } from 'react'
import { loadClock } from '@/lib/device-clock'
import { checkDevice } from '@/lib/device-link'
import type { DeviceSettings, Enrolment, Office, Preferences } from '@/lib/device-records'
import { getSetting, putSettings } from '@/lib/device-settings'
import { startHeartbeat } from '@/lib/heartbeat'
import { outbox } from '../submission'

/** What the tablet is now. `isBroken`: this browser stores nothing. */
export type Device = Readonly<{
  enrolment: Enrolment | undefined
  office: Office | undefined
  pause: DeviceSettings['pause'] | undefined
  preferences: Preferences
  isBroken: boolean
}>

const usual: Preferences = { locale: 'vi', isLarge: false, isContrast: false }

/** The tablet's settings, read again after every word from the server; undefined until they are read. */
export function useDevice(appVersion: string) {
  const [device, setDevice] = useState<Device>()
  const refresh = useCallback(async () => {
    const read = await readDevice()
    // A storage that fails for once takes the screen from nobody; the end of a visit tells the truth.
    setDevice((last) => (read.isBroken && last ? last : read))
  }, [])
  useRecovery(device?.isBroken === true, refresh)
  useFirstWord(isWaiting(device), refresh)
  const isPaused = useRef(false)
  isPaused.current = device?.pause !== undefined
  useEffect(() => {
    // Every answer is a change in the queue: only one that bars the tablet is worth drawing everything anew.
    const refreshIfBarred = async () => {
      const pause = await getSetting('pause')
      if ((pause !== undefined) !== isPaused.current) await refresh()
    }
    void loadClock().catch(() => undefined)
    void refresh()
    const stopSending = outbox().start()
    const stopBeating = startHeartbeat(outbox(), appVersion, () => void refresh())
    const stopListening = outbox().subscribe(() => void refreshIfBarred().catch(() => undefined))
    return () => {
      stopSending()
      stopBeating()
      stopListening()
    }
  }, [appVersion, refresh])
  const prefer = async (change: Partial<Preferences>) => {
    const preferences = { ...(device?.preferences ?? usual), ...change }
    await putSettings({ preferences }).catch(() => undefined)
    await refresh()
  }
  return { device, refresh, prefer }
}

const retryEvery = 5_000

/** A tablet that has just been switched on may be too slow at first: nobody should have to reload it. */
function useRecovery(isBroken: boolean, refresh: () => Promise<void>) {
  useEffect(() => {
    if (!isBroken) return
    const rhythm = setInterval(() => void refresh(), retryEvery)
    return () => clearInterval(rhythm)
  }, [isBroken, refresh])
}

/** Enrolled, and the network went before the surveys came: no visitor should find a blank tablet for minutes. */
const isWaiting = (device: Device | undefined) =>
  device?.enrolment !== undefined && device.office === undefined && device.pause === undefined

function useFirstWord(isOn: boolean, refresh: () => Promise<void>) {
  useEffect(() => {
    if (!isOn) return
    const ask = async () => {
      await checkDevice()
      await refresh()
    }
    const rhythm = setInterval(() => void ask().catch(() => undefined), retryEvery)
    return () => clearInterval(rhythm)
  }, [isOn, refresh])
}

async function readDevice(): Promise<Device> {
  try {
    const [enrolment, office, pause, preferences] = await Promise.all([
      getSetting('enrolment'),
      getSetting('office'),
      getSetting('pause'),
      getSetting('preferences'),
    ])
    return { enrolment, office, pause, preferences: preferences ?? usual, isBroken: false }
  } catch {
    const nothing = { enrolment: undefined, office: undefined, pause: undefined }
    return { ...nothing, preferences: usual, isBroken: true }
  }
}
