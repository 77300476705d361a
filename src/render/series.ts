import type { FigureSeries, SeriesEntry, SumFault } from '../chronicle/figure-series.ts'
import type { Bounds } from '../chronicle/figures.ts'
import type { StanceHistory } from '../chronicle/positions.ts'
import type { ChronicleEvent, FigureReading, PositionReading } from '../chronicle/types.ts'
import { eventLine } from './event-line.ts'
import { dateInWords } from './messages/dates.ts'
import { format } from './messages/format.ts'
import { figureInWords, numberInWords } from './messages/numbers.ts'
import { oneLine } from './text.ts'
import { wordingFor } from './wording/index.ts'
import type { Wording } from './wording/wording.ts'

/** The figures of one event over time. */
export interface EventFigures {
  readonly event: ChronicleEvent
  readonly series: readonly FigureSeries[]
  readonly faults: readonly SumFault[]
}

/**
 * Figures over time as plain text, event by event: each series with every word on it, how it stands to the speaker's word before, the
 * last word of each speaker and what all of them leave open; then wholes that are less than their parts.
 *
 * @throws LagebildError `language-unknown`
 */
export function renderSeries(
  all: readonly EventFigures[],
  { language }: { readonly language: string },
): string {
  const wording = wordingFor(language)
  if (all.length === 0) return `${wording.series.noFigures}\n`
  const lines = all.flatMap(({ event, series, faults }) => {
    const date = event.date === null ? wording.labels.undated : dateInWords(event.date.edtf, wording.messages)
    return [
      `${eventLine(event, wording.messages)}, ${date} [${event.id}]`,
      ...seriesLines(series, faults, wording),
    ]
  })
  return `${lines.join('\n')}\n`
}

export function seriesLines(
  all: readonly FigureSeries[],
  faults: readonly SumFault[],
  wording: Wording,
): string[] {
  const lines = all.flatMap((series) => oneSeries(series, wording))
  for (const { whole, parts, sum } of faults) {
    const message = format(wording.messages.locale, wording.series.sumFault, {
      whole: numberInWords(whole.figure, wording.messages),
      sum: boundsInWords(sum),
    })
    lines.push(
      `  ${message}: „${oneLine(whole.quote)}“, ${parts.map(({ quote }) => `„${oneLine(quote)}“`).join(', ')} [${whole.report}]`,
    )
  }
  return lines
}

function oneSeries(
  { unit, counted, placeKey, entries, latest, agreed }: FigureSeries,
  wording: Wording,
): string[] {
  const { series, messages, labels } = wording
  const about = [unit === 'other' ? null : unit, counted, placeKey].filter((part) => part !== null)
  const lines = [`  ${about.join(', ') || labels.unknown}`]
  for (const entry of entries) lines.push(...entryLines(entry, wording))
  if (entries.length > 1) {
    const words = latest.map(
      ({ reading }) => `${numberInWords(reading.figure, messages)} (${sayerOf(reading)})`,
    )
    const common =
      agreed === null
        ? series.notAgreed
        : format(messages.locale, series.agreed, { bounds: boundsInWords(agreed) })
    lines.push(`    ${series.latest}: ${words.join('; ')} – ${common}`)
  }
  return lines
}

function entryLines({ reading, step }: SeriesEntry, { messages, labels, series }: Wording): string[] {
  const { figure, quote, sentence, report, published } = reading
  const when = published === null ? labels.undated : dateInWords(published, messages)
  const number = figureInWords(figure, messages) ?? numberInWords(figure, messages)
  return [
    `    ${when}: ${number} (${series.steps[step]}): „${oneLine(quote)}“; ${labels.saysSo}: ${sayerOf(reading)} [${report} ${figure.from}–${figure.to}]`,
    `      ${oneLine(sentence.quote) || labels.textWithheld}`,
  ]
}

/** Whom the report names, and who carries it. */
function sayerOf({ figure, outlet, report }: FigureReading): string {
  const carrier = outlet ?? report
  return figure.attribution === null ? carrier : `${figure.attribution.name}, ${carrier}`
}

/** `12`, `12–19`, `≥ 12`, `≤ 19`. */
function boundsInWords({ low, high }: Bounds): string {
  const round = (value: number) => String(Math.round(value * 100) / 100)
  if (high === Infinity) return `≥ ${round(low)}`
  if (low === 0 && high > 0) return `≤ ${round(high)}`
  return low === high ? round(low) : `${round(low)}–${round(high)}`
}

/**
 * Who stands for what, as plain text: for each holder and topic the first word, each change and the last word, with their sentences.
 *
 * @throws LagebildError `language-unknown`
 */
export function renderPositions(
  histories: readonly StanceHistory[],
  { language }: { readonly language: string },
): string {
  const wording = wordingFor(language)
  const { series, messages } = wording
  if (histories.length === 0) return `${series.noPositions}\n`
  const lines = histories.flatMap(({ holder, topic, first, changes, latest }) => {
    const own = [`${holder.name}: ${oneLine(topic)}`, statedLine(series.first, first, wording)]
    for (const { from, to } of changes)
      own.push(statedLine(`${series.changed} (${messages.stances[from]} →)`, to, wording))
    if (changes.length === 0 && latest !== first) own.push(statedLine(series.unchanged, latest, wording))
    return own
  })
  return `${lines.join('\n')}\n`
}

function statedLine(
  what: string,
  { stance, published, report, evidence }: PositionReading,
  { messages, labels }: Wording,
): string {
  const when = published === null ? labels.undated : dateInWords(published, messages)
  return `  ${when}, ${what}: ${messages.stances[stance]} – „${oneLine(evidence.quote)}“ [${report} ${evidence.from}–${evidence.to}]`
}
