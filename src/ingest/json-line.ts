/** JSON that may be none: the one place where the parser's exception is caught. */
export function jsonLine(
  text: string,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly cause: string } {
  try {
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch (error) {
    // The parser quotes the text it failed on; a report should not.
    const cause =
      error instanceof Error ? error.message.replace(/,? ?["'].*$/s, '').slice(0, 120) : 'unknown cause'
    return { ok: false, cause }
  }
}
