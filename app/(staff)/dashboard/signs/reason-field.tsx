import { TextArea } from '@/components/staff/text-area'
import { longestReason } from '@/domain/invalidation'

/** Why: asked for, and bounded, before anything is sent. */
export const ReasonField = (props: { label: string; hint?: string; typed?: string }) => (
  <TextArea
    id="reason"
    label={props.label}
    hint={props.hint}
    rows={3}
    maxLength={longestReason}
    required
    defaultValue={props.typed ?? ''}
  />
)
