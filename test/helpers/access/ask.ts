import { partsOf } from '../files'

/** What is sent: a page or file to get, or a form to post. */
export type Ask = Readonly<{
  path: string
  form?: Readonly<Record<string, string | readonly string[]>>
  /** Sent as a file named so with this text, together with the form. */
  file?: Readonly<{ name: string; text: string }>
}>

export type Answer = Readonly<{
  status: number
  location: string
  /** Everything that can be read in the answer, out of packed files too. */
  text: string
  headers: Headers
}>

/** Sends it as somebody's browser would. */
export async function send(origin: string, ask: Ask, cookie = ''): Promise<Answer> {
  const answer = await fetch(`${origin}${ask.path}`, {
    redirect: 'manual',
    ...(ask.form || ask.file ? { method: 'POST', body: bodyOf(ask) } : {}),
    headers: { cookie, ...(ask.form || ask.file ? { origin } : {}) },
  })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? '',
    text: textOf(bytes),
    headers: answer.headers,
  }
}

function bodyOf({ form = {}, file }: Ask): URLSearchParams | FormData {
  const body = file ? new FormData() : new URLSearchParams()
  for (const [name, value] of Object.entries(form)) {
    for (const one of typeof value === 'string' ? [value] : value) body.append(name, one)
  }
  if (body instanceof FormData && file) body.append('file', new File([file.text], file.name))
  return body
}

/** Workbooks and Word files are zip files. */
function textOf(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  return isZip ? Object.values(partsOf(bytes)).join('\n') : new TextDecoder().decode(bytes)
}

/** An address without the words that the browser put into it. */
export const asked = ({ path, form = {} }: Ask): string =>
  `${decodeURIComponent(path)} ${JSON.stringify(form)}`
