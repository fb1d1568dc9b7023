import box from '@/components/ui/box.module.css'
import type { Channel } from '@/domain/door'
import type { Translate } from '@/lib/i18n'
import { ActionForm } from './action-form'

type Link = Readonly<{
  code: string
  channel: Channel
  unit: string
  desk: string | null
  isOpen: boolean
}>

/** The links and QR codes that lead to a survey; each can be closed and opened. `origin` begins their addresses. */
export function SurveyLinks(props: {
  links: readonly Link[]
  path: string
  origin: string
  t: Translate
}) {
  const { links, path, origin, t } = props
  return (
    <section className={box.stack}>
      <h2>{t('links.title')}</h2>
      {links.length === 0 && <p className={box.note}>{t('surveys.links.none')}</p>}
      {links.length > 0 && (
        <ul className={box.rows}>
          {links.map(({ code, unit, desk, channel, isOpen }) => (
            <li key={code}>
              <span className={box.line}>
                <strong>{desk ? `${unit} · ${desk}` : unit}</strong>
                <span className={box.soft}>
                  {t(`figures.channel.${channel}`)} ·{' '}
                  <a href={`/s/${encodeURIComponent(code)}`} translate="no">
                    {`${origin}/s/${code}`}
                  </a>
                </span>
              </span>
              <span className={isOpen ? box.soft : box.closed}>
                {t(isOpen ? 'state.open' : 'state.closed')}
              </span>
              <ActionForm
                action={`${path}/link`}
                values={{ link: code, open: isOpen ? '0' : '1' }}
                label={t(isOpen ? 'links.close' : 'links.open')}
                name={t(isOpen ? 'links.closeNamed' : 'links.openNamed', {
                  code,
                })}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
