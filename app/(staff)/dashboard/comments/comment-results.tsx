import { notFound } from 'next/navigation'
import { CommentList } from '@/components/staff/comment-list'
import box from '@/components/ui/box.module.css'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { type CommentPage, listComments } from '@/db/comments/list'
import type { Scope } from '@/domain/access'
import { isWholeMonths } from '@/domain/comment'
import { type CommentFilter, formatPlace } from '@/domain/comment-filter'
import { formatCount } from '@/domain/number-format'
import type { Translate } from '@/lib/i18n'
import { commentPath, listPath, withFilter } from './address'
import styles from './page.module.css'

type Props = Readonly<{
  scope: Scope
  t: Translate
  filter: CommentFilter
  /** The filter as it stands in the address. */
  params: URLSearchParams
}>

/** One page of the comments that are asked for, or why there are none. */
export async function CommentResults({ scope, t, filter, params }: Props) {
  const found = await listComments(scope, filter)
  if (!found.ok) notFound()
  const { lines, next, notShown } = found.value
  return (
    <>
      {lines.length === 0 && <Empty t={t} filter={filter} params={params} isEnd={next === null} />}
      <CommentList t={t} items={lines} hrefOf={(key) => withFilter(commentPath(key), params)} />
      <Pages t={t} filter={filter} params={params} next={next} />
      <div className={box.hint}>
        {!isWholeMonths(filter.period) && <p>{t('comments.wholeMonths')}</p>}
        {notShown === 'few' && <p>{t('comments.notShown.few')}</p>}
        {typeof notShown === 'number' && notShown > 0 && (
          <p>{t('comments.notShown.many', { n: formatCount(notShown, t.locale) })}</p>
        )}
      </div>
    </>
  )
}

type Part = Readonly<{ t: Translate; filter: CommentFilter; params: URLSearchParams }>

function Empty({ t, filter, params, isEnd }: Part & { isEnd: boolean }) {
  const isNarrow = filter.level !== null || filter.state !== null || filter.words.length > 0
  const wide = new URLSearchParams(params)
  for (const name of ['level', 'state', 'q']) wide.delete(name)
  const reason = !isEnd ? 'notYet' : isNarrow ? 'noMatch' : filter.after ? 'noneLeft' : 'none'
  return (
    <Notice>
      <p>{t(`comments.empty.${reason}`)}</p>
      {isNarrow && (
        <p>
          <a href={withFilter(listPath, wide)}>{t('comments.empty.clear')}</a>
        </p>
      )}
    </Notice>
  )
}

function Pages({ t, filter, params, next }: Part & Pick<CommentPage, 'next'>) {
  if (!next && !filter.after) return null
  const isSearch = filter.words.length > 0
  return (
    <nav className={`${box.ways} ${box.screen} ${styles.pages}`} aria-label={t('comments.title')}>
      {next && (
        <ButtonLink look="quiet" href={withFilter(listPath, params, { after: formatPlace(next) })}>
          {t(isSearch ? 'comments.goOn' : 'comments.older')}
        </ButtonLink>
      )}
      {filter.after && <a href={withFilter(listPath, params)}>{t('comments.newest')}</a>}
    </nav>
  )
}
