import type { UnitLine } from './unit-file'

/**
 * The lines with every parent before what stands under it, in waves that can be stored one after the other; what
 * leads to itself in a circle is left over.
 */
export function inWaves(lines: readonly UnitLine[]): Readonly<{
  waves: readonly (readonly UnitLine[])[]
  circular: readonly UnitLine[]
}> {
  const waves: UnitLine[][] = []
  let left = [...lines]
  for (;;) {
    const waiting = new Set(left.map(({ code }) => code))
    const wave = left.filter(({ parentCode }) => !waiting.has(parentCode))
    if (wave.length === 0) return { waves, circular: left }
    waves.push(wave)
    const taken = new Set(wave)
    left = left.filter((line) => !taken.has(line))
  }
}
