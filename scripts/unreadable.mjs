// Browsers keep at most 180 cookies of one host, and no form of the app has that many fields. The framework's time for
// either grows with their square: those that fit into one request would hold everybody up for a second and more.
const mostCookies = 200
const mostParameters = 300

/** Whether the framework cannot make sense of the request, and would answer with a fault, or only after a long time. */
export const isUnreadable = ({ method, url, headers }) =>
  method === 'TRACE' ||
  !url.startsWith('/') ||
  !canDecode(url.split('?', 1)[0]) ||
  hasMore(url, '&', mostParameters) ||
  hasMore(headers.cookie ?? '', ';', mostCookies)

function canDecode(path) {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

const hasMore = (text, separator, most) => text.split(separator, most + 1).length > most
