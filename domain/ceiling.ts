/** How much may come at once (`burst`), and how much of it a second gives back. */
export type Ceiling = Readonly<{ burst: number; perSecond: number }>

/**
 * How much is let in from one tablet, at one link and from one network. A whole office may stand behind each of them,
 * and a tablet brings a day's answers at once: only a flood gets near.
 */
export const ceilings = {
  /** What a tablet sends: thousands may have waited for the network. */
  deviceSending: { burst: 5000, perSecond: 50 },
  /** What a tablet asks and reports, about once a minute. */
  deviceAsking: { burst: 60, perSecond: 1 },
  /** Responses at one link, and apart from them its form being opened. */
  door: { burst: 10_000, perSecond: 100 },
  /** Everything that citizens open and send from one network; less than a link takes, so that no network closes one. */
  network: { burst: 5000, perSecond: 50 },
  /** Uses of one one-time link, and of all of them from one network. */
  join: { burst: 30, perSecond: 0.2 },
  joinNetwork: { burst: 300, perSecond: 2 },
  /** Passwords from one network: a whole office signs in at eight. Wrong ones are slowed per person besides. */
  signIn: { burst: 600, perSecond: 5 },
} as const satisfies Record<string, Ceiling>
