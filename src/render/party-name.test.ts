import { expect, it } from 'vitest'
import { ALPHA2 } from './country-codes.ts'
import { countryName, type NamedParty, partyName } from './party-name.ts'

const common = (name: string, country: string | null): NamedParty => ({ name, country, common: true })

it.each<[NamedParty, string, string]>([
  [common('Vertreter', 'USA'), 'Vertreter (USA)', 'Vertreter (US)'],
  [common('Regierung', 'UGA'), 'Regierung (Uganda)', 'Regierung (Uganda)'],
  [common('Zivilisten', 'PSE'), 'Zivilisten (Palästina)', 'Zivilisten (Palestine)'],
  [common('Polizei', 'XKX'), 'Polizei (Kosovo)', 'Polizei (Kosovo)'],
  [common('Demonstranten', null), 'Demonstranten', 'Demonstranten'],
  [common('Bündnis', 'IGO'), 'Bündnis', 'Bündnis'],
  [{ name: 'Regierung (USA)', country: 'USA' }, 'Regierung (USA)', 'Regierung (USA)'],
  [{ name: 'Barack Obama', country: 'USA' }, 'Barack Obama', 'Barack Obama'],
])('%j', (party, german, english) => {
  expect(partyName(party, 'de')).toBe(german)
  expect(partyName(party, 'en')).toBe(english)
})

it('knows every country by a name of its own, in both languages', () => {
  for (const language of ['de', 'en']) {
    const names = [...ALPHA2.keys()].map((code) => countryName(code, language))
    expect(names).not.toContain(null)
    expect(new Set(names).size).toBe(names.length)
  }
})
