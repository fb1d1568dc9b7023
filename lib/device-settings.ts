import type { DeviceSettings } from './device-records'
import { durably, withStore } from './outbox-database'

/** One setting of this device; undefined when it was never made. Throws StoreUnavailable. */
export const getSetting = <Name extends keyof DeviceSettings>(name: Name) =>
  withStore(
    async (db) =>
      // Written by `putSettings` alone, under this name.
      (await db.get('settings', name))?.value as DeviceSettings[Name] | undefined,
  )

/** Writes settings, all or none; one that is undefined is removed. Throws StoreUnavailable. */
export const putSettings = (
  settings: { [Name in keyof DeviceSettings]?: DeviceSettings[Name] | undefined },
) =>
  withStore(async (db) => {
    const tx = db.transaction('settings', 'readwrite', durably)
    for (const [name, value] of Object.entries(settings)) {
      const key = name as keyof DeviceSettings
      if (value === undefined) await tx.store.delete(key)
      else await tx.store.put({ name: key, value } as never)
    }
    await tx.done
  })
