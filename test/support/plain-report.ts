import type { RawDocument } from '../../src/document/document.ts'
import type { Report } from '../../src/document/report.ts'

/** A report without findings, for tests of what comes before and after the reading. */
export function plainReport(raw: RawDocument): Report {
  const { id, text, source, published, diagnostics } = raw
  return {
    schema: 'lagebild/report@1',
    ...{ id, language: raw.language ?? 'de', source, text, diagnostics: [...diagnostics] },
    reader: { program: '0', model: 'm', codebook: 'c' },
    published: { edtf: published?.edtf ?? null, basis: published?.basis ?? 'unknown', evidence: [] },
    ...{ blocks: [...(raw.blocks ?? [])], title: null, body: [[0, text.length]], sentences: [] },
    ...{ entities: [], times: [], figures: [], quotes: [], events: [], positions: [] },
  }
}
