import { FieldList } from '@/components/staff/field-list'
import box from '@/components/ui/box.module.css'
import { type Field, groupFields } from '@/domain/field'
import { foldText } from '@/domain/folded-text'
import { formatCount } from '@/domain/number-format'
import type { Translate } from '@/lib/i18n'
import { fieldList } from './addresses'

export type PartProps = Readonly<{
  fields: readonly Field[]
  params: URLSearchParams
  t: Translate
}>

/** All of them, or those whose name or code matches a search, with their group or their fields. */
export function Fields({ fields, params, t }: PartProps) {
  const text = params.get('q') ?? ''
  const asked = foldText(text)
  const found = fields.filter(({ code, name }) => foldText(`${name} ${code}`).includes(asked))
  const n = (count: number) => formatCount(count, t.locale)
  const hidden = fields.filter(({ hiddenAt }) => hiddenAt !== null).length
  return (
    <section className={box.stack} aria-label={t('fields.list')}>
      {asked ? (
        <p role="status">
          {found.length > 0
            ? t('offices.found', { n: n(found.length) })
            : t('fields.foundNone', { text })}{' '}
          <a href={fieldList}>{t('offices.all')}</a>
        </p>
      ) : (
        <p>{t('fields.count', { n: n(fields.length - hidden), hidden: n(hidden) })}</p>
      )}
      {found.length > 0 && <FieldList groups={groupFields(found)} all={fields} t={t} />}
    </section>
  )
}
