import type { AuditLine } from '@/components/staff/audit-table'
import type { ListedEvent } from '@/db/audit/list'
import { formatDayTime } from '@/domain/period'
import { lookUp, messagesFor, type Translate } from '@/lib/i18n'
import { sayDetail } from './detail'

/** An event in the reader's language; an action without words keeps its code. */
export function toLine(event: ListedEvent, t: Translate): AuditLine {
  const { seq, at, action, who, actor, unit, detail } = event
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
