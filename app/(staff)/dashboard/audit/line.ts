import type { AuditLine } from '@/components/staff/audit-table'
import type { ListedEvent } from '@/db/audit/list'
import { formatDayTime } from '@/domain/period'
import type { Source } from '@/domain/sign/sign'
import { lookUp, messagesFor, type Translate } from '@/lib/i18n'
import { sourceName } from '../signs/sign-words'
import { sayDetail } from './detail'

/** Where responses were looked at, in the log as a key. */
export const sourceKeyOf = ({ action, detail }: ListedEvent): string | undefined =>
  action === 'responses-viewed' && typeof detail.source === 'string' ? detail.source : undefined

/** An event in the reader's language; an action without words and a source that is not among these keep their code. */
export function toLine(
  event: ListedEvent,
  t: Translate,
  sources: ReadonlyMap<string, Source> = new Map(),
): AuditLine {
  const { seq, at, action, who, actor, unit } = event
  const source = sources.get(sourceKeyOf(event) ?? '')
  const detail = source ? { ...event.detail, source: sourceName(source, t) } : event.detail
  return {
    seq,
    number: t('audit.number', { seq }),
    time: formatDayTime(at),
    instant: new Date(at).toISOString(),
    action: lookUp(messagesFor(t.locale).audit.actions, action) ?? action,
    who: who
      ? sayPerson(who)
      : actor === 'app'
        ? t('audit.itself')
        : t('audit.command', { name: actor }),
    unit,
    detail: Object.entries(detail).map(([name, value]) => sayDetail(name, value, t)),
  }
}

/** A command that adds people knows no other name of theirs than the address. */
const sayPerson = ({ name, email }: { name: string; email: string }): string =>
  name === email ? email : `${name} · ${email}`
