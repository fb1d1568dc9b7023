'use client'
import { useState } from 'react'
import box from '@/components/ui/box.module.css'
import { Button } from '@/components/ui/button'
import { PrintButton } from '@/components/ui/print-button'
import { useIsLive } from '@/components/ui/use-live'
import styles from './paper-tools.module.css'

/** Prints the page, and copies the ready paragraph. Only where there is JavaScript, and in their places before. */
export function PaperTools(props: {
  paragraphId: string
  words: Readonly<{ print: string; copy: string; copied: string; select: string }>
}) {
  const isLive = useIsLive()
  const [said, setSaid] = useState('')
  const { print, copy, copied, select } = props.words
  return (
    <div className={`${box.screen} ${styles.tools}`}>
      <PrintButton label={print} />
      <Button
        type="button"
        look="quiet"
        data-waits={isLive ? undefined : ''}
        onClick={() => setSaid(copyText(props.paragraphId) ? copied : select)}
      >
        {copy}
      </Button>
      <span role="status" className={box.soft}>
        {said}
      </span>
    </div>
  )
}

/** By the selection: the clipboard's newer way is missing over plain http in an office network. */
function copyText(id: string): boolean {
  const element = document.getElementById(id)
  if (!element) return false
  window.getSelection()?.selectAllChildren(element)
  return document.execCommand('copy')
}
