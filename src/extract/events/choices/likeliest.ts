import type { Member } from './cast.ts'
import type { Option } from './options.ts'
import { chancesOf, scoreOf, type Weights } from './weights.ts'

/** An answer with its chance of being right. */
export interface Choice {
  readonly option: Option
  readonly chance: number
  /** Of all options of its country: one government or another of the same state is the same side. */
  readonly ofCountry: number
  /** Whether that is likely enough: better nobody than an unlikely name. */
  readonly isToName: boolean
}

/** Least chance of who is named himself, or of all of his sector. */
const TO_NAME = 0.4
/** Least chance of a country for its state, or one of its likeliest sector, to stand for whoever of it is meant. */
const FOR_STATE = 0.5
/** Least chance of that sector; below it the state stands for all of them. */
const FOR_SECTOR = 0.25

export const scoreOfOption = ({ member, features }: Option, weights: Weights): number =>
  (member ? scoreOfMember(member, weights) : 0) + scoreOf(features, weights)

function scoreOfMember(member: Member, weights: Weights): number {
  let own = member.scores.get(weights)
  if (own === undefined) {
    own = scoreOf(member.features, weights)
    member.scores.set(weights, own)
  }
  return own
}

/**
 * The likeliest country and, as closely as can be said of it, who: one who is likely himself, else one of a likely sector (the police,
 * whichever of its namings), else the state. Who is less likely than {@link TO_NAME} is nobody to name.
 * @param isLoose whether one of his kind or his state may stand for whoever is meant
 */
export function likeliest(options: readonly Option[], weights: Weights, isLoose: boolean): Choice {
  const chances = chancesOf(options.map((option) => scoreOfOption(option, weights)))
  const all = options.map((option, i) => ({ option, chance: chances[i]! }))
  const { best, chance: ofCountry, of } = top(all, countryOf)
  const isNobody = best.option.member === null
  const one = { ...best, ofCountry, isToName: isNobody || best.chance >= TO_NAME }
  if (one.isToName || !isLoose) return one
  const sector = top(of, ({ member }) => member!.entity.sector ?? member!.entity.id)
  if (sector.chance >= TO_NAME || (ofCountry >= FOR_STATE && sector.chance >= FOR_SECTOR))
    return { option: sector.best.option, chance: sector.chance, ofCountry, isToName: true }
  const state = ofCountry >= FOR_STATE ? of.find(({ option }) => speaksForState(option)) : undefined
  return state ? { option: state.option, chance: ofCountry, ofCountry, isToName: true } : one
}

interface Likely {
  readonly option: Option
  readonly chance: number
}

interface Group {
  best: Likely
  chance: number
  readonly of: Likely[]
}

/** The options with a key that are likeliest together, the likeliest of them, and their chance. */
function top(options: readonly Likely[], keyOf: (option: Option) => string): Group {
  const groups = new Map<string, Group>()
  for (const one of options) {
    const group = groups.get(keyOf(one.option))
    if (!group) groups.set(keyOf(one.option), { best: one, chance: one.chance, of: [one] })
    else {
      group.chance += one.chance
      group.of.push(one)
      if (one.chance > group.best.chance) group.best = one
    }
  }
  return [...groups.values()].reduce((a, b) => (b.chance > a.chance ? b : a))
}

/** Who has no country is alone, and nobody is. */
const countryOf = ({ member }: Option): string => (member ? (member.entity.country ?? member.entity.id) : '')

const speaksForState = ({ member }: Option): boolean =>
  member?.entity.kind === 'state' || member?.entity.kind === 'government'
