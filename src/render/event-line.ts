import type { ChronicleEvent, EventMention, Party } from '../chronicle/types.ts'
import type { Figure } from '../document/report.ts'
import { partyName } from './party-name.ts'
import { fill } from './wording/index.ts'
import type { Wording } from './wording/wording.ts'

/** Sources named in a line; the rest is counted by `+n`. */
const NAMED = 2

/**
 * An event in one line: `USA → Irak: Luftangriff (laut Centcom), Mossul; 12 getötet`. Who stands in front acts, who stands behind
 * the arrow is acted on. A claim stays a claim: it is told with its source.
 */
export function eventLine(event: ChronicleEvent, wording: Wording): string {
  const { place, figures } = event
  const told = fill(wording.statuses[event.status], {
    act: actInWords(event, wording),
    source: sourcesInWords(event, wording),
  })
  const counts = [...new Set(figures.map(({ figure }) => figureInWords(figure, wording)))]
  const where = place === null ? '' : `, ${place.name}`
  return `${sidesInWords(event, wording)}${told}${where}${counts.length === 0 ? '' : `; ${counts.join(', ')}`}`
}

export function actInWords({ type, mode }: Pick<ChronicleEvent, 'type' | 'mode'>, wording: Wording): string {
  const { act, modes } = wording.acts[type]
  return (mode === null ? undefined : (modes as Readonly<Record<string, string>>)[mode]) ?? act
}

export function sidesInWords(
  { actors, recipients }: Pick<ChronicleEvent, 'actors' | 'recipients'>,
  wording: Wording,
): string {
  if (actors.length === 0 && recipients.length === 0) return ''
  const left = actors.length === 0 ? wording.labels.unknown : partyNames(actors, wording)
  return recipients.length === 0 ? `${left}: ` : `${left} → ${partyNames(recipients, wording)}: `
}

export function partyNames(parties: readonly Party[], { language }: Wording): string {
  return parties.map((party) => partyName(party, language)).join(', ')
}

/** Those to whom the claim is attributed; where no one is named, the outlets or agencies that tell it. */
function sourcesInWords({ mentions }: ChronicleEvent, wording: Wording): string {
  const claimed = mentions.filter((mention) => mention.status === 'claimed')
  const attributed = claimed.flatMap(({ attribution }) => (attribution === null ? [] : [attribution.name]))
  const found = [
    ...new Set(attributed.length > 0 ? attributed : mentions.map((mention) => originOf(mention, wording))),
  ]
  const rest = found.length - NAMED
  return found.slice(0, NAMED).join(', ') + (rest > 0 ? ` +${rest}` : '')
}

/** Who brought the mention: the outlet, else the agency, else the report's own label. */
export function originOf({ outlet, agency, report }: EventMention, wording: Wording): string {
  const agencies = agency.join('/')
  if (outlet === null) return agencies === '' ? report || wording.labels.unknown : agencies
  return agencies === '' ? outlet : `${outlet} (${agencies})`
}

export function figureInWords(figure: Figure, wording: Wording): string {
  return fill(wording.units[figure.unit], { n: numberInWords(figure, wording) })
}

function numberInWords({ value, min, max, approx }: Figure, wording: Wording): string {
  const show = (number: number) => new Intl.NumberFormat(wording.language).format(number)
  const { atLeast, atMost, between, about } = wording.bounds
  const round = (text: string) => (approx ? fill(about, { n: text }) : text)
  if (min !== null && max !== null) return fill(between, { min: show(min), max: show(max) })
  if (min !== null) return fill(atLeast, { min: show(min) })
  if (max !== null) return fill(atMost, { max: show(max) })
  return value === null ? '?' : round(show(value))
}
