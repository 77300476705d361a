import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Annotations, only } from './merging-gold-annotations.ts'
import { loadedReport } from './merging-gold-report.ts'

export const MERGING_GOLD = join(import.meta.dirname, '../gold/merging')

interface Incident {
  readonly id: string
  readonly type: string
  readonly part: 'tune' | 'held-out'
  readonly mentions: { report: string; evidence: string }[]
}

/** What `score_merge.py` reads: incidents with their mentions, and what is not scored. */
function goldOf({ heldOut, reports }: Annotations): unknown {
  const incidents = new Map<string, Incident>()
  for (const { id: report, text, events } of reports) {
    const part = heldOut.includes(report.replace(/-\d+$/, '')) ? 'held-out' : 'tune'
    for (const { incident: id, type, evidence } of events) {
      only(text, evidence, report)
      const incident = incidents.get(id) ?? { id, type, part, mentions: [] }
      if (incident.type !== type || incident.part !== part)
        throw new Error(
          `${report}: ${id} is ${incident.type} (${incident.part}) elsewhere, here ${type} (${part})`,
        )
      if (incident.mentions.some((m) => m.report === report)) throw new Error(`${report}: twice ${id}`)
      incident.mentions.push({ report, evidence })
      incidents.set(id, incident)
    }
  }
  const unscored = reports.flatMap(({ id: report, text, unscored: open }) =>
    open.map((evidence) => {
      only(text, evidence, report)
      return { report, evidence }
    }),
  )
  return { incidents: [...incidents.values()], unscored }
}

/** The files of test/gold/merging by name, made from the annotations alone. Throws where a quotation is not in its report once. */
export function mergingGold(annotations: Annotations): Record<string, string> {
  const lines = (values: readonly unknown[]) => values.map((v) => `${JSON.stringify(v)}\n`).join('')
  const { codebook, reports } = annotations
  const plain = reports.map(({ events: _, unscored: __, ...report }) => ({ ...report, language: 'de' }))
  return {
    'reports.jsonl': lines(plain),
    'gold.json': `${JSON.stringify(goldOf(annotations), null, 2)}\n`,
    'loaded.jsonl': lines(reports.map((r) => loadedReport(r, codebook))),
  }
}

export function mergingAnnotations(): Annotations {
  return JSON.parse(readFileSync(join(MERGING_GOLD, 'annotations.json'), 'utf8')) as Annotations
}

// `npx tsx test/support/merging-gold.ts` writes them; the README of that folder gives the form of the annotations.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  for (const [name, content] of Object.entries(mergingGold(mergingAnnotations())))
    writeFileSync(join(MERGING_GOLD, name), content)
