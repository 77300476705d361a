/** Words at either end of a sentence by which a browser finds it. */
const WORDS = 5

/** The part of an address that leads to a sentence of a page (text fragment, WICG), empty where the address has a fragment. */
export function fragmentOf(url: string, quote: string): string {
  const words = quote.trim().split(/\s+/).filter(Boolean)
  if (url.includes('#') || words.length === 0) return ''
  if (words.length <= 2 * WORDS) return `#:~:text=${encoded(words)}`
  return `#:~:text=${encoded(words.slice(0, WORDS))},${encoded(words.slice(-WORDS))}`
}

/** Dashes and commas mean something in a fragment. */
function encoded(words: readonly string[]): string {
  return encodeURIComponent(words.join(' ')).replaceAll('-', '%2D')
}
