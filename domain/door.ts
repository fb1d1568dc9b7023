/** How a response was taken in. A link and a QR code open the same form; they are counted apart. */
export const channels = ['kiosk', 'qr', 'link', 'invitation', 'paper'] as const
export type Channel = (typeof channels)[number]

/** Who put the answers in: the person, the person with help, or a clerk from paper. */
export const modes = ['self', 'assisted', 'keyed'] as const
export type Mode = (typeof modes)[number]

/** The step of the visit that was rated. */
export const touchpoints = ['submit', 'supplement', 'refused', 'collect', 'ask'] as const
export type Touchpoint = (typeof touchpoints)[number]

/** Everything by which a response can come in is one door with a public code. */
export type DoorKind = 'link' | 'device' | 'invitation' | 'paper'
