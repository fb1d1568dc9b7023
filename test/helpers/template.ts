import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { useDatabase } from '@/db/client'
import { migrateDatabase } from '@/db/installation/migrate'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder with the migrated database file that every test copies. */
    templateDir: string
  }
}

/** Migrates one empty database for the whole run: a copy of it costs a millisecond, migrating does not. */
export default async function makeTemplate(project: TestProject) {
  const templateDir = mkdtempSync(join(tmpdir(), 'hai-long-test-'))
  await fillTemplate(join(templateDir, 'empty.db'))
  project.provide('templateDir', templateDir)
  return () => rmSync(templateDir, { recursive: true, force: true })
}

async function fillTemplate(file: string) {
  const template = useDatabase(`file:${file}`)
  await migrateDatabase(template)
  await template.$client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  template.$client.close()
}
