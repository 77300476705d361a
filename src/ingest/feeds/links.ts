/** A web address, absolute; null for what is none. */
export function resolved(link: string | undefined, base: string): string | null {
  const text = link?.trim() ?? ''
  if (text === '' || text.length > 4000 || !URL.canParse(text, base)) return null
  const url = new URL(text, base)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null
}

/** The same for what has to be absolute by itself. */
export function absolute(link: string | undefined): string | null {
  return link !== undefined && URL.canParse(link.trim()) ? resolved(link, link.trim()) : null
}
