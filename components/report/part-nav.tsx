import { Sheet } from '@/components/ui/sheet'
import styles from './part-nav.module.css'

/** The parts of the report, each a page with the same unit, survey and period. */
export function PartNav(props: {
  label: string
  parts: readonly Readonly<{ href: string; label: string; isCurrent: boolean }>[]
}) {
  const current = props.parts.find(({ isCurrent }) => isCurrent)
  return (
    <Sheet id="parts" button={current?.label ?? props.label}>
      <nav aria-label={props.label} className={styles.nav}>
        <ul>
          {props.parts.map(({ href, label, isCurrent }) => (
            <li key={href}>
              <a href={href} {...(isCurrent ? { 'aria-current': 'page' as const } : {})}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </Sheet>
  )
}
