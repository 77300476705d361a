/** Grows with every decision made here, so that what is in view is asked for anew. */
class Revision {
  count = $state(0)
}

export const revision = new Revision()
