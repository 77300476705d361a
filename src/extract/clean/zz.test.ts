import { readdirSync, readFileSync } from 'node:fs'
import { it } from 'vitest'
import { TEST_OUTLETS } from '../../../test/support/outlets.ts'
import { classify } from './classify.ts'
import { outletIndex } from './outlets.ts'
it('share', () => {
  const o = outletIndex(TEST_OUTLETS)
  let f = 0, all = 0
  const out: string[] = []
  const d = '/work/shared/gold/quotes/train/'
  for (const n of readdirSync(d)) {
    const { text } = JSON.parse(readFileSync(d + n, 'utf8'))
    for (const b of classify(text, null, o)) {
      all += b.to - b.from
      if (b.kind === 'furniture') f += b.to - b.from
      if (/^(breadcrumb|tool-row|page-count|refresh|more-e|short-l|offer|answer|editing|distribution-n|sender|agency-slug|outlet-h|title-suf|front|heading-mark)/.test(b.rule)) out.push(b.rule + ': ' + text.slice(b.from, b.to).slice(0, 90))
    }
  }
  console.log(f, all, (100 * f / all).toFixed(3) + '%', out.length, out.slice(0, 40).join('\n'))
  const s = '/work/shared/seeds/'
  for (const n of readdirSync(s)) {
    const t = readFileSync(s + n, 'utf8')
    console.log(n + '\n' + classify(t, null, o).map((b) => `${b.kind}/${b.rule}: ${t.slice(b.from, b.from + 70).replace(/\n/g, ' ')}`).join('\n'))
  }
})
