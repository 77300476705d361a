import type { NameIndex } from '../../codebook/name-index.ts'
import type { Component } from '../../pipeline/pipeline.ts'
import { joinAppositions } from './appositions.ts'
import { findMentions } from './find.ts'
import { gather } from './gather.ts'
import type { NounIndex } from './nouns.ts'
import { findPronouns } from './pronouns.ts'

export function entitiesComponent(names: NameIndex, nouns: NounIndex): Component {
  return {
    name: 'entities',
    requires: ['tokens'],
    assigns: ['entities'],
    fallback: (doc) => doc.assign('entities', []),
    run(doc) {
      const tokens = doc.layer('tokens')
      const found = joinAppositions(tokens, names, findMentions(tokens, names, nouns))
      doc.assign('entities', gather(found, findPronouns(tokens, found)))
    },
  }
}
