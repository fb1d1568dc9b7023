/** What was taken out of a text: by pattern when it was stored, or (`words`) by an official. */
const maskedKinds = ['phone', 'identity', 'email', 'words'] as const
export type Masked = (typeof maskedKinds)[number]

/** Stands in a stored text for what was masked; in no language, so that each reader gets it in theirs. */
export const maskMark = (kind: Masked): string => `⟦${kind}⟧`

export type TextPart = Readonly<{ text: string } | { masked: Masked }>

/** A stored text as it is to be shown: plain pieces and masks in turn, no piece empty. */
export function partsOf(text: string): TextPart[] {
  return text.split(/⟦(phone|identity|email|words)⟧/).flatMap((piece, index): TextPart[] => {
    if (index % 2 === 0) return piece === '' ? [] : [{ text: piece }]
    const masked = maskedKinds.find((kind) => kind === piece)
    return masked ? [{ masked }] : []
  })
}
