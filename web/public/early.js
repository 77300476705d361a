// Before the first paint: the theme and language that the reader chose. Not inline, because the pages forbid inline code.
try {
  var theme = localStorage.getItem('lagebild.theme')
  if (theme) document.documentElement.dataset.theme = theme
  var lang = localStorage.getItem('lagebild.language')
  if (lang) document.documentElement.lang = lang
} catch (_) {
  // Storage may be switched off; then the system decides.
}
