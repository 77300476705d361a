// Before the first paint: the theme and language that the reader chose. Not inline, because the pages forbid inline code.
try {
  const theme = localStorage.getItem('lagebild.theme')
  const language = localStorage.getItem('lagebild.language')
  if (theme) document.documentElement.dataset.theme = theme
  if (language) document.documentElement.lang = language
} catch {
  // Storage may be switched off; then the system decides.
}
