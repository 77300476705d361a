import { describe, expect, test } from 'vitest'
import { namesOf, readText } from '../../../test/support/read-text.ts'

describe('who is quoted with which words', () => {
  test.each([
    [
      '„Wir werden den Angriff vergelten“, sagte Außenminister Sarif am Freitag.',
      ['direct', '„Wir werden den Angriff vergelten“', 'Mohammed Dschawad Sarif', 'sagte'],
    ],
    [
      'Sarif sagte: „Wir haben keine Angst.“',
      ['direct', '„Wir haben keine Angst.“', 'Mohammed Dschawad Sarif', 'sagte'],
    ],
    [
      'Die Hisbollah habe einen Stützpunkt angegriffen, sagte ein Sprecher der israelischen Armee.',
      ['indirect', 'Die Hisbollah habe einen Stützpunkt angegriffen', 'Sprecher', 'sagte'],
    ],
    [
      'Augenzeugen berichteten, dass Soldaten auf Demonstranten geschossen hätten.',
      ['indirect', 'dass Soldaten auf Demonstranten geschossen hätten', 'Augenzeugen', 'berichteten'],
    ],
    [
      'Polizisten haben Demonstranten festgenommen, teilte das Innenministerium mit.',
      ['indirect', 'Polizisten haben Demonstranten festgenommen', 'Innenministerium', 'teilte mit'],
    ],
  ])('%s', (text, expected) => {
    const report = readText(text)
    const words = (spans: readonly [number, number][]) => spans.map(([a, b]) => text.slice(a, b)).join(' ')
    expect(
      report.quotes.map((q) => [
        q.kind,
        words(q.quote),
        q.speakerEntity && namesOf(report, [q.speakerEntity])[0],
        words(q.cue),
      ]),
    ).toEqual([expected])
  })

  test('a sentence in which nobody speaks has no quote', () => {
    expect(readText('US-Soldaten haben in Mossul zwei Kämpfer getötet.').quotes).toEqual([])
  })

  const parts = (text: string) => {
    const words = (spans: readonly [number, number][]) => spans.map(([a, b]) => text.slice(a, b))
    return readText(text).quotes.map((q) => ({
      kind: q.kind,
      quote: words(q.quote),
      speaker: words(q.speaker),
      cue: words(q.cue),
      addressee: words(q.addressee),
      frame: words(q.frame),
    }))
  }

  test.each([
    [
      'Laut dem Verteidigungsministerium starben drei Soldaten.',
      { quote: ['starben drei Soldaten'], speaker: ['dem Verteidigungsministerium'], cue: ['Laut'] },
    ],
    [
      'Nach Angaben der Polizei wurden acht Menschen verletzt.',
      { quote: ['wurden acht Menschen verletzt'], speaker: ['Angaben der Polizei'], cue: ['Nach'] },
    ],
    [
      'Die Brücke ist zerstört, wie ein Sprecher der Armee mitteilte.',
      { quote: ['Die Brücke ist zerstört'], cue: ['mitteilte'] },
    ],
    [
      'Der Präsident hat angekündigt, die Truppen abzuziehen.',
      { quote: ['die Truppen abzuziehen'], speaker: ['Der Präsident'], cue: ['hat angekündigt'] },
    ],
    [
      'Minister Schmidt wies darauf hin, dass die Vorräte knapp würden.',
      {
        speaker: ['Minister Schmidt'],
        cue: ['wies darauf hin'],
        frame: ['Minister Schmidt wies darauf hin'],
      },
    ],
    [
      'Gegenüber der Zeitung sagte die Sprecherin, das Lager sei leer.',
      { quote: ['das Lager sei leer'], speaker: ['die Sprecherin'], addressee: ['der Zeitung'] },
    ],
    [
      'In dem Bericht heißt es, die Lage sei ernst.',
      { quote: ['die Lage sei ernst'], speaker: ['In dem Bericht'] },
    ],
    [
      'Oppositionsführer Weber: „Das ist ein schwerer Fehler.“',
      { kind: 'direct', speaker: ['Oppositionsführer Weber'] },
    ],
  ])('speaker, cue, addressee and frame: %s', (text, expected) => {
    expect(parts(text)).toEqual([expect.objectContaining(expected)])
  })

  test('speech goes on in the Konjunktiv, and in one quotation', () => {
    const text =
      'Der Minister sagte, die Brücke sei zerstört. Die Straße sei gesperrt. Der Strom sei ausgefallen. Am Abend regnete es.'
    const [, going] = parts(text)
    expect(going).toMatchObject({
      kind: 'indirect-free-indirect',
      quote: ['Die Straße sei gesperrt. Der Strom sei ausgefallen.'],
      speaker: ['Der Minister'],
      cue: [],
    })
    expect(parts(text)).toHaveLength(2)
  })

  test('a speech act without a clause is reported as a whole', () => {
    expect(parts('Der Präsident bezeichnete die Vorwürfe als absurd.')).toMatchObject([
      { kind: 'reported', speaker: ['Der Präsident'], cue: [] },
    ])
  })
})
