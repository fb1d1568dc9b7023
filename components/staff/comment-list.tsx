import box from '@/components/ui/box.module.css'
import type { Level } from '@/domain/answer'
import { type CommentState, formatMonth } from '@/domain/comment'
import type { Locale } from '@/domain/survey'
import type { Translate } from '@/lib/i18n'
import { CommentLevel } from './comment-level'
import styles from './comment-list.module.css'
import { CommentStateMark } from './comment-state'
import { CommentText } from './comment-text'

export type CommentItem = Readonly<{
  key: string
  unit: string
  month: number
  level: Level | null
  text: string | null
  language: Locale | undefined
  state: CommentState
}>

/** Comments as they come, under a heading for each month and unit. */
export function CommentList(props: {
  t: Translate
  items: readonly CommentItem[]
  hrefOf: (key: string) => string
}) {
  const { t, items, hrefOf } = props
  return groupsOf(items).map((group) => {
    const [{ month, unit }] = group
    return (
      <section key={`${month} ${unit}`} className={box.stack}>
        <h2
          className={styles.heading}
        >{`${t('comments.month', { month: formatMonth(month) })} · ${unit}`}</h2>
        <ul className={box.frame}>
          {group.map(({ key, text, language, level, state }) => (
            <li key={key} id={`c-${key}`} className={styles.item}>
              <CommentText text={text} language={language} t={t} id={`t-${key}`} />
              <div className={`${box.touches} ${styles.foot}`}>
                <CommentLevel level={level} t={t} />
                <CommentStateMark state={state} t={t} />
                <a className={box.screen} href={hrefOf(key)} aria-describedby={`t-${key}`}>
                  {t(text === null ? 'comments.look' : 'comments.act')}
                </a>
              </div>
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

type Group = [CommentItem, ...CommentItem[]]

function groupsOf(items: readonly CommentItem[]): Group[] {
  const groups: Group[] = []
  for (const item of items) {
    const group = groups.at(-1)
    if (group?.[0].month === item.month && group[0].unit === item.unit) group.push(item)
    else groups.push([item])
  }
  return groups
}
