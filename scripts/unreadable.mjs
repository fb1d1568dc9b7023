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

const refusals = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'Yêu cầu dài quá mức máy chủ nhận. Xin xóa cookie của trang này trong trình duyệt rồi mở lại.\n' +
      'The request is longer than the server takes. Delete the cookies of this site in the browser, then open it again.\n' +
      'សំណើវែងជាងអ្វីដែលម៉ាស៊ីនមេអាចទទួលបាន។ សូមលុបខូគីរបស់គេហទំព័រនេះក្នុងកម្មវិធីរុករក រួចបើកម្ដងទៀត។\n',
  ],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: ['413 Payload Too Large', ''],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', ''],
}

/** Answers what is no request at all, as Node does where nobody listens, and in words where somebody may read them. */
export function answerUnparsed(error, socket) {
  const { _httpMessage: answer } = socket
  if (socket.writable && !answer?.headersSent) {
    const [status, words] = refusals[error.code] ?? ['400 Bad Request', '']
    const type = words ? 'Content-Type: text/plain; charset=utf-8\r\n' : ''
    const head = `HTTP/1.1 ${status}\r\nConnection: close\r\n${type}`
    socket.write(`${head}Content-Length: ${Buffer.byteLength(words)}\r\n\r\n${words}`)
  }
  socket.destroy(error)
}
