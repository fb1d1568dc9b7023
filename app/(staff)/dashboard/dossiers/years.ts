/** The years a form offers, newest first: this one and some before it, and the one asked for. */
export function yearsUntil(today: string, ...asked: readonly (string | number)[]): number[] {
  const last = Number(today.slice(0, 4))
  const usual = Array.from({ length: 10 }, (_, index) => last - index)
  const named = asked.map(Number).filter((year) => year >= 1990 && year <= 2199)
  return [...new Set([...usual, ...named])].sort((a, b) => b - a)
}
