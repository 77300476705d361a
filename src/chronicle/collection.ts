/** One change to so many items: then they are copied in pieces, and not one by one. */
const FEW = 32

/**
 * A sorted list whose items belong to owners that come, change and go. Reading it costs what has changed since the last time, plus one
 * copy of the list; a list once given is never changed.
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
    const isFew = (added.length + this.gone.size) * FEW < this.sorted.length
    this.sorted = (isFew ? this.spliced(added) : null) ?? this.merged(added)
    this.gone.clear()
    this.fresh.clear()
    return this.sorted
  }

  private merged(added: readonly Item[]): Item[] {
    const merged: Item[] = []
    let next = 0
    for (const item of this.sorted) {
      if (this.gone.has(item)) continue
      while (next < added.length && this.compare(added[next]!, item) < 0) merged.push(added[next++]!)
      merged.push(item)
    }
    while (next < added.length) merged.push(added[next++]!)
    return merged
  }

  /** As `merged`, but what lies between two changes is copied as a piece. Null where an item that is gone was not found in its place. */
  private spliced(added: readonly Item[]): Item[] | null {
    const edits: { at: number; item: Item | null }[] = added.map((item) => ({
      at: this.bound(item, (order) => order <= 0),
      item,
    }))
    for (const item of this.gone) {
      let at = this.bound(item, (order) => order < 0)
      while (at < this.sorted.length && this.sorted[at] !== item) {
        if (this.compare(this.sorted[at]!, item) !== 0) return null
        at++
      }
      if (at === this.sorted.length) return null
      edits.push({ at, item: null })
    }
    edits.sort((a, b) => a.at - b.at || Number(a.item === null) - Number(b.item === null))
    const pieces: (readonly Item[])[] = []
    let from = 0
    for (const { at, item } of edits) {
      if (at > from) pieces.push(this.sorted.slice(from, at))
      if (item !== null) pieces.push([item])
      from = item === null ? at + 1 : Math.max(from, at)
    }
    pieces.push(this.sorted.slice(from))
    return ([] as Item[]).concat(...pieces)
  }

  /** The first place whose item does not stand before this one; `isBefore` is asked with the order of the two. */
  private bound(item: Item, isBefore: (order: number) => boolean): number {
    let low = 0
    let high = this.sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (isBefore(this.compare(this.sorted[middle]!, item))) low = middle + 1
      else high = middle
    }
    return low
  }
}
