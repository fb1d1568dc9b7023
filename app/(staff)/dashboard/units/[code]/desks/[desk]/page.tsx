import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { CheckList } from '@/components/staff/check-list'
import { FormCard } from '@/components/staff/form-card'
import { TextField } from '@/components/staff/text-field'
import { Button } from '@/components/ui/button'
import { type DeskView, listDeskViews } from '@/db/desk-view'
import { longestDesk } from '@/db/desks'
import { listFieldsAt } from '@/db/fields'
import { getManagedUnit } from '@/db/unit-changes'
import type { Locale } from '@/domain/survey'
import { requestLocale } from '@/lib/http'
import { translator } from '@/lib/i18n'
import { oneOfEach } from '../../../../dossiers/params'
import { fieldOptions } from '../../../../field-options'
import { unitHref } from '../../../addresses'
import { UnitFrame } from '../../../frame'
import { Outcome } from '../../../outcome'
import styles from '../../../page.module.css'

type Props = {
  params: Promise<{ code: string; desk: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('offices.desk.title') }
}

/** One desk: what it is called, which fields it serves, whether it is open. */
export default async function DeskPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const asked = await params
  const [unitCode, code] = [decodeURIComponent(asked.code), decodeURIComponent(asked.desk)]
  const unit = await getManagedUnit(scope, unitCode)
  const desk = (await listDeskViews(scope, unitCode, Date.now())).find((one) => one.code === code)
  if (!unit || !desk) notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  const served = new Set(desk.fields.map((one) => one.code))
  return (
    <UnitFrame scope={scope} locale={locale}>
      <Outcome params={oneOfEach(await searchParams)} locale={locale} />
      <div className={styles.head}>
        <p>
          <a href={unitHref(unitCode)}>{t('offices.one.toUnit')}</a>
        </p>
        <h1>{desk.label}</h1>
        <p>{`${unit.name} · ${t('offices.desks.number', { code })}`}</p>
      </div>
      <div className={styles.forms}>
        <FormCard title={t('offices.desk.title')} action={`${unitHref(unitCode)}/desk-facts`}>
          <input type="hidden" name="desk" value={code} />
          <TextField
            id="label"
            label={t('offices.desk.label')}
            defaultValue={desk.label}
            maxLength={longestDesk.label}
            autoComplete="off"
            required
          />
          <CheckList
            id="fields"
            label={t('offices.desk.fields')}
            options={fieldOptions(await listFieldsAt(desk.id), t)}
            checked={[...served]}
          />
          <Button type="submit">{t('offices.desk.save')}</Button>
        </FormCard>
        <OpeningForm desk={desk} unitCode={unitCode} locale={locale} />
      </div>
    </UnitFrame>
  )
}

function OpeningForm(props: { desk: DeskView; unitCode: string; locale: Locale }) {
  const { desk, unitCode, locale } = props
  const t = translator(locale)
  const way = desk.closedAt === null ? 'close' : 'open'
  return (
    <FormCard
      title={t(`offices.desk.${way}Title`)}
      {...(way === 'close' ? { note: t('offices.desk.closeNote') } : {})}
      action={`${unitHref(unitCode)}/desk-${way}`}
    >
      <input type="hidden" name="desk" value={desk.code} />
      <Button type="submit" look="quiet">
        {t(`offices.desk.${way}`)}
      </Button>
    </FormCard>
  )
}
