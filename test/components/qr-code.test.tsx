import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { QrCode } from '@/components/staff/qr-code'
import { type Pixels, readQrCodes } from '../helpers/qr-reader'

const addresses = [
  'http://localhost:3000/s/kiosk-1',
  'https://khao-sat-hai-long.trung-tam-phuc-vu-hanh-chinh-cong.xa-tan-hiep.an-giang.gov.vn:8443/s/7k4m-p9xw',
  'https://xn--khosthilng-g7a6b.vn/s/K%E1%BB%B9-thu%E1%BA%ADt',
  `https://${'mot-ten-rat-dai.'.repeat(14)}vn/s/7k4m-p9xw`,
  'https://hailong.vn/s/7k4m-p9xw?tên=Quầy số 1 · បញ្ជរ',
]

it.each(addresses)('a scanner reads %s', async (address) => {
  const drawn = renderToStaticMarkup(<QrCode text={address} label="" />)
  expect(await readQrCodes(paint(drawn, 4))).toEqual([address])
  expect(await readQrCodes(stain(paint(drawn, 4), 0.04))).toEqual([address])
})

it('a scanner reads nothing where half of it is dark', async () => {
  const drawn = renderToStaticMarkup(<QrCode text={addresses[0] ?? ''} label="" />)
  expect(await readQrCodes(stain(paint(drawn, 4), 0.5))).toEqual([])
})

/** The squares of the drawing as pixels, each `scale` wide; the drawing has nothing but squares. */
function paint(svg: string, scale: number): Pixels {
  const size = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1])
  const width = size * scale
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (const [, x, y] of svg.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    darken({ data, width }, Number(x) * scale, Number(y) * scale, scale)
  }
  return { data, width, height: width }
}

/** A dark stain in the middle, over this share of the side: what quality M has to stand. */
function stain(picture: Pixels, share: number): Pixels {
  const side = Math.round(picture.width * share ** 0.5)
  const start = Math.round((picture.width - side) / 2)
  darken(picture, start, start, side)
  return picture
}

function darken(
  { data, width }: Pick<Pixels, 'data' | 'width'>,
  left: number,
  top: number,
  side: number,
): void {
  for (let y = top; y < top + side; y++) {
    for (let x = left; x < left + side; x++) {
      for (const channel of [0, 1, 2]) data[(y * width + x) * 4 + channel] = 0
    }
  }
}
