import { FormCard } from '@/components/staff/form-card'
import { SelectField } from '@/components/staff/select-field'
import type { DeskView } from '@/db/units/desk-view'
import { listOpenFields } from '@/db/units/fields'
import { touchpoints } from '@/domain/door'
import type { Unit } from '@/domain/unit'
import type { Translate } from '@/lib/i18n'
import { fieldOptions } from '../../field-options'
import { unitHref } from '../addresses'

type Props = Readonly<{
  unit: Unit
  desks: readonly DeskView[]
  titles: ReadonlyMap<string, string>
  params: URLSearchParams
  t: Translate
}>

/** Makes a link or QR code for the unit or one of its desks. */
export async function LinkForm({ unit, desks, titles, params, t }: Props) {
  const surveys = [...titles].map(([value, label]) => ({ value, label }))
  const open = desks.filter(({ closedAt }) => closedAt === null)
  const fields = fieldOptions(await listOpenFields(), t)
  const any = { value: '', label: t('offices.link.anyField') }
  const asked = (name: string, otherwise = '') => params.get(name) ?? otherwise
  return (
    <FormCard
      title={t('offices.link.title')}
      note={t('offices.link.note')}
      action={`${unitHref(unit.code)}/link`}
      submit={t('offices.link.submit')}
    >
      <SelectField
        id="survey"
        label={t('label.survey')}
        value={asked('survey', surveys[0]?.value)}
        options={surveys}
      />
      <SelectField
        id="channel"
        label={t('offices.link.channel')}
        value={asked('channel', 'qr')}
        options={(['qr', 'link'] as const).map((one) => ({
          value: one,
          label: t(`figures.channel.${one}`),
        }))}
      />
      <SelectField
        id="desk"
        label={t('offices.link.desk')}
        value={asked('desk')}
        options={[
          { value: '', label: t('offices.links.whole') },
          ...open.map(({ code, label }) => ({ value: code, label: `${label} (${code})` })),
        ]}
      />
      <SelectField
        // Not `field`: so the address of a refusal names the control that was wrong.
        id="fieldCode"
        label={t('label.field')}
        value={asked('fieldCode')}
        options={[any, ...fields]}
      />
      <SelectField
        id="touchpoint"
        label={t('offices.link.touchpoint')}
        value={asked('touchpoint')}
        options={[
          any,
          ...touchpoints.map((one) => ({ value: one, label: t(`figures.touchpoint.${one}`) })),
        ]}
      />
    </FormCard>
  )
}
