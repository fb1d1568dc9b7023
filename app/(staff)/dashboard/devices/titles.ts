import type { ListedDevice } from '@/db/devices/list'
import { listSurveys } from '@/db/surveys/surveys'
import type { Locale } from '@/domain/survey'
import { say } from '@/lib/words'

type Titled = ListedDevice & Readonly<{ surveys: readonly string[] }>

/** The devices with the titles of their surveys in the language of the page. */
export async function withTitles(
  devices: readonly ListedDevice[],
  locale: Locale,
): Promise<Titled[]> {
  const titles = new Map((await listSurveys()).map(({ code, title }) => [code, say(title, locale)]))
  return devices.map((device) => ({
    ...device,
    surveys: device.surveyCodes.map((code) => titles.get(code) ?? code),
  }))
}
