import { Section } from '@/components/report/section'
import { ButtonLink } from '@/components/ui/button'
import { listClosed } from '@/db/snapshots/list'
import { listUnitsFor } from '@/db/units/units'
import type { Scope } from '@/domain/access'
import type { View } from '@/domain/rates-filter'
import type { Translate } from '@/lib/i18n'
import { closingHref, newHref } from './closings/addresses'
import styles from './page.module.css'

type Props = Readonly<{ scope: Scope; view: View; t: Translate; isEmpty: boolean }>

/** Under which numbers this very period was closed, and the way to close it for those who may; not where there is nothing. */
export async function ClosingOffer({ scope, view, t, isEmpty }: Props) {
  const closed = await listClosed(scope, view)
  const mayClose =
    !isEmpty && (await listUnitsFor(scope, 'closing')).some(({ code }) => code === view.unit)
  if (closed.length === 0 && !mayClose) return null
  return (
    <div className={closed.length === 0 ? styles.offer : undefined}>
      <Section
        title={t('closings.offer.title')}
        note={mayClose ? t('closings.offer.may') : undefined}
      >
        {closed.length > 0 && (
          <div className={styles.left}>
            <p>{t('closings.offer.closed')}</p>
            <ul>
              {closed.map(({ number }) => (
                <li key={number}>
                  <a href={closingHref(number)}>{number}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
        {mayClose && (
          <p>
            <ButtonLink look="quiet" href={newHref(view)}>
              {t('closings.close')}
            </ButtonLink>
          </p>
        )}
      </Section>
    </div>
  )
}
