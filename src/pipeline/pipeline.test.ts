import { describe, expect, test } from 'vitest'
import { Document, type LayerName, type RawDocument } from '../document/document.ts'
import { assemble, type Component } from './pipeline.ts'

const RAW: RawDocument = {
  id: 'a.txt',
  text: 'Ein Satz.',
  source: { outlet: null, agency: [], url: null, path: 'a.txt', sha256: '', fetched: null },
  published: null,
  titleText: null,
  language: null,
  blocks: null,
  diagnostics: [],
}

function component(
  name: string,
  requires: LayerName[],
  assigns: LayerName[],
  change: Partial<Component> = {},
): Component {
  return { name, requires, assigns, fallback: () => {}, run: () => {}, ...change }
}

describe('assemble', () => {
  test('refuses a component that comes before what it requires, and names both', () => {
    const wrong = [component('events', ['tokens'], ['events']), component('analyse', [], ['tokens'])]
    expect(() => assemble(wrong)).toThrow(/"events" requires "tokens".*pipeline-order/u)
  })

  test('refuses two components for one layer', () => {
    const wrong = [component('one', [], ['times']), component('two', [], ['times'])]
    expect(() => assemble(wrong)).toThrow(/"two" assigns "times" a second time/u)
  })

  test('a component can not require its own layer', () => {
    expect(() => assemble([component('tokens', ['tokens'], ['tokens'])])).toThrow('pipeline-order')
  })

  test('keeps the order it was given', () => {
    const order = [component('b', [], ['language']), component('a', ['language'], ['outlet'])]
    expect(assemble(order).components.map(({ name }) => name)).toEqual(['b', 'a'])
  })
})

describe('run', () => {
  test('a component that fails leaves a diagnostic and its fallback, and the next one runs', () => {
    const doc = new Document(RAW)
    assemble([
      component('agencies', [], ['agency'], {
        run: () => {
          throw new Error('No such thing.')
        },
        fallback: (d) => d.assign('agency', []),
      }),
      component('outlet', ['agency'], ['outlet'], {
        run: (d) => d.assign('outlet', `${d.layer('agency').length} agencies`),
      }),
    ]).run(doc)
    expect(doc.layer('outlet')).toBe('0 agencies')
    expect(doc.diagnostics).toMatchObject([{ code: 'component-failed', severity: 'error' }])
    expect(doc.diagnostics[0]!.message).toContain('"agencies" failed: No such thing.')
  })

  test('one document leaves nothing behind for the next', () => {
    const pipeline = assemble([component('outlet', [], ['outlet'], { run: (d) => d.assign('outlet', d.id) })])
    const [a, b] = [new Document(RAW), new Document({ ...RAW, id: 'b.txt' })]
    pipeline.run(a)
    expect(b.has('outlet')).toBe(false)
    pipeline.run(b)
    expect([a.layer('outlet'), b.layer('outlet')]).toEqual(['a.txt', 'b.txt'])
  })

  test('a layer that nobody assigned is an error with a code', () => {
    expect(() => new Document(RAW).layer('events')).toThrow('layer-missing')
  })
})
