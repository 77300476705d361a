import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCodebook } from '../src/cli/resources.ts'

/** Codes of `gold/offices.tsv` and the roles of the codebook that they mean. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  head_of_state: ['head-of-state', 'monarch'],
  head_of_government: ['head-of-government'],
  foreign_minister: ['foreign-minister'],
  defence_minister: ['defence-minister'],
  interior_minister: ['interior-minister'],
  spokesperson: ['government-spokesperson', 'spokesperson'],
  secretary_general: ['secretary-general'],
  commission_president: ['commission-president'],
  council_president: ['council-president'],
  high_representative: ['high-representative'],
  director_general: ['director-general'],
  envoy: ['special-envoy', 'special-representative'],
}

const rows = readFileSync(new URL('./gold/offices.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [string, string, string, string])
const codebook = readCodebook()
const namesOf = new Map(codebook.persons.map((p) => [p.id, [p.name, ...p.aliases]]))
const surname = (name: string) => name.split(' ').at(-1)!

/** Spellings differ between the press and the pairs; the distinctive part of the name has to agree. */
const isHolder = ([office, , date, person]: (typeof rows)[number]) =>
  codebook.tenures.some(
    (t) =>
      ROLES[office]!.includes(t.role) &&
      t.from.slice(0, date.length) <= date &&
      (t.to === '..' || `${t.to}~` >= date) &&
      namesOf.get(t.person)!.some((name) => name === person || surname(name) === surname(person)),
  )

test('who held which office when: 200 pairs, drawn by somebody who had not seen the tables', () => {
  const right = rows.filter(isHolder)
  console.log(`offices ${right.length}/${rows.length}`)
  expect(rows).toHaveLength(200)
  expect(right.length).toBeGreaterThanOrEqual(190)
})
