import styles from './staff-frame.module.css'

export type FrameLink = Readonly<{
  href: string
  label: string
  /** Whether it leads to this very page, or to the part in which this page lies. */
  current?: 'page' | 'part'
  /** The pages of that part. */
  below?: readonly FrameLink[]
}>

type LinksProps = Readonly<{ label: string; links: readonly FrameLink[]; isPart?: true }>

/** The pages of the menu, or those of one of its parts. */
export function FrameLinks({ label, links, isPart }: LinksProps) {
  return (
    <nav aria-label={label} className={isPart ? `${styles.nav} ${styles.part}` : styles.nav}>
      <ul>
        {links.map(({ href, label: text, current }) => (
          <li key={href}>
            <a href={href} aria-current={current && (current === 'page' ? 'page' : 'true')}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
