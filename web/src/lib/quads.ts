import type { EventCategory } from '../../../src/codebook/types.ts'
import type { EventType } from '../../../src/document/report.ts'

export type Quad = EventCategory['quad']

export const QUADS: readonly Quad[] = [
  'verbal-cooperation',
  'material-cooperation',
  'verbal-conflict',
  'material-conflict',
]

/** PLOVER's categories by quad class; a test holds it against the codebook's categories.json. */
export const QUAD_OF: Readonly<Record<EventType, Quad>> = {
  AGREE: 'verbal-cooperation',
  CONSULT: 'verbal-cooperation',
  SUPPORT: 'verbal-cooperation',
  CONCEDE: 'verbal-cooperation',
  COOPERATE: 'material-cooperation',
  AID: 'material-cooperation',
  RETREAT: 'material-cooperation',
  REQUEST: 'verbal-conflict',
  ACCUSE: 'verbal-conflict',
  REJECT: 'verbal-conflict',
  THREATEN: 'verbal-conflict',
  PROTEST: 'material-conflict',
  SANCTION: 'material-conflict',
  MOBILIZE: 'material-conflict',
  COERCE: 'material-conflict',
  ASSAULT: 'material-conflict',
}

export function typesOf(quad: Quad): EventType[] {
  return (Object.keys(QUAD_OF) as EventType[]).filter((type) => QUAD_OF[type] === quad)
}

export type Mode =
  | 'visit'
  | 'third-party'
  | 'multilateral'
  | 'phone'
  | 'withdraw'
  | 'release'
  | 'return'
  | 'disarm'
  | 'ceasefire'
  | 'access'
  | 'resign'
  | 'assist'
  | 'change'
  | 'yield'
  | 'meet'
  | 'disapprove'
  | 'investigate'
  | 'allege'
  | 'restrict'
  | 'ban'
  | 'arrest'
  | 'relations'
  | 'expel'
  | 'territory'
  | 'violence'
  | 'demo'
  | 'riot'
  | 'strike'
  | 'hunger'
  | 'boycott'
  | 'obstruct'
  | 'convict'
  | 'discontinue'
  | 'troops'
  | 'weapons'
  | 'police'
  | 'militia'
  | 'seize'
  | 'censor'
  | 'curfew'
  | 'martial-law'
  | 'deport'
  | 'withhold'
  | 'misinformation'
  | 'cyber'
  | 'abduct'
  | 'beat'
  | 'torture'
  | 'execute'
  | 'sexual'
  | 'assassinate'
  | 'primitive'
  | 'firearms'
  | 'explosives'
  | 'suicide-attack'
  | 'heavy-weapons'
  | 'crowd-control'
  | 'aerial'
  | 'drone'
  | 'destroy'
  | 'unconventional'
