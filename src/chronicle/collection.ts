/**
 * A sorted list whose items belong to owners that come, change and go. Reading it costs what has changed since the last time, plus one
 * walk over the list; a list once given is never changed.
 */
export class Collection<Owner, Item> {
  private readonly compare: (a: Item, b: Item) => number
  private readonly owned = new Map<Owner, readonly Item[]>()
  private readonly gone = new Set<Item>()
  private readonly fresh = new Set<Owner>()
  private sorted: readonly Item[] = []

  constructor(compare: (a: Item, b: Item) => number) {
    this.compare = compare
  }

  /** The items of an owner, in place of those it had. */
  set(owner: Owner, items: readonly Item[]): void {
    this.delete(owner)
    if (items.length === 0) return
    this.owned.set(owner, items)
    this.fresh.add(owner)
  }

  delete(owner: Owner): void {
    const known = this.owned.get(owner)
    if (known === undefined) return
    this.owned.delete(owner)
    if (!this.fresh.delete(owner)) for (const item of known) this.gone.add(item)
  }

  list(): readonly Item[] {
    if (this.gone.size === 0 && this.fresh.size === 0) return this.sorted
    const added = [...this.fresh].flatMap((owner) => this.owned.get(owner)!).sort(this.compare)
    const merged: Item[] = []
    let next = 0
    for (const item of this.sorted) {
      if (this.gone.has(item)) continue
      while (next < added.length && this.compare(added[next]!, item) < 0) merged.push(added[next++]!)
      merged.push(item)
    }
    while (next < added.length) merged.push(added[next++]!)
    this.gone.clear()
    this.fresh.clear()
    this.sorted = merged
    return merged
  }
}
