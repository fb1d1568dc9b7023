import type { MetadataRoute } from 'next'

/** Lets a tablet put the page on its home screen; installed pages keep what they store. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    id: '/kiosk',
    name: 'Hài Lòng · Máy tại quầy',
    short_name: 'Hài Lòng',
    lang: 'vi',
    start_url: '/kiosk',
    scope: '/kiosk',
    display: 'fullscreen',
    background_color: '#f5f6f6',
    theme_color: '#0b5e63',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  }
}
