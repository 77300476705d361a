import type { Tokens } from '../../document/tokens.ts'
import type { FoundMention } from './mentions.ts'
import { formAt } from './names.ts'

type Kind = FoundMention['kind']
const GROUPS: ReadonlySet<Kind> = new Set<Kind>(['organisation', 'armed-group', 'government'])

/**
 * `die Nationale Union (NAU)`, `Jana Nowak (SDP)`: what stands in brackets behind a group is its short name, throughout the report; what
 * stands there behind a person is the person's party.
 */
export function readIntroductions(tokens: Tokens, found: readonly FoundMention[]): FoundMention[] {
  const out = [...found]
  const groups = new Map<string, FoundMention>()
  out.forEach((long, i) => {
    const short = out[i + 1]
    if (!short || !isInBrackets(tokens, long, short) || !GROUPS.has(short.kind)) return
    if (long.kind === 'person') out[i] = ofParty(long, short)
    else if (GROUPS.has(long.kind) && isShort(tokens, short) && long.key !== short.key) {
      // The codebook knows one of the two; where it knows the short name of somebody elsewhere, the long one tells.
      const known = long.codebook || (long.country !== null && long.country !== short.country) ? long : short
      const group = short.codebook || long.codebook ? known : long
      groups.set(formAt(tokens, short.first), group)
      if (group === short) out[i] = sameAs(long, group)
    }
  })
  if (groups.size === 0) return out
  return out.map((mention) => {
    const group = mention.first === mention.last ? groups.get(formAt(tokens, mention.first)) : undefined
    return group && mention.key !== group.key && GROUPS.has(mention.kind) ? sameAs(mention, group) : mention
  })
}

const isInBrackets = (tokens: Tokens, long: FoundMention, short: FoundMention): boolean =>
  long.last + 2 === short.first &&
  formAt(tokens, long.last + 1) === '(' &&
  /^[),]$/.test(formAt(tokens, short.last + 1))

const isShort = (tokens: Tokens, { first, last }: FoundMention): boolean =>
  first === last && /^\p{L}*\p{Lu}\p{L}*\p{Lu}\p{L}*$/u.test(formAt(tokens, first))

const sameAs = (mention: FoundMention, group: FoundMention): FoundMention => ({
  ...mention,
  kind: group.kind,
  name: group.name,
  country: group.country,
  sector: group.sector ?? mention.sector,
  codebook: group.codebook,
  key: group.key,
})

const ofParty = (person: FoundMention, party: FoundMention): FoundMention => ({
  ...person,
  country: person.country ?? party.country,
  sector: person.sector ?? party.sector,
})
