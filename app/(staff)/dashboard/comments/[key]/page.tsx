import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireStaff } from '@/auth/session'
import { CommentLevel } from '@/components/staff/comment-level'
import { CommentStateMark } from '@/components/staff/comment-state'
import { CommentText } from '@/components/staff/comment-text'
import { StaffFrame } from '@/components/staff/staff-frame'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Notice } from '@/components/ui/notice'
import { type CommentView, getComment } from '@/db/comment-view'
import { formatMonth } from '@/domain/comment'
import type { Locale } from '@/domain/survey'
import { requestLocale } from '@/lib/http'
import { lookUp, messagesFor, translator } from '@/lib/i18n'
import { fill, say } from '@/lib/words'
import { inLanguage, requestPath } from '../../../address'
import { staffLinks } from '../../../links'
import { filterIn, listPath, withFilter } from '../address'
import styles from '../page.module.css'
import { CommentHistory } from './comment-history'
import { MarkForm, OriginalPart, RedactForm } from './forms'

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ key: string }>; searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await requestLocale())('comments.one.title') }
}

/** One comment, what was done about it, and the forms to do something. */
export default async function CommentPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const { key } = await params
  const comment = (await getComment(scope, key, Date.now())) ?? notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  const query = await searchParams
  const filter = filterIn(Object.entries(query))
  const here = await requestPath()
  const part = { locale, comment, filter, wrongField: one(query, 'field') }
  return (
    <StaffFrame
      locale={locale}
      name={scope.name}
      languageHref={(to) => inLanguage(here, to)}
      links={staffLinks(scope, locale, listPath, filter)}
    >
      <div className={styles.page}>
        <Outcome query={query} locale={locale} />
        <div className={styles.head}>
          <a className={styles.back} href={`${withFilter(listPath, filter)}#c-${comment.key}`}>
            {t('comments.one.back')}
          </a>
          <h1>{t('comments.one.title')}</h1>
        </div>
        <Card comment={comment} locale={locale} />
        <div className={styles.forms}>
          <div className={styles.side}>
            <MarkForm {...part} />
            <CommentHistory {...part} />
          </div>
          <div className={styles.side}>
            <RedactForm {...part} />
            <OriginalPart {...part} />
          </div>
        </div>
      </div>
    </StaffFrame>
  )
}

function Card({ comment, locale }: { comment: CommentView; locale: Locale }) {
  const t = translator(locale)
  const month = t('comments.month', { month: formatMonth(comment.month) })
  return (
    <section className={styles.card} aria-label={t('comments.one.text')}>
      <CommentText text={comment.text} locale={locale} />
      <div className={styles.meta}>
        <span>{`${comment.unit} · ${month}`}</span>
        <CommentLevel level={comment.level} locale={locale} />
        <CommentStateMark state={comment.state} locale={locale} />
      </div>
      <p className={styles.soft}>
        {t('comments.one.question', { question: say(comment.question, locale) })}
      </p>
    </section>
  )
}

/** What the form that led here has done, or what was wrong with it. */
function Outcome({ query, locale }: { query: Query; locale: Locale }) {
  const t = translator(locale)
  const problem = lookUp(messagesFor(locale).problems, one(query, 'problem'))
  const done = lookUp(messagesFor(locale).comments.done, one(query, 'done'))
  if (problem) {
    const text = fill(problem, { max: one(query, 'max') })
    const href = one(query, 'field') === 'words' ? '#words' : '#note'
    return <ErrorSummary title={t('comments.wrong')} items={[{ href, text }]} />
  }
  return done ? (
    <div role="status">
      <Notice>
        <p>{done}</p>
      </Notice>
    </div>
  ) : null
}

const one = (query: Query, name: string): string => {
  const value = query[name]
  return typeof value === 'string' ? value : ''
}
