import type { OutletEntry } from '../../src/extract/clean/outlets.ts'

/** A small table for this room's tests. */
export const TEST_OUTLETS: readonly OutletEntry[] = [
  { id: 'dpa', name: 'dpa', aliases: ['Deutsche Presse-Agentur'], domains: ['dpa.com'], kind: 'agency' },
  { id: 'afp', name: 'AFP', aliases: [], domains: [], kind: 'agency' },
  { id: 'reuters', name: 'Reuters', aliases: ['rtr'], domains: ['reuters.com'], kind: 'agency' },
  {
    id: 'morgenbote',
    name: 'Morgenbote',
    aliases: ['Der Morgenbote'],
    domains: ['morgenbote.example'],
    kind: 'outlet',
  },
  { id: 'streuwire', name: 'StreuWire', aliases: [], domains: [], kind: 'distributor' },
]
