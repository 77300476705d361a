import type { Codebook } from '../../codebook/types.ts'
import type { Component } from '../../pipeline/pipeline.ts'

/** The document's own date: as given, else unknown. (The dating room replaces this file.) */
export function datingComponent(_codebook: Codebook): Component {
  return {
    name: 'dating',
    requires: ['tokens', 'blocks', 'entities', 'rawTimes', 'body'],
    assigns: ['published'],
    fallback: (doc) => doc.assign('published', { edtf: null, basis: 'unknown', evidence: [] }),
    run(doc) {
      const given = doc.raw.published
      doc.assign(
        'published',
        given
          ? { edtf: given.edtf, basis: given.basis, evidence: [] }
          : { edtf: null, basis: 'unknown', evidence: [] },
      )
    },
  }
}
