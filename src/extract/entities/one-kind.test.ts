import { expect, test } from 'vitest'
import type { EntityKind } from '../../document/report.ts'
import type { FoundMention } from './mentions.ts'
import { ofOneKind } from './one-kind.ts'

const mention = (name: string, kind: EntityKind, more: Partial<FoundMention> = {}): FoundMention => ({
  from: 0,
  to: name.length,
  first: 0,
  last: 0,
  mention: 'name',
  kind,
  name,
  isFullName: false,
  country: null,
  sector: null,
  codebook: null,
  role: null,
  coordinates: null,
  key: kind === 'person' ? `person:${name.toLowerCase()}` : `${kind}:${name}`,
  ...more,
})

test('most mentions decide what an unknown name is', () => {
  const found = [mention('Sarwan', 'person'), mention('Sarwan', 'place'), mention('Sarwan', 'place')]
  expect(ofOneKind(found).map(({ kind, key }) => [kind, key])).toEqual(
    Array.from({ length: 3 }, () => ['place', 'place:Sarwan']),
  )
})

test('of two kinds that are as many the first counts', () => {
  const found = [mention('Sarwan', 'person'), mention('Sarwan', 'place')]
  expect(ofOneKind(found).map(({ key }) => key)).toEqual(['person:sarwan', 'person:sarwan'])
})

test('what the codebook knows, and who holds an office, stays as it is', () => {
  const found = [
    mention('Sarwan', 'place'),
    mention('Sarwan', 'place'),
    mention('Sarwan', 'person', { role: 'foreign-minister' }),
    mention('Sarwan', 'armed-group', { codebook: 'x' }),
  ]
  expect(ofOneKind(found)).toEqual(found)
})
