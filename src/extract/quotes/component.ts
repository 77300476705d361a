import type { Component } from '../../pipeline/pipeline.ts'
import { findQuotes } from './find-quotes.ts'

export const quotesComponent: Component = {
  name: 'quotes',
  requires: ['tokens', 'body', 'entities'],
  assigns: ['quotes'],
  fallback: (doc) => doc.assign('quotes', []),
  run: (doc) => doc.assign('quotes', findQuotes(doc)),
}
