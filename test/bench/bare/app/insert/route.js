import { createClient } from '@libsql/client'

let client

/** One insert through a route handler, durable as the app's own. */
export async function POST(request) {
  const body = await request.json()
  client ??= await open()
  await client.batch(
    [{ sql: 'insert into bodies (id, body) values (?, ?)', args: [body.id, JSON.stringify(body)] }],
    'write',
  )
  return Response.json({ id: body.id }, { status: 201 })
}

async function open() {
  const opened = createClient({ url: process.env.BARE_DATABASE_URL })
  await opened.execute('pragma journal_mode = wal')
  await opened.execute(
    'create table if not exists bodies (id text primary key, body text not null)',
  )
  return opened
}
