import { type DayInterval, parseEdtf } from '../../base/calendar.ts'
import type { NameIndex } from '../../codebook/name-index.ts'
import type { Document } from '../../document/document.ts'
import type { Component } from '../../pipeline/pipeline.ts'
import { joinAppositions } from './appositions.ts'
import { resolveBareGroups } from './bare-groups.ts'
import { findMentions } from './find.ts'
import { gather } from './gather.ts'
import { onTheDay } from './in-office.ts'
import { readIntroductions } from './introductions.ts'
import type { NounIndex } from './nouns.ts'
import { ofOneKind } from './one-kind.ts'
import { findPronouns } from './pronouns.ts'
import { placeInScene } from './scene.ts'
import { describeUnknownGroups } from './unknown-groups.ts'
import { locateUnknownPlaces } from './unknown-places.ts'

export function entitiesComponent(names: NameIndex, nouns: NounIndex): Component {
  return {
    name: 'entities',
    requires: ['tokens'],
    assigns: ['entities'],
    fallback: (doc) => doc.assign('entities', []),
    run(doc) {
      const tokens = doc.layer('tokens')
      const day = publishedOn(doc)
      const mentions = onTheDay(ofOneKind(findMentions(tokens, names, nouns, day)), names, day)
      const introduced = readIntroductions(tokens, joinAppositions(tokens, names, nouns, mentions))
      const groups = describeUnknownGroups(tokens, names, nouns, introduced)
      const located = locateUnknownPlaces(tokens, names, resolveBareGroups(tokens, groups))
      const found = placeInScene(tokens, located)
      doc.assign('entities', gather(found, findPronouns(tokens, found)))
    },
  }
}

/** The day that is given for the report; what its text says of its date is read later. */
function publishedOn(doc: Document): DayInterval | null {
  const given = doc.raw.published?.edtf
  return given ? parseEdtf(given) : null
}
