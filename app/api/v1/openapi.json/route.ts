import document from './document.json'

/** What this interface offers, for machines and their makers. */
export function GET(): Response {
  return Response.json(document, { headers: { 'cache-control': 'no-cache' } })
}
