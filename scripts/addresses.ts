import { networkInterfaces } from 'node:os'
import { env } from '@/lib/env'

/** What the start prints once the app answers: where everything is, in plain lines. */
export function startWords(doorCodes: readonly string[]): string {
  const origin = reachableOrigin()
  const lines = [
    'Hài Lòng đang chạy. Muốn dừng, nhấn Ctrl+C.',
    'Hài Lòng is running. Stop it with Ctrl+C.',
    '',
    row('Start page', `${origin}/`, 'trang đầu'),
    row('Kiosk (tablet)', `${origin}/kiosk`, 'máy tính bảng tại quầy'),
    ...doorCodes.map((code, position) =>
      row(position ? '' : 'Survey links', `${origin}/s/${code}`, position ? '' : 'phiếu khảo sát'),
    ),
    row('Log in', `${origin}/sign-in`, 'đăng nhập'),
  ]
  return [...lines, ...networkWords()].join('\n')
}

/** An address by which this machine itself reaches the app. */
export const ownAddress = (host: string): string => {
  if (host === '0.0.0.0') return '127.0.0.1'
  return host.includes(':') ? `[${host === '::' ? '::1' : host}]` : host
}

// The default origin says localhost, which a HOST of the local network does not answer.
function reachableOrigin(): string {
  const { host, port, origin } = env()
  const isEverywhere = ['localhost', '127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)
  const isDefault = origin === `http://localhost:${port}`
  return isDefault && !isEverywhere ? `http://${ownAddress(host)}:${port}` : origin
}

const row = (label: string, address: string, vietnamese: string) =>
  `  ${label.padEnd(16)}${address}${vietnamese && `   (${vietnamese})`}`

function networkWords(): string[] {
  const { host, port, isHttps } = env()
  if (host !== '0.0.0.0' && host !== '::') return []
  const addresses = lanAddresses().map((address) => `http://${address}:${port}`)
  const first = addresses[0]
  if (!first) return ['', 'This machine has no address in a local network at the moment.']
  const lines = ['', 'In the local network:', ...addresses.map((address) => `  ${address}/`)]
  if (isHttps) return lines
  return [
    ...lines,
    'Qua http, máy tính bảng và điện thoại vẫn gửi được phiếu, nhưng không mở lại được khi mất mạng: xem docs/kiosk-guide.md.',
    'Over plain http a tablet or phone can answer, but it lacks what browsers keep for https:',
    'no offline start of the kiosk page, and answers travel readable by others in the network.',
    `Sign-in and QR codes use NEXTAUTH_URL; set it to what the others type, e.g. NEXTAUTH_URL=${first}`,
  ]
}

function lanAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address)
}
