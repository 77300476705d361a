import type { Component } from '../../pipeline/pipeline.ts'
import { type CoderTables, codeEvents } from './coder.ts'
import { positionsOf } from './positions.ts'

export function eventsComponent(tables: CoderTables): Component {
  return {
    name: 'events',
    requires: ['tokens', 'blocks', 'entities', 'times', 'figures', 'quotes', 'published', 'outlet', 'agency'],
    assigns: ['events', 'positions'],
    fallback(doc) {
      doc.assign('events', [])
      doc.assign('positions', [])
    },
    run(doc) {
      const events = codeEvents(doc, tables)
      doc.assign('events', events)
      doc.assign('positions', positionsOf(events, doc))
    },
  }
}
