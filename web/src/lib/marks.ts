/** A text cut at its marks. Joined again, the parts are that text. */
export function markedParts(
  text: string,
  marks: readonly (readonly [number, number])[],
): { readonly text: string; readonly marked: boolean }[] {
  const parts: { text: string; marked: boolean }[] = []
  let at = 0
  for (const [from, to] of marks) {
    if (from > at) parts.push({ text: text.slice(at, from), marked: false })
    parts.push({ text: text.slice(Math.max(at, from), to), marked: true })
    at = Math.max(at, to)
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false })
  return parts
}
