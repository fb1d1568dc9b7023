import 'server-only'

// Waiting costs a socket and some memory each.
const MOST_WAITING = 400
const MOST_OF_ONE_ADDRESS = 150

/** Who is waiting for the answer to a sign-in: bounded, and no one address takes all the places. */
export class WaitingRoom {
  #all = 0
  readonly #byAddress = new Map<string, number>()

  /** Takes a place; false where there is none. */
  enter(address: string): boolean {
    const ofAddress = this.#byAddress.get(address) ?? 0
    if (this.#all >= MOST_WAITING || ofAddress >= MOST_OF_ONE_ADDRESS) return false
    this.#all++
    this.#byAddress.set(address, ofAddress + 1)
    return true
  }

  leave(address: string): void {
    this.#all--
    const left = (this.#byAddress.get(address) ?? 1) - 1
    if (left > 0) this.#byAddress.set(address, left)
    else this.#byAddress.delete(address)
  }
}
