import { describe, expect, test } from 'vitest'
import { eventAt, readText, wordsAt } from '../../../test/support/read-text.ts'
import { EMBEDDING_ROWS, EMBEDDINGS } from './embedding.ts'

describe('whether an event happened, by the words around it', () => {
  test.each([
    ['Die USA haben Stellungen der Hisbollah im Irak angegriffen.', 'angegriffen', 'asserted', null],
    ['Die Türkei hat die Stadt nicht angegriffen.', 'angegriffen', 'negated', 'negated'],
    ['Der befürchtete Angriff auf die Hauptstadt blieb aus.', 'Angriff', 'negated', 'negated'],
    ['Den Dörfern bleibt ein Angriff der Miliz erspart.', 'Angriff', 'negated', 'negated'],
    ['Ohne einen Angriff auf die Stadt endete die Belagerung.', 'Angriff', 'negated', 'negated'],
    ['Wenn Israel den Iran angreift, wird Teheran antworten.', 'angreift', 'conditional', 'hypothetical'],
    ['Falls die USA ihre Truppen abziehen, droht ein Krieg.', 'abziehen', 'conditional', 'hypothetical'],
    [
      'Die Türkei könnte Stellungen der PKK im Nordirak bombardieren.',
      'bombardieren',
      'hypothetical',
      'hypothetical',
    ],
    ['Die Bundesregierung will ihre Soldaten aus dem Irak abziehen.', 'abziehen', 'planned', null],
    [
      'Die irakische Armee soll die Stadt in der kommenden Woche angreifen.',
      'angreifen',
      'planned',
      'hypothetical',
    ],
    ['Die Demonstranten sollen erschossen worden sein.', 'erschossen', 'claimed', null],
    ['Die USA forderten nach dem Angriff auf die Botschaft neue Wahlen.', 'Angriff', 'asserted', null],
    [
      'In Gesprächen mit der Regierung verlangten die Rebellen Straffreiheit.',
      'Gesprächen',
      'asserted',
      null,
    ],
    ['Die Soldaten sollen Bauern erschossen und Häuser angezündet haben.', 'erschossen', 'claimed', null],
    ['Die Regierung hat das Dorf bombardieren lassen.', 'bombardieren', 'asserted', null],
    ['Die Regierung hat das Dorf nicht bombardieren lassen.', 'bombardieren', 'negated', 'negated'],
    ['Die Regierung könnte das Dorf bombardieren lassen.', 'bombardieren', 'hypothetical', 'hypothetical'],
    ['Frankreich wird Soldaten nach Mali entsenden.', 'entsenden', 'planned', 'future'],
    ['Die Türkei wird die Stadt nicht angreifen.', 'angreifen', 'negated', 'negated'],
    ['Gespräche mit Kenia werde es nicht geben, sagte Emmanuel Macron.', 'Gespräche', 'negated', 'negated'],
    ['Am Montag soll ein Treffen zwischen Kenia und Uganda stattfinden.', 'Treffen', 'planned', 'future'],
    ['Washington kündigte neue Sanktionen gegen Teheran an.', 'kündigte', 'announced', null],
    ['Russland hat der Regierung in Damaskus humanitäre Hilfe angeboten.', 'angeboten', 'offered', null],
    ['Moskau und Ankara einigten sich auf eine Waffenruhe.', 'einigten', 'promised', null],
    ['Die NATO hat einen Abzug aus dem Irak ausgeschlossen.', 'ausgeschlossen', 'ruled-out', null],
    ['Der Iran hat den Angriff auf die Botschaft bestritten.', 'Angriff', 'denied', null],
    ['Die Armee dementierte, dass sie das Krankenhaus bombardiert habe.', 'bombardiert', 'denied', null],
    [
      'Augenzeugen berichteten, dass Soldaten auf Demonstranten geschossen hätten.',
      'geschossen',
      'claimed',
      null,
    ],
  ])('%s', (text, trigger, status, aux) => {
    const event = eventAt(readText(text), trigger)
    expect([event.factuality.status, event.aux]).toEqual([status, aux])
  })

  test.each([
    ['Die Türkei hat die Stadt nicht angegriffen.', 'angegriffen', 'nicht'],
    ['Die Türkei könnte Stellungen der PKK im Nordirak bombardieren.', 'bombardieren', 'könnte'],
    ['Der Iran hat den Angriff auf die Botschaft bestritten.', 'Angriff', 'bestritten'],
  ])('the deciding word is shown: %s', (text, trigger, cue) => {
    const report = readText(text)
    expect(wordsAt(report, eventAt(report, trigger).factuality.cue!)).toBe(cue)
  })

  test.each([
    ['Das irakische Parlament forderte den Abzug der US-Truppen.', 'RETREAT'],
    ['Die Bundesregierung hat den Abzug ihrer Soldaten aus dem Irak angekündigt.', 'RETREAT'],
    ['Das Weiße Haus schloss einen Angriff auf den Iran aus.', 'ASSAULT'],
    ['Die Opposition forderte den Rücktritt des Präsidenten.', 'RETREAT'],
    ['Die Regierung plant den Abzug der Truppen.', 'RETREAT'],
  ])('what is only spoken of is no event: %s', (text, type) => {
    expect(readText(text).events.map((event) => event.type)).not.toContain(type)
  })
})

test('the table has one row a governing word', () => {
  expect(EMBEDDING_ROWS.length).toBe(EMBEDDINGS.size)
})
