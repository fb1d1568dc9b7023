'use client'

import { useState } from 'react'
import { BrokenScreen, OpeningScreen } from './notice-screens'
import { type Props, Tablet } from './tablet'
import { useDevice } from './use-device'
import { useFreshReturn, usePersistence, useWakeLock, useWorker } from './use-tablet'
import { useNoMenu } from './use-touch'

/** The tablet at the desk: enrolment first, then one person after another. Works without a network. */
export function KioskApp({ wordsBy, build }: Props) {
  const { device, refresh, prefer } = useDevice(build)
  const [isBusy, setIsBusy] = useState(false)
  useFreshReturn()
  useNoMenu()
  useWorker(!isBusy)
  const isEnrolled = device?.enrolment !== undefined
  useWakeLock(isEnrolled)
  usePersistence(isEnrolled)
  if (!device) return <OpeningScreen words={wordsBy.vi} build={build} />
  if (device.isBroken) return <BrokenScreen words={wordsBy.vi} />
  const shared = { wordsBy, build, device, refresh, prefer, setIsBusy }
  return <Tablet {...shared} />
}
