import type { Component } from '../../pipeline/pipeline.ts'
import { findPositions } from './find-positions.ts'
import { positionsOfActs } from './of-acts.ts'

export const positionsComponent: Component = {
  name: 'positions',
  requires: ['tokens', 'entities', 'quotes', 'events'],
  assigns: ['positions'],
  fallback: (doc) => doc.assign('positions', []),
  run(doc) {
    const said = findPositions(doc)
    doc.assign('positions', [...said, ...positionsOfActs(doc, said)])
  },
}
