import { expect, it } from 'vitest'
import { findPython, python } from './python.ts'

const found = findPython()
if (found === undefined) console.log('skipped: no Python with torch here')

it.skipIf(found === undefined)("our LSTM computes what torch's does, states and gradients", () => {
  expect(() => python('check_lstm.py', [], () => {})).not.toThrow()
})

it.skipIf(found === undefined)('says which program failed', () => {
  expect(() => python('train.py', ['/nowhere'], () => {})).toThrow('train/neural/train.py ended with status')
})
