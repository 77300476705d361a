/**
 * Arc-eager transition system with the root as a last, artificial word (Nivre 2008; Ballesteros & Nivre 2013).
 * Actions: 0 shift, 1 reduce, then one left arc a label, then one right arc a label.
 */
export const SHIFT = 0
export const REDUCE = 1
export const LEFT = 2

/** Where a word is: on the stack, in the buffer, or popped. */
export const ON_STACK = 0
export const IN_BUFFER = 1
export const POPPED = 2

/** One parse under way; reused from sentence to sentence, arrays grow when a longer one comes. */
export class ParserState {
  /** Words without the root, which has index `size`. */
  size = 0
  /** First word of the buffer. */
  front = 0
  depth = 0
  stack = new Int32Array(0)
  head = new Int32Array(0)
  label = new Int16Array(0)
  where = new Uint8Array(0)
  /** Outermost and second outermost children so far, -1 for none. */
  left1 = new Int32Array(0)
  left2 = new Int32Array(0)
  right1 = new Int32Array(0)
  right2 = new Int32Array(0)
  /** Bit sets of the labels (first 31) of a word's children: which places of its frame are taken. */
  taken = new Int32Array(0)
  children = new Int32Array(0)

  reset(size: number): void {
    this.size = size
    this.front = 0
    this.depth = 0
    if (this.head.length < size + 1) {
      const room = Math.max(64, (size + 1) * 2)
      this.stack = new Int32Array(room)
      this.head = new Int32Array(room)
      this.label = new Int16Array(room)
      this.where = new Uint8Array(room)
      this.left1 = new Int32Array(room)
      this.left2 = new Int32Array(room)
      this.right1 = new Int32Array(room)
      this.right2 = new Int32Array(room)
      this.taken = new Int32Array(room)
      this.children = new Int32Array(room)
    }
    for (const array of [this.head, this.label, this.left1, this.left2, this.right1, this.right2])
      array.fill(-1, 0, size + 1)
    this.where.fill(IN_BUFFER, 0, size + 1)
    this.taken.fill(0, 0, size + 1)
    this.children.fill(0, 0, size + 1)
  }

  get top(): number {
    return this.depth > 0 ? this.stack[this.depth - 1]! : -1
  }
  get second(): number {
    return this.depth > 1 ? this.stack[this.depth - 2]! : -1
  }
  get done(): boolean {
    return this.front === this.size && this.depth === 0
  }
  get canShift(): boolean {
    return this.front < this.size
  }
  get canReduce(): boolean {
    return this.depth > 0 && this.head[this.top]! >= 0
  }
  get canLeft(): boolean {
    return this.depth > 0 && this.head[this.top]! < 0
  }
  get canRight(): boolean {
    return this.depth > 0 && this.front < this.size
  }

  apply(action: number, labels: number): void {
    if (action === SHIFT) this.#push()
    else if (action === REDUCE) this.#pop()
    else if (action < LEFT + labels) {
      this.#attach(this.top, this.front, action - LEFT)
      this.#pop()
    } else {
      this.#attach(this.front, this.top, action - LEFT - labels)
      this.#push()
    }
  }

  #push(): void {
    this.where[this.front] = ON_STACK
    this.stack[this.depth++] = this.front++
  }
  #pop(): void {
    this.depth--
    this.where[this.stack[this.depth]!] = POPPED
  }
  #attach(child: number, head: number, label: number): void {
    this.head[child] = head
    this.label[child] = label
    if (label < 31) this.taken[head]! |= 1 << label
    this.children[head]!++
    if (child < head) {
      this.left2[head] = this.left1[head]!
      this.left1[head] = child
    } else {
      this.right2[head] = this.right1[head]!
      this.right1[head] = child
    }
  }
}
