/** Text as HTML or XML content or attribute value, without characters that XML does not allow. */
export function escapeHtml(text: string): string {
  return allowed(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

export function allowed(text: string): string {
  return [...text].filter((char) => char >= ' ' && char !== '\ufffe' && char !== '\uffff').join('')
}

/** Only these may become links: an address comes from a report. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url)
}
