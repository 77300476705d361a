const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
])
const RAW = new Set(['script', 'style', 'textarea', 'title', 'xmp'])
/** Elements that one of their own kind closes. */
const SELF_CLOSING = new Set(['p', 'li', 'dt', 'dd', 'tr', 'td', 'th', 'option', 'a'])
const TAG = /<(?<close>\/?)(?<name>[a-z][^\s/>]*)|<!--/giu

/** Whether elements nest deeper than `limit`. One pass over the source, no recursion; unclosed elements count as open. */
export function isDeeperThan(html: string, limit: number): boolean {
  const stack: string[] = []
  const open = new Map<string, number>()
  TAG.lastIndex = 0
  for (let match = TAG.exec(html); match; match = TAG.exec(html)) {
    const name = match.groups?.name?.toLowerCase()
    if (name === undefined) {
      const end = html.indexOf('-->', match.index + 4)
      if (end < 0) return false
      TAG.lastIndex = end + 3
      continue
    }
    if (match.groups!.close) {
      close(name)
      continue
    }
    if (VOID.has(name)) continue
    if (RAW.has(name)) {
      const end = endOfRaw(html, name, TAG.lastIndex)
      if (end < 0) return false
      TAG.lastIndex = end
      continue
    }
    if (SELF_CLOSING.has(name) && stack.at(-1) === name) close(name)
    stack.push(name)
    open.set(name, (open.get(name) ?? 0) + 1)
    if (stack.length > limit) return true
  }
  return false

  function close(name: string): void {
    if (!open.get(name)) return
    for (let popped = stack.pop(); popped !== undefined; popped = stack.pop()) {
      open.set(popped, open.get(popped)! - 1)
      if (popped === name) return
    }
  }
}

/** Where the closing tag of an element without markup inside begins; -1 when there is none. */
export function endOfRaw(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}[\\s/>]`, 'giu')
  closing.lastIndex = from
  return closing.exec(html)?.index ?? -1
}
