/** What others may ask of the list of events that is in view. */
class ListState {
  /** Brings the event of an index into view; null while no list is there. */
  reveal: ((index: number, where?: 'nearest' | 'center' | 'start') => void) | null = null
  /** Until the first list has come into view: an event that the address names is looked for then. */
  arriving = true
}

export const list = new ListState()
