/** Counts the records of a source, and leaves out those that were taken before. */
export class Cursor {
  private begun = 0
  private readonly skip: number

  constructor(skip: number) {
    this.skip = skip
  }

  /** Begins the next record; false where it was taken before. */
  begin(): boolean {
    this.begun++
    return this.begun > this.skip
  }

  /** Records that lie behind the one that is being read. */
  get before(): number {
    return Math.max(0, this.begun - 1)
  }
}
