import { expect, test } from 'vitest'
import { participlesOf } from './participles.ts'

test.each([
  ['töten', 'getötet'],
  ['festnehmen', 'festgenommen'],
  ['verhaften', 'verhaftet'],
  ['erschießen', 'erschossen'],
  ['deportieren', 'deportiert'],
  ['öffnen', 'geöffnet'],
  ['foltern', 'gefoltert'],
  ['übersetzen', 'übersetzt'],
  ['übersetzen', 'übergesetzt'],
])('%s: %s', (infinitive, participle) => {
  expect(participlesOf(infinitive)).toContain(participle)
})
