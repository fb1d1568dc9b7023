import { expect, type Page } from '@playwright/test'
import { type Kiosk, test } from '../helpers/kiosk'

test.use({ allowedErrors: ['Failed to load resource', 'net::ERR'] })

for (const network of ['with a network', 'without one'] as const) {
  test(`a tap is answered within 100 ms on a slow tablet ${network}`, async ({ kiosk }) => {
    await kiosk.enrol()
    await kiosk.settle()
    const { page } = kiosk
    if (network === 'without one') kiosk.front.point(null)
    const session = await kiosk.context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const rounds: number[][] = []
    const best = () => Math.min(...rounds.map((round) => round.toSorted((a, b) => a - b)[1] ?? 1e9))
    // Other work on the machine only ever adds to a time: one undisturbed round of three is proof.
    while (rounds.length < 3 && !(best() < 100)) rounds.push(await measureRound(kiosk))
    expect(best(), JSON.stringify(rounds)).toBeLessThan(100)
  })
}

/** The slower of both presses of three visits. */
async function measureRound(kiosk: Kiosk): Promise<number[]> {
  const { page } = kiosk
  const worst: number[] = []
  for (let visit = 0; visit < 3; visit++) {
    const taps = [
      await timeOf(page, 'Hài lòng', 'Điều gì làm Ông/Bà hài lòng?'),
      await timeOf(page, 'Bỏ qua và gửi', 'Cảm ơn Ông/Bà'),
    ]
    worst.push(Math.max(...taps))
    await kiosk.toStart()
  }
  return worst
}

/** Milliseconds from a press to the painted screen with this heading. */
const timeOf = (page: Page, button: string, heading: string) =>
  page.evaluate(
    ({ button, heading }) =>
      new Promise<number>((resolve) => {
        const target = [...document.querySelectorAll('main button')].find(
          (one) => one.textContent === button,
        )
        const start = performance.now()
        const look = () => {
          if (document.querySelector('h1')?.textContent !== heading) return
          seen.disconnect()
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)))
        }
        const seen = new MutationObserver(look)
        seen.observe(document.body, { childList: true, subtree: true, characterData: true })
        if (target instanceof HTMLElement) target.click()
      }),
    { button, heading },
  )
