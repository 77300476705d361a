import type { ChronicleEvent, Party } from '../../chronicle/types.ts'
import type { ExportFacts } from './columns.ts'
import { dateCells } from './precision.ts'
import { type Column, listed } from './table.ts'

const NOTHING = () => null

const sideColumns = (
  side: 'Actor' | 'Recipient',
  of: (event: ChronicleEvent) => readonly Party[],
): Column<ChronicleEvent>[] => [
  { name: `${side} Name`, cell: (event) => listed(of(event).map(({ name }) => name)) },
  { name: `${side} COW`, cell: NOTHING },
  { name: `${side} Country`, cell: (event) => listed(of(event).map(({ country }) => country)) },
  {
    name: `Primary ${side} Sector`,
    cell: (event) => of(event).find(({ sector }) => sector !== null)?.sector ?? null,
  },
  { name: `${side} Sectors`, cell: (event) => listed(of(event).map(({ sector }) => sector)) },
  { name: `${side} Codebook ID`, cell: (event) => listed(of(event).map(({ codebook }) => codebook)) },
]

/**
 * A row an event, with the column names of the POLECAT event data (which are coded by PLOVER) as far as they fit, and ours for what
 * those lack. Columns that we cannot fill are there and empty, so that scripts find them.
 */
export const ploverColumns = (facts: ExportFacts): Column<ChronicleEvent>[] => [
  { name: 'Event ID', cell: ({ id }) => id },
  { name: 'Event Date', cell: ({ date }) => dateCells(date?.edtf ?? null).first },
  { name: 'Event Type', cell: ({ type }) => type },
  { name: 'Event Mode', cell: ({ mode }) => mode },
  { name: 'Intensity', cell: NOTHING },
  { name: 'Quad Code', cell: ({ type }) => facts.quadOf(type) },
  { name: 'Contexts', cell: ({ contexts }) => listed(contexts) },
  ...sideColumns('Actor', ({ actors }) => actors),
  ...sideColumns('Recipient', ({ recipients }) => recipients),
  { name: 'Placename', cell: ({ place }) => place?.name ?? null },
  { name: 'Country', cell: ({ place }) => place?.country ?? null },
  { name: 'Latitude', cell: ({ place }) => place?.coordinates?.[0] ?? null },
  { name: 'Longitude', cell: ({ place }) => place?.coordinates?.[1] ?? null },
  { name: 'GeoNames ID', cell: NOTHING },
  { name: 'Feature Type', cell: ({ place }) => place?.precision ?? null },
  { name: 'Source', cell: ({ mentions }) => listed(mentions.map(({ outlet }) => outlet)) },
  { name: 'Publication Date', cell: ({ firstReported }) => firstReported },
  {
    name: 'Version',
    cell: ({ mentions }) => listed(mentions.map(({ reading }) => readerName(facts, reading))),
  },
  { name: 'Event Date Last', cell: ({ date }) => dateCells(date?.edtf ?? null).last },
  { name: 'Date Precision', cell: ({ date }) => dateCells(date?.edtf ?? null).precision },
  { name: 'Aux', cell: ({ aux }) => aux },
  { name: 'Status', cell: ({ status }) => status },
  { name: 'Independent Sources', cell: ({ independentSources }) => independentSources },
  { name: 'Story ID', cell: ({ id }) => facts.storyOf(id) },
]

function readerName(facts: ExportFacts, reading: string): string | null {
  const reader = facts.readerOf(reading)
  return reader === null ? null : `${reader.program}/${reader.model}/${reader.codebook}`
}
