import { closeDatabase } from '@/db/client'
import { foundOffice } from '../access/office'
import { Typist } from './payloads'

/** Fills the database file that is named with an office in which every name, label and text means harm; prints what is where. */
const [, , file = ''] = process.argv
const typist = new Typist()
// What it is comes last: whoever masks words in a comment looks for it.
const nameOf = (_: unknown, what: string) => `${typist.next()} ${what}`.replaceAll('\0', '')
void foundOffice(file, nameOf).then((office) => {
  closeDatabase()
  process.stdout.write(JSON.stringify({ office, typed: typist.typed }))
})
