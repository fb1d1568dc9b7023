import { Notice } from '@/components/ui/notice'

/** What the form that led here has done; read out as soon as the page is there. */
export function DoneNotice({ text }: Readonly<{ text: string | undefined }>) {
  if (!text) return null
  return (
    <div role="status">
      <Notice>{text}</Notice>
    </div>
  )
}
