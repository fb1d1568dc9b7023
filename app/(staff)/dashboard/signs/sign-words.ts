import type { Sign, SignKind, Source } from '@/domain/sign/sign'
import type { Translate } from '@/lib/i18n'
import { paramsOf, thresholds } from './sign-params'

/** Where responses come in, as people call it. */
export function sourceName({ kind, channel, device, desk, door }: Source, t: Translate): string {
  const name =
    kind === 'device'
      ? device === null
        ? t('signs.source.kiosk')
        : t('signs.source.tablet', { name: device })
      : t(`signs.source.${channel}`, { door })
  return desk === null ? name : `${name} · ${desk}`
}

/** A sign with its numbers, as a plain sentence. */
export function signSentence(sign: Sign, t: Translate): string {
  return t(`signs.kind.${sign.kind}.text`, paramsOf(sign, t))
}

/** How signs of a kind are found, and how often that is wrong. */
export const howSentence = (kind: SignKind, t: Translate): string =>
  t(`signs.kind.${kind}.how`, thresholds[kind])
