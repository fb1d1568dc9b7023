/** Whatever can be had by adding and subtracting vectors of whole numbers, told by arithmetic modulo a prime. */
export class RowSpace {
  readonly #rows = new Map<number, Int32Array>()

  /** Adds what can be known; answers false where it followed already. */
  add(vector: ArrayLike<number>): boolean {
    const rest = this.#reduce(vector)
    const pivot = rest.findIndex((n) => n !== 0)
    if (pivot < 0) return false
    const factor = invert(rest[pivot] ?? 1)
    this.#rows.set(
      pivot,
      rest.map((n) => (n * factor) % prime),
    )
    return true
  }

  follows = (vector: ArrayLike<number>): boolean => this.#reduce(vector).every((n) => n === 0)

  #reduce(vector: ArrayLike<number>): Int32Array {
    const rest = Int32Array.from(vector, (n) => ((n % prime) + prime) % prime)
    for (let pivot = 0; pivot < rest.length; pivot++) {
      const factor = rest[pivot] ?? 0
      const row = factor === 0 ? undefined : this.#rows.get(pivot)
      if (!row) continue
      for (let i = pivot; i < rest.length; i++) {
        rest[i] = ((rest[i] ?? 0) + (prime - factor) * (row[i] ?? 0)) % prime
      }
    }
    return rest
  }
}

/** Products of two residues stay exact in a double and fit 32 bits after the remainder. */
const prime = 46_337

function invert(n: number): number {
  let [result, base] = [1, n]
  for (let power = prime - 2; power > 0; power >>= 1) {
    if (power & 1) result = (result * base) % prime
    base = (base * base) % prime
  }
  return result
}
