/** Several values a key; most keys have one, which then costs no set. */
export class MultiMap<Key, Value extends string | object> {
  private readonly map = new Map<Key, Value | Set<Value>>()

  add(key: Key, value: Value): void {
    const known = this.map.get(key)
    if (known === undefined) this.map.set(key, value)
    else if (known instanceof Set) known.add(value)
    else if (known !== value) this.map.set(key, new Set([known, value]))
  }

  delete(key: Key, value: Value): void {
    const known = this.map.get(key)
    if (known === value) this.map.delete(key)
    else if (known instanceof Set && known.delete(value) && known.size === 1) {
      for (const last of known) this.map.set(key, last)
    }
  }

  /** In the order in which they were added. */
  *get(key: Key): Iterable<Value> {
    const known = this.map.get(key)
    if (known instanceof Set) yield* known
    else if (known !== undefined) yield known
  }
}
