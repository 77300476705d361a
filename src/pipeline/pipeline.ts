import { diagnostic } from '../base/diagnostics.ts'
import { LagebildError } from '../base/errors.ts'
import type { Document, LayerName } from '../document/document.ts'

/** One step of reading. Pure: what it assigns depends on the document and on what the component was built from. */
export interface Component {
  readonly name: string
  readonly requires: readonly LayerName[]
  readonly assigns: readonly LayerName[]
  /** Assigns what `assigns` says when the step itself fails, so that the ones after it still run. */
  fallback(doc: Document): void
  run(doc: Document): void
}

export interface Pipeline {
  readonly components: readonly Component[]
  run(doc: Document): void
}

/**
 * Checks that every layer is assigned before it is required, once.
 * @throws LagebildError `pipeline-order` naming component and layer.
 */
export function assemble(components: readonly Component[]): Pipeline {
  const assigned = new Set<LayerName>()
  for (const component of components) {
    for (const layer of component.requires) {
      if (!assigned.has(layer)) {
        throw new LagebildError(
          'pipeline-order',
          `"${component.name}" requires "${layer}", which nothing before it assigns`,
          'Move the component behind the one that assigns it.',
        )
      }
    }
    for (const layer of component.assigns) {
      if (assigned.has(layer)) {
        throw new LagebildError(
          'pipeline-order',
          `"${component.name}" assigns "${layer}" a second time`,
          'Leave one of the two components out.',
        )
      }
      assigned.add(layer)
    }
  }
  return { components, run: (doc) => runAll(components, doc) }
}

function runAll(components: readonly Component[], doc: Document): void {
  for (const component of components) {
    try {
      component.run(doc)
    } catch (error) {
      const cause = error instanceof Error ? error.message : String(error)
      doc.diagnostics.push(
        diagnostic(
          'component-failed',
          'error',
          `"${component.name}" failed: ${cause} Its fields are empty; please report the text that does this.`,
        ),
      )
      component.fallback(doc)
    }
  }
}
