/** Room in a version for embargoes that have ended; the rest of it is the log's last entry. */
const RELEASES = 2 ** 20

/**
 * The version of a store as one number that grows.
 *
 * @param entry the log's last entry
 * @param released how many embargoes have ended
 */
export function versionOf(entry: number, released: number): number {
  return entry * RELEASES + Math.min(released, RELEASES - 1)
}

export function partsOf(version: number): { readonly seq: number; readonly released: number } {
  return { seq: Math.floor(version / RELEASES), released: version % RELEASES }
}
