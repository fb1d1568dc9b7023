import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { FormColumns } from '@/components/staff/form-columns'
import { PageHead } from '@/components/staff/page-head'
import box from '@/components/ui/box.module.css'
import { ButtonLink } from '@/components/ui/button'
import { listSurveys } from '@/db/surveys/surveys'
import { getManagedUnit } from '@/db/units/changes'
import { listDeskViews } from '@/db/units/desk-view'
import { listUnitLinks } from '@/db/units/links'
import { listUnitsFor } from '@/db/units/units'
import { ancestorsOf, childrenOf, plantTree } from '@/domain/unit'
import { requestWords } from '@/lib/request-locale'
import { say } from '@/lib/words'
import { StaffPage } from '../../../staff-page'
import { Outcome } from '../../outcome'
import { list, unitHref } from '../addresses'
import { daysOf, UnitRows } from '../unit-rows'
import { DeskForm } from './desk-form'
import { Desks } from './desks'
import { LinkForm } from './link-form'
import { Links } from './links'

type Props = PageProps<'/dashboard/units/[code]'>

export const generateMetadata = titled('offices.title')

/** One unit: its desks, its links and QR codes, and what stands under it. */
export default async function UnitPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const code = decodeURIComponent((await params).code)
  const unit = await getManagedUnit(scope, code)
  if (!unit) notFound()
  const t = await requestWords()
  const now = Date.now()
  const [all, desks, links, surveys] = await Promise.all([
    listUnitsFor(scope, 'administration'),
    listDeskViews(scope, code, now),
    listUnitLinks(scope, code, now),
    listSurveys(),
  ])
  const titles = new Map(surveys.map(({ code: one, title }) => [one, say(title, t.locale)]))
  const asked = oneOfEach(await searchParams)
  const tree = plantTree(all)
  const below = childrenOf(tree, unit.id)
  const above = ancestorsOf(tree, unit.id).toReversed()
  const facts = [t(`offices.level.${unit.level}`), ...daysOf(unit, tree, t)]
  const part = { unit, t, titles, params: asked }
  return (
    <StaffPage scope={scope} t={t} current={list}>
      <Outcome params={asked} t={t} of="offices" />
      <PageHead
        back={{ href: list, label: t('offices.one.back') }}
        above={above.map(({ name }) => name).join(' › ')}
        title={unit.name}
      >
        <p>
          <span translate="no">{t('label.code', { code })}</span> · {facts.join(' · ')}
        </p>
        <div className={box.row}>
          <ButtonLink look="quiet" href={`${unitHref(code)}/edit`}>
            {t('offices.one.edit')}
          </ButtonLink>
          <ButtonLink look="quiet" href={`${list}?${new URLSearchParams({ parent: code })}#add`}>
            {t('offices.add.child')}
          </ButtonLink>
        </div>
      </PageHead>
      <Desks desks={desks} {...part} />
      <Links links={links} {...part} />
      <FormColumns>
        <LinkForm desks={desks} {...part} />
        <DeskForm {...part} />
      </FormColumns>
      {below.length > 0 && (
        <section className={box.stack} aria-label={t('offices.tree')}>
          <h2>{t('offices.tree')}</h2>
          <UnitRows units={below} tree={tree} t={t} depth={0} />
        </section>
      )}
    </StaffPage>
  )
}
