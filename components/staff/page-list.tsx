import box from '@/components/ui/box.module.css'
import styles from './page-list.module.css'

type Entry = Readonly<{ href: string; label: string; about: string }>

/** Ways to other pages, each with what it is for. */
export function PageList({ entries }: { entries: readonly Entry[] }) {
  return (
    <ul className={`${box.touches} ${styles.entries}`}>
      {entries.map(({ href, label, about }) => (
        <li key={href}>
          <a href={href}>{label}</a>
          <p>{about}</p>
        </li>
      ))}
    </ul>
  )
}
