import type { ChronicleEvent, EventMention } from '../chronicle/types.ts'
import type { Aux, EventType, Status } from '../document/report.ts'
import type { Messages } from './messages/contract.ts'
import { format } from './messages/format.ts'
import { SOURCE_LANGUAGE } from './messages/index.ts'
import { figureInWords } from './messages/numbers.ts'
import { isolated, listed, partiesInWords, partyInWords, placeInWords } from './messages/parties.ts'

/** Sources named in a line; the rest is counted by `+n`. */
const NAMED = 2

/** Statuses that say by themselves what the auxiliary says. */
const TELLS: Readonly<Record<Aux, readonly Status[]>> = {
  future: ['announced', 'offered', 'promised', 'planned', 'conditional'],
  hypothetical: ['hypothetical', 'conditional'],
  negated: ['negated', 'denied', 'ruled-out'],
  historical: ['historical'],
}

/** Statuses that only say over again what the act is: who rejects rules out, who threatens announces. */
const ACT_TELLS: Readonly<Partial<Record<EventType, readonly Status[]>>> = {
  REJECT: ['ruled-out', 'denied'],
  THREATEN: ['announced'],
}

/**
 * An event in one line: `USA → Irak: Luftangriff (laut Centcom), Mossul (Irak); 12 getötet`. Who stands in front acts, who stands behind
 * the arrow is acted on. A claim stays a claim: it is told with its source; so does whatever else makes it less than a fact.
 */
export function eventLine(event: ChronicleEvent, messages: Messages): string {
  const { locale, patterns } = messages
  let told = withSides(event, withStatus(event, messages), messages)
  if (event.place !== null)
    told = format(locale, patterns.place, { told, place: placeInWords(event.place, messages) })
  const figures = figuresInWords(event, messages)
  return figures === null ? told : format(locale, patterns.figures, { told, figures })
}

export function actInWords(
  { type, mode }: Pick<ChronicleEvent, 'type' | 'mode'>,
  messages: Messages,
): string {
  const { act, modes } = messages.acts[type]
  return (mode === null ? undefined : (modes as Readonly<Record<string, string>>)[mode]) ?? act
}

/** Null when there are none. */
export function figuresInWords(
  { figures }: Pick<ChronicleEvent, 'figures'>,
  messages: Messages,
): string | null {
  const counts = standing(figures)
    .map(({ figure }) => figureInWords(figure, messages))
    .filter((one) => one !== null)
  return counts.length === 0 ? null : listed([...new Set(counts)], messages)
}

/** Without what another report took the place of, unless nothing else is left. */
function standing<Told extends { readonly superseded: unknown }>(all: readonly Told[]): readonly Told[] {
  const own = all.filter(({ superseded }) => superseded === null)
  return own.length === 0 ? all : own
}

function withStatus(event: ChronicleEvent, messages: Messages): string {
  const { type, status, aux } = event
  const { locale, patterns, statuses } = messages
  let told = actInWords(event, messages)
  const qualify = (qualifier: string) => {
    told = format(locale, patterns.qualified, { told, qualifier })
  }
  const isPlain = status === 'asserted' || status === 'claimed' || ACT_TELLS[type]?.includes(status)
  if (!isPlain) qualify(statuses[status])
  if (aux !== null && !TELLS[aux].includes(status)) qualify(statuses[aux])
  if (status === 'claimed')
    return format(locale, patterns.claimed, { told, source: claimants(event, messages) })
  const source = namedSources(event, messages)
  return source === null ? told : format(locale, patterns.according, { told, source })
}

function withSides({ actors, recipients }: ChronicleEvent, told: string, messages: Messages): string {
  if (actors.length === 0 && recipients.length === 0) return told
  const { locale, patterns, unknown } = messages
  const left = actors.length === 0 ? unknown : partiesInWords(actors, messages)
  if (recipients.length === 0) return format(locale, patterns.single, { actors: left, told })
  const right = partiesInWords(recipients, messages)
  return format(locale, patterns.dyad, { actors: left, recipients: right, told })
}

/** Those to whom the claim is attributed; where no one is named, the outlets or agencies that tell it. */
function claimants(event: ChronicleEvent, messages: Messages): string {
  return (
    namedSources(event, messages) ??
    some(
      event.mentions.map((one) => originOf(one, messages)),
      messages,
    )
  )
}

/** Those to whom the mentions that give the event its status are attributed; null when they are attributed to none. */
function namedSources({ mentions, status }: ChronicleEvent, messages: Messages): string | null {
  const names = standing(mentions)
    .filter((mention) => mention.status === status)
    .map((mention) => sourceInWords(mention, messages))
    .filter((name) => name !== null)
  return names.length === 0 ? null : some(names, messages)
}

function some(all: readonly string[], messages: Messages): string {
  const names = [...new Set(all)]
  const rest = names.length - NAMED
  const shown = names.slice(0, NAMED).map((name) => isolated(name, messages))
  return listed(shown, messages) + (rest > 0 ? ` +${rest}` : '')
}

/** Who says so: by name, or for readers of another language than the report's, a source without a name by its kind. */
export function sourceInWords(
  { attribution, attributedTo }: Pick<EventMention, 'attribution' | 'attributedTo'>,
  messages: Messages,
): string | null {
  if (attribution === null) return null
  if (messages.locale === SOURCE_LANGUAGE) return attribution.name
  const party = attributedTo ?? null
  if (party !== null && party.common !== true) return partyInWords(party, messages)
  const kind = attribution.chain.at(-1)?.kind
  if (kind !== undefined) return messages.sourceKinds[kind]
  return party === null ? attribution.name : partyInWords(party, messages)
}

/** Who brought the mention: the outlet, else the agency, else the report's own label. */
export function originOf({ outlet, agency, report }: EventMention, messages: Messages): string {
  const agencies = agency.join('/')
  if (outlet === null) return agencies === '' ? report || messages.unknown : agencies
  return agencies === '' ? outlet : `${outlet} (${agencies})`
}
