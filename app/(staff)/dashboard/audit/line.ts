import type { AuditLine } from '@/components/staff/audit-table'
import type { ListedEvent } from '@/db/audit/list'
import { formatDayTime } from '@/domain/period'
import type { Locale } from '@/domain/survey'
import { lookUp, messagesFor, translator } from '@/lib/i18n'
import { sayDetail } from './detail'

/** An event in the reader's language; an action without words keeps its code. */
export function toLine(event: ListedEvent, locale: Locale): AuditLine {
  const t = translator(locale)
  const { seq, at, action, who, actor, unit, detail } = event
  return {
    seq,
    number: t('audit.number', { seq }),
    time: formatDayTime(at),
    instant: new Date(at).toISOString(),
    action: lookUp(messagesFor(locale).audit.actions, action) ?? action,
    who: who
      ? sayPerson(who)
      : actor === 'app'
        ? t('audit.itself')
        : t('audit.command', { name: actor }),
    unit,
    detail: Object.entries(detail).map(([name, value]) => sayDetail(name, value, locale)),
  }
}

/** A command that adds people knows no other name of theirs than the address. */
const sayPerson = ({ name, email }: { name: string; email: string }): string =>
  name === email ? email : `${name} · ${email}`
