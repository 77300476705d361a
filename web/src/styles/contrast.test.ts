import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** Text on the grounds it stands on, in both themes: WCAG AA asks for 4.5:1. */
const TEXT_ON: readonly (readonly [string, readonly string[]])[] = [
  [
    'ink',
    [
      'canvas',
      'surface',
      'raised',
      'hover',
      'selected',
      'mark',
      'warn-tint',
      'cell-conflict',
      'cell-cooperation',
      'cell-both',
    ],
  ],
  ['ink-soft', ['canvas', 'surface', 'raised', 'hover', 'selected', 'warn-tint']],
  ['ink-faint', ['canvas', 'surface', 'raised', 'hover', 'selected']],
  ['accent', ['canvas', 'surface', 'raised', 'selected']],
  ['accent-ink', ['accent']],
  ['warn', ['canvas', 'surface', 'raised', 'hover', 'selected', 'warn-tint']],
  ['verbal-cooperation', ['verbal-cooperation-tint']],
  ['material-cooperation', ['material-cooperation-tint']],
  ['verbal-conflict', ['verbal-conflict-tint']],
  ['material-conflict', ['material-conflict-tint']],
]

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name!,
    { light: light!, dark: dark! },
  ]),
)

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high! + 0.05) / (low! + 0.05)
}

const pairs = TEXT_ON.flatMap(([text, grounds]) =>
  grounds.flatMap((ground) => (['light', 'dark'] as const).map((theme) => [text, ground, theme] as const)),
)

test.each(pairs)('%s on %s, %s', (text, ground, theme) => {
  expect(contrast(tokens.get(text)![theme], tokens.get(ground)![theme])).toBeGreaterThanOrEqual(4.5)
})
