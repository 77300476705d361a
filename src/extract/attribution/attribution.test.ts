import { describe, expect, test } from 'vitest'
import { eventAt, readText } from '../../../test/support/read-text.ts'

const chainOf = (text: string, trigger: string) =>
  eventAt(readText(text), trigger).attribution?.chain.map(({ name, kind }) => `${name}/${kind}`) ?? null

describe('who says so', () => {
  test.each([
    ['Laut der Armee wurden bei dem Angriff zwölf Kämpfer getötet.', 'getötet', ['der Armee/military']],
    ['Nach Angaben der Polizei haben Rebellen zwei Soldaten getötet.', 'getötet', ['der Polizei/security']],
    [
      'Nach Angaben des Gesundheitsministeriums wurden 44 Menschen getötet.',
      'getötet',
      ['des Gesundheitsministeriums/medical'],
    ],
    [
      'Dem Innenministerium zufolge töteten Unbekannte drei Polizisten.',
      'töteten',
      ['Dem Innenministerium/official'],
    ],
    [
      'Nach eigenen Angaben hat die Hisbollah einen Stützpunkt in Israel beschossen.',
      'beschossen',
      ['Hisbollah/party'],
    ],
    [
      'Augenzeugen berichteten, dass Soldaten auf Demonstranten geschossen hätten.',
      'geschossen',
      ['Augenzeugen/eyewitness'],
    ],
    [
      'Polizisten haben Demonstranten festgenommen, teilte das Innenministerium mit.',
      'festgenommen',
      ['das Innenministerium/official'],
    ],
    [
      'Die Nachrichtenagentur AFP meldete unter Berufung auf die Polizei, Rebellen hätten Soldaten getötet.',
      'getötet',
      ['AFP/media', 'die Polizei/security'],
    ],
    [
      'Die Schüsse seien „eine Antwort auf die Überfälle der Miliz“ gewesen, erklärte die Armee.',
      'Überfälle',
      ['die Armee/military'],
    ],
    ['Die Miliz meldete 66 Angriffe, davon 32 im Irak und 34 in Syrien.', 'Angriffe', ['Die Miliz/party']],
    // The source stands before `zufolge`, whatever follows it.
    [
      'Den Helfern zufolge haben am Montag Rebellen in der Stadt zwei Soldaten getötet.',
      'getötet',
      ['Den Helfern/official'],
    ],
    // A sentence that only says who says so speaks of the one before it.
    [
      'Rebellen haben zwei Soldaten entführt. Das teilte die Polizei mit.',
      'entführt',
      ['die Polizei/security'],
    ],
    [
      'Bei dem Angriff wurden 80 Menschen getötet. Dies geht aus einem Bericht der Armee hervor.',
      'getötet',
      ['der Armee/military'],
    ],
    // Words that point back are those of whoever was cited.
    [
      'Ein Mann wurde festgenommen, teilte das Innenministerium mit. Er wurde den Angaben zufolge am Montag entführt.',
      'entführt',
      ['das Innenministerium/official'],
    ],
    // The Konjunktiv and hearsay go on with what was said.
    [
      'Die Polizei berichtete von Unruhen. Zwei Soldaten seien getötet worden.',
      'getötet',
      ['Die Polizei/security'],
    ],
    [
      'Laut der Armee floh der Täter. Er soll zuvor zwei Händler getötet haben.',
      'getötet',
      ['der Armee/military'],
    ],
    [
      'Rebellen haben zwei Soldaten entführt. Dies wurde von der Polizei bestätigt.',
      'entführt',
      ['der Polizei/security'],
    ],
    [
      'Rebellen haben zwei Soldaten entführt. Darüber berichtet die Zeitung „Al-Hayat“.',
      'entführt',
      ['die Zeitung „Al-Hayat“/media'],
    ],
    // Where nobody speaks, it stands somewhere.
    [
      'Wie aus Armeekreisen verlautete, beschossen Rebellen ein Dorf.',
      'beschossen',
      ['Armeekreisen/military'],
    ],
    ['Rebellen beschossen ein Dorf, wie es aus der Armee hieß.', 'beschossen', ['der Armee/military']],
    ['Rebellen hätten ein Dorf beschossen, hieß es von der Polizei.', 'beschossen', ['der Polizei/security']],
    [
      'Die Behörden sprechen von einem Überfall der Miliz auf ein Dorf.',
      'Überfall',
      ['Die Behörden/official'],
    ],
    // An aside with a source of its own, one without commas, and a verb written in two words.
    [
      'Wie die Zeitung unter Berufung auf Diplomaten schreibt, haben Soldaten drei Ärzte entführt.',
      'entführt',
      ['die Zeitung/media'],
    ],
    [
      'Wie Jan Weber, ein Sprecher der Armee der Presse sagte, seien auch zwei Dörfer bombardiert worden.',
      'bombardiert',
      ['Jan Weber, ein Sprecher der Armee der Presse/military'],
    ],
    ['Wie die Armee bekannt gab, haben Rebellen drei Ärzte entführt.', 'entführt', ['die Armee/military']],
    // A line that begins with who says what follows, up to a dash; not with where or what it is about.
    ['Zeitung: Soldaten haben drei Ärzte entführt.', 'entführt', ['Zeitung/media']],
    ['Polizei: Rebellen entführten Ärzte – Soldaten bombardierten Dorf', 'entführten', ['Polizei/security']],
    ['Polizei: Rebellen entführten Ärzte – Soldaten bombardierten Dorf', 'bombardierten', null],
    ['Syrien: Soldaten haben drei Ärzte entführt.', 'entführt', null],
    // Without any verb of saying it goes on with whoever the sentence before tells of.
    [
      'Der Polizeichef trat am Abend vor Journalisten. Zwei Männer hätten den Konsul überfallen.',
      'überfallen',
      ['Der Polizeichef/security'],
    ],
    [
      'In einem Bericht der Armee werden die Kämpfe beschrieben. Rebellen hätten zwei Dörfer geplündert.',
      'geplündert',
      ['der Armee/military'],
    ],
    [
      'Nach einem Bericht der Armee, wonach Rebellen zwei Soldaten getötet haben, ist die Lage ernst.',
      'getötet',
      ['der Armee/military'],
    ],
    [
      'Wie Jan Weber, ein Sprecher der Armee, mitteilte, seien auch zwei Dörfer bombardiert worden.',
      'bombardiert',
      ['Jan Weber, ein Sprecher der Armee/military'],
    ],
    // A name is taken whole, with the marks around it.
    [
      'Der Abgeordnete Pavel Novak sagte, die Polizei habe in Prag Demonstranten verprügelt.',
      'verprügelt',
      ['Der Abgeordnete Pavel Novak/official'],
    ],
    [
      'Einem Bericht der Zeitung „El País“ zufolge verhaftete die Polizei vier Männer in Madrid.',
      'verhaftete',
      ['der Zeitung „El País“/media'],
    ],
    // Who reports what somebody else announced is the source, not whoever announced it.
    ['Laut dem Sender hat Russland angekündigt, der Ukraine zu helfen.', 'angekündigt', ['dem Sender/media']],
    // Not so in a new paragraph, and not what is added or taken for known.
    ['Die Polizei berichtete von Unruhen.\n\nZwei Soldaten seien getötet worden.', 'getötet', null],
    [
      'Helfer sagten, die Truppen des Generals, der im Mai zwei Richter entführt hat, seien geflohen.',
      'entführt',
      null,
    ],
    [
      'Die Lage habe sich seit dem Beginn der Proteste gebessert, sagte ein Sprecher der Polizei.',
      'Proteste',
      null,
    ],
    [
      'Nach dem Überfall der Rebellen auf das Dorf sei die Lage ruhig, sagte ein Sprecher der Armee.',
      'Überfall',
      null,
    ],
    [
      'Bei dem Angriff der Rebellen auf das Dorf seien Kinder gestorben, sagte ein Sprecher der Armee.',
      'Angriff',
      ['ein Sprecher der Armee/military'],
    ],
    ['Rebellen zerstörten ein Lager, das nach Angaben der Armee leer stand.', 'zerstörten', null],
    ['US-Soldaten haben in Mossul zwei Kämpfer getötet.', 'getötet', null],
    ['Nach dem Angriff wurden Vorwürfe gegen die Regierung laut.', 'Vorwürfe', null],
    ['Der Abend war ruhig. Zwei Männer hätten den Konsul überfallen.', 'überfallen', null],
    // An act of speech that is over is told, whoever it was.
    [
      'Der Minister sei scharf kritisiert worden, sagte ein Sprecher der Opposition.',
      'kritisiert',
      ['ein Sprecher der Opposition/party'],
    ],
    // What is decided or asked is not claimed, nor what only says when somebody spoke.
    ['Der Richter entscheidet, ob der Minister verhaftet wird.', 'verhaftet', null],
    [
      'Nachdem Rebellen das Dorf überfallen hatten, sagte der Präsident: „Wir bleiben ruhig.“',
      'überfallen',
      null,
    ],
    // Whoever speaks of an act of speech of their own performs it.
    ['Eine Sprecherin der Partei sagte, die Partei lehne den Vorschlag ab.', 'lehne', null],
    ['Ein NATO-Sprecher sagte, die NATO lehne den Vorschlag ab.', 'lehne', null],
    ['Eine Sprecherin des Landgerichts sagte, das Gericht lehne den Antrag der Partei ab.', 'lehne', null],
    ['Der Premierminister sagte, sein Land lehne den Vorschlag der Rebellen ab.', 'lehne', null],
    [
      'Israel werde aufgefordert, seine Truppen abzuziehen, sagte der Chef der Hisbollah.',
      'aufgefordert',
      null,
    ],
  ])('%s', (text, trigger, chain) => {
    expect(chainOf(text, trigger)).toEqual(chain)
  })

  test.each([
    'Die Hisbollah habe einen Stützpunkt angegriffen, sagte ein Sprecher der israelischen Armee.',
    'Ein Sprecher der israelischen Armee sagte, die Hisbollah habe einen Stützpunkt angegriffen.',
  ])('the speaker is not the attacker: %s', (text) => {
    const report = readText(text)
    const event = eventAt(report, 'angegriffen')
    expect(event.attribution?.name.toLowerCase()).toBe('ein sprecher der israelischen armee')
    expect(event.factuality.status).toBe('claimed')
    expect(event.actors).not.toContain(event.factuality.by)
  })

  test('a figure has the source of its sentence', () => {
    const [figure] = readText('Laut der Armee wurden bei dem Angriff zwölf Kämpfer getötet.').figures
    expect(figure?.attribution?.name).toBe('der Armee')
  })
})
