/** One action a key; keys are left alone while someone writes or a dialog is open. */
export type Shortcuts = Readonly<Record<string, () => void>>

export function handleShortcut(event: KeyboardEvent, shortcuts: Shortcuts): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  if (document.querySelector('dialog[open]')) return
  const target = event.target as HTMLElement | null
  if (target?.matches('input, select, textarea')) {
    if (event.key === 'Escape') target.blur()
    return
  }
  const action = shortcuts[event.key]
  if (!action) return
  event.preventDefault()
  action()
}
