import type { Component } from '../../pipeline/pipeline.ts'
import { type CoderTables, codeEvents } from './coder.ts'

export function eventsComponent(tables: CoderTables): Component {
  return {
    name: 'events',
    requires: ['tokens', 'blocks', 'entities', 'times', 'figures', 'quotes', 'published', 'outlet', 'agency'],
    assigns: ['events'],
    fallback(doc) {
      doc.assign('events', [])
    },
    run(doc) {
      doc.assign('events', codeEvents(doc, tables))
    },
  }
}
