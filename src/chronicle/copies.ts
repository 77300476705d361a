import { MultiMap } from './multi-map.ts'
import { areCopies, postedOf, type Sketch } from './sketch.ts'

/** Texts of one posting list that are compared with all others of it; copies of copies still meet in their group. */
const ANCHORS = 8

interface Node {
  readonly id: string
  readonly sketch: Sketch
  /** Texts that are copies of this one by their words. */
  copies: Set<Node> | null
  /** Equal handles (a url) make one group whatever the words are. */
  readonly handles: readonly string[]
  readonly labels: readonly string[]
  /** Null: alone. */
  group: Group | null
}

interface Group {
  nodes: Set<Node>
  /** Smallest id of its texts. */
  root: string
  /** All that its texts are labelled with. */
  labels: Set<string>
}

/**
 * Groups of copies, kept up to date as texts come and go. Copies find each other by the smallest hashes of their word five-grams
 * (MinHash, Broder 1997). Which texts are compared depends on the set of texts alone, not on the order in which they came.
 */
export class CopyIndex {
  private readonly nodes = new Map<string, Node>()
  private readonly postings = new Map<number, Node | Node[]>()
  private readonly byHandle = new MultiMap<string, Node>()
  private readonly changed = new Set<string>()

  /** `handles`: what all versions of one text have in common, such as their url; `labels`: what a group gathers of its texts. */
  put(id: string, sketch: Sketch, handles: readonly string[], labels: readonly string[]): void {
    this.remove(id)
    const node: Node = { id, sketch, copies: null, handles, labels, group: null }
    this.nodes.set(id, node)
    this.changed.add(id)
    for (const handle of handles) {
      for (const other of this.byHandle.get(handle)) {
        this.unite(node, other)
        break
      }
      this.byHandle.add(handle, node)
    }
    for (const hash of postedOf(sketch)) this.post(hash, node)
  }

  remove(id: string): void {
    const node = this.nodes.get(id)
    if (node === undefined) return
    this.nodes.delete(id)
    for (const handle of node.handles) this.byHandle.delete(handle, node)
    for (const copy of node.copies ?? []) copy.copies?.delete(node)
    for (const hash of postedOf(node.sketch)) this.unpost(hash, node)
    if (node.group !== null) this.regroup(node.group, node)
  }

  /** Root and labels of a text's group. */
  groupOf(id: string): { readonly root: string; readonly labels: Iterable<string> } {
    const node = this.nodes.get(id)!
    return node.group ?? { root: id, labels: node.labels }
  }

  /** The texts of a text's group, itself included. */
  *textsOf(id: string): Iterable<string> {
    const node = this.nodes.get(id)
    if (node === undefined) return
    if (node.group === null) yield id
    else for (const other of node.group.nodes) yield other.id
  }

  /** Texts whose group has another root or other labels since the last call. */
  settle(): Set<string> {
    const texts = new Set(this.changed)
    this.changed.clear()
    return texts
  }

  private listOf(hash: number): readonly Node[] {
    const list = this.postings.get(hash)
    return list === undefined ? [] : Array.isArray(list) ? list : [list]
  }

  private post(hash: number, node: Node): void {
    const known = this.postings.get(hash)
    if (known === undefined) {
      this.postings.set(hash, node)
      return
    }
    const list = Array.isArray(known) ? known : [known]
    const at = positionIn(list, node)
    const displaced = at < ANCHORS ? list[ANCHORS - 1] : undefined
    list.splice(at, 0, node)
    this.postings.set(hash, list)
    for (const other of at < ANCHORS ? list : list.slice(0, ANCHORS)) this.compare(node, other)
    if (displaced !== undefined) this.recheck(displaced)
  }

  private unpost(hash: number, node: Node): void {
    const known = this.postings.get(hash)
    if (!Array.isArray(known)) {
      this.postings.delete(hash)
      return
    }
    const at = known.indexOf(node)
    known.splice(at, 1)
    if (known.length === 1) this.postings.set(hash, known[0]!)
    const promoted = at < ANCHORS ? known[ANCHORS - 1] : undefined
    if (promoted !== undefined) for (const other of known) this.compare(promoted, other)
  }

  private compare(a: Node, b: Node): void {
    if (a === b || a.copies?.has(b) || !areCopies(a.sketch, b.sketch)) return
    a.copies = (a.copies ?? new Set()).add(b)
    b.copies = (b.copies ?? new Set()).add(a)
    this.unite(a, b)
  }

  /** A text that is no anchor any more keeps only the copies that it meets by another list. */
  private recheck(node: Node): void {
    let isSplit = false
    for (const copy of node.copies ?? []) {
      if (this.meet(node, copy)) continue
      node.copies?.delete(copy)
      copy.copies?.delete(node)
      isSplit = true
    }
    if (isSplit) this.regroup(node.group!, null)
  }

  private meet(a: Node, b: Node): boolean {
    const shared = new Set(postedOf(b.sketch))
    for (const hash of postedOf(a.sketch)) {
      if (!shared.has(hash)) continue
      const anchors = this.listOf(hash).slice(0, ANCHORS)
      if (anchors.includes(a) || anchors.includes(b)) return true
    }
    return false
  }

  private unite(a: Node, b: Node): void {
    const left = a.group ?? groupOfOne(a)
    const right = b.group ?? groupOfOne(b)
    if (left === right || a === b) return
    const [into, from] = left.nodes.size >= right.nodes.size ? [left, right] : [right, left]
    const labels = new Set([...into.labels, ...from.labels])
    if (from.root < into.root || labels.size > into.labels.size)
      for (const node of into.nodes) this.changed.add(node.id)
    if (from.root < into.root) into.root = from.root
    into.labels = labels
    for (const node of from.nodes) {
      into.nodes.add(node)
      this.changed.add(node.id)
    }
    for (const node of [a, b, ...from.nodes]) node.group = into
  }

  /** Groups the members of a group anew, after a pair or a member has gone. */
  private regroup({ nodes }: Group, gone: Node | null): void {
    const left = new Set(nodes)
    if (gone !== null) left.delete(gone)
    for (const start of left) {
      const found = groupOfOne(start)
      for (const node of found.nodes) {
        left.delete(node)
        if (node.id < found.root) found.root = node.id
        for (const label of node.labels) found.labels.add(label)
        for (const copy of node.copies ?? []) found.nodes.add(copy)
        for (const handle of node.handles)
          for (const other of this.byHandle.get(handle)) found.nodes.add(other)
        this.changed.add(node.id)
      }
      for (const node of found.nodes) node.group = found.nodes.size > 1 ? found : null
    }
  }
}

function groupOfOne(node: Node): Group {
  return { nodes: new Set([node]), root: node.id, labels: new Set(node.labels) }
}

function positionIn(list: readonly Node[], node: Node): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle]!.id < node.id) low = middle + 1
    else high = middle
  }
  return low
}
