import type { Sign, SignKind, Source } from '@/domain/sign/sign'
import type { Locale } from '@/domain/survey'
import { translator } from '@/lib/i18n'
import { paramsOf } from './sign-params'
import { thresholds } from './sign-thresholds'

/** Where responses come in, as people call it. */
export function sourceName({ kind, channel, device, desk, door }: Source, locale: Locale): string {
  const t = translator(locale)
  const name =
    kind === 'device'
      ? device === null
        ? t('signs.source.kiosk')
        : t('signs.source.tablet', { name: device })
      : t(`signs.source.${channel}`, { door })
  return desk === null ? name : `${name} · ${desk}`
}

/** A sign with its numbers, as a plain sentence. */
export function signSentence(sign: Sign, locale: Locale): string {
  const t = translator(locale)
  return t(`signs.kind.${sign.kind}.text`, paramsOf(sign, locale))
}

/** How signs of a kind are found, and how often that is wrong. */
export const howSentence = (kind: SignKind, locale: Locale): string =>
  translator(locale)(`signs.kind.${kind}.how`, thresholds[kind])
