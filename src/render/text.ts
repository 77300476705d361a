export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}

/** For Markdown: text of a report must show as it stands, and no link or tag of it may become live. */
export function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|]/g, '\\$&')
}
