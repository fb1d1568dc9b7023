// What a libSQL server refuses whatever the database says: it parses every statement and knows these kinds alone.

/** Ask about the database; a server runs them. */
const free = new Set(
  `table_list index_list table_info table_xinfo index_xinfo pragma_list compile_options database_list function_list
  module_list encoding defer_foreign_keys foreign_keys foreign_key_list foreign_key_check collation_list data_version
  freelist_count integrity_check legacy_file_format page_count quick_check stats user_version`.split(
    /\s+/,
  ),
)

/** Only asked, never set. */
const readOnly = new Set(
  `application_id auto_vacuum busy_timeout cache_size journal_mode journal_size_limit locking_mode max_page_count
  mmap_size page_size query_only recursive_triggers schema_version synchronous temp_store wal_autocheckpoint`.split(
    /\s+/,
  ),
)

/** Whether a server would answer that it does not support the statement. */
export function isUnsupported(sql: string): boolean {
  const words = sql.replace(/^(\s+|--[^\n]*\n|\/\*[\s\S]*?\*\/)+/, '').toLowerCase()
  const pragma = /^pragma\s+(\w+)\s*([=(])?/.exec(words)
  if (pragma) {
    const [, name = '', argument] = pragma
    return !free.has(name) && !(readOnly.has(name) && argument === undefined)
  }
  return /^(attach|detach|vacuum|reindex|analyze|create\s+temp)/.test(words)
}
