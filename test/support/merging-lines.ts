import { readFileSync } from 'node:fs'

/*
 * What `chronicle --json` prints, as the scorer of merging wants it, an event a line:
 * `lagebild chronicle --json | npx tsx test/support/merging-lines.ts > events.jsonl`.
 */
interface Span {
  readonly from: number
  readonly to: number
}
interface Chronicle {
  readonly events: readonly {
    readonly id: string
    readonly type: string
    readonly mentions: readonly {
      readonly report: string
      readonly evidence: Span
      readonly also: readonly Span[]
    }[]
  }[]
}

const { events } = JSON.parse(readFileSync(0, 'utf8')) as Chronicle
for (const { id, type, mentions } of events) {
  const spans = mentions.flatMap(({ report, evidence, also }) =>
    [evidence, ...also].map(({ from, to }) => ({ report, from, to })),
  )
  console.log(JSON.stringify({ id, type, mentions: spans }))
}
