import { notFound } from 'next/navigation'
import { titled } from '@/app/page-title'
import { oneOfEach, type Query } from '@/app/query'
import { requireStaff } from '@/auth/session'
import { FormColumns, FormStack } from '@/components/staff/form-columns'
import { PageHead } from '@/components/staff/page-head'
import { getComment } from '@/db/comments/view'
import { messagesFor, translator } from '@/lib/i18n'
import { requestLocale } from '@/lib/request-locale'
import { StaffPage } from '../../../staff-page'
import { Outcome } from '../../outcome'
import { filterIn, listPath, withFilter } from '../address'
import { Card } from './card'
import { CommentHistory } from './comment-history'
import { MarkForm, OriginalPart, RedactForm } from './forms'

type Props = { params: Promise<{ key: string }>; searchParams: Promise<Query> }

export const generateMetadata = titled('comments.one.title')

/** One comment, what was done about it, and the forms to do something. */
export default async function CommentPage({ params, searchParams }: Props) {
  const scope = await requireStaff()
  const { key } = await params
  const comment = (await getComment(scope, key, Date.now())) ?? notFound()
  const locale = await requestLocale()
  const t = translator(locale)
  const query = await searchParams
  const filter = filterIn(Object.entries(query))
  const part = { locale, comment, filter, wrongField: oneOfEach(query).get('field') ?? '' }
  const hasWords = comment.text !== null
  return (
    <StaffPage scope={scope} locale={locale} current={listPath} filter={filter}>
      <Outcome
        params={query}
        locale={locale}
        done={messagesFor(locale).comments.done}
        wrong="comments.wrong"
        anchorOf={(field) => (field === 'words' ? field : 'note')}
      />
      <PageHead
        title={t('comments.one.title')}
        back={{
          href: `${withFilter(listPath, filter)}#c-${comment.key}`,
          label: t('comments.one.back'),
        }}
      />
      <Card comment={comment} locale={locale} />
      <FormColumns>
        <FormStack>
          {hasWords && <MarkForm {...part} />}
          <CommentHistory {...part} />
        </FormStack>
        {hasWords && (
          <FormStack>
            <RedactForm {...part} />
            <OriginalPart {...part} />
          </FormStack>
        )}
      </FormColumns>
    </StaffPage>
  )
}
