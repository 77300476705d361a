import type { Component } from '../../pipeline/pipeline.ts'
import { findPositions } from './find-positions.ts'

export const positionsComponent: Component = {
  name: 'positions',
  requires: ['tokens', 'entities', 'quotes'],
  assigns: ['positions'],
  fallback: (doc) => doc.assign('positions', []),
  run: (doc) => doc.assign('positions', findPositions(doc)),
}
