import { describe, expect, it } from 'vitest'
import { TEST_OUTLETS } from '../../../test/support/outlets.ts'
import { classify } from './classify.ts'
import { outletIndex } from './outlets.ts'
import { CLEAN_RULES } from './rules.ts'

const outlets = outletIndex(TEST_OUTLETS)
const TITLE = 'Rat der Küstenstadt vertagt den Beschluss'
const FIRST = 'Der Rat der Küstenstadt hat seinen Beschluss über den Hafen am Montag auf den Herbst vertagt.'
const SECOND =
  'Die Bürgermeisterin sprach von einem klugen Schritt und dankte allen Fraktionen für die lange Geduld in dieser schwierigen Sache. Nun solle ein Gutachten klären, ob der Kai noch trägt und was seine Sanierung die Stadt am Ende wirklich kosten wird.'
const LAST = 'Die Opposition nannte die Entscheidung in einer ersten Stellungnahme dagegen mutlos und teuer.'

/** Rule -> a line that it decides on, standing between two paragraphs. */
const FOUND: Readonly<Record<string, string>> = {
  'stamp-line': '4. März 2012, 14:05 Uhr',
  'ago-line': 'vor 3 Stunden',
  byline: 'Von Erika Muster und Paul Beispiel',
  'sign-line': '(dpa/xyz)',
  'picture-credit': 'Der alte Kai im Winter. Foto: dpa',
  'caption-label': 'Bild: Blick auf den Hafen am Abend',
  'box-heading': 'Fakten zum Hafen',
  ornament: '* * *',
  'pager-row': '1 | 2 | 3 | 4 | 5 | 6',
  'rights-line': '© 2012 Morgenbote – Alle Rechte vorbehalten',
  'navigation-line': '« Zur Startseite',
  'advertising-mark': '- Anzeige -',
  'share-bar': 'Teilen Facebook Twitter WhatsApp E-Mail',
  'tag-line': 'Schlagworte: Hafen, Rat, Küste',
  'link-line': 'Lesen Sie auch: Was der Hafen kostet',
  'url-line': 'https://morgenbote.example/hafen',
  'markup-residue': '220px',
  'comment-invitation': 'Zu diesem Text können Sie einen Kommentar schreiben.',
  'reader-request': 'Folgen Sie uns auf Facebook!',
  'cookie-notice': 'Wir verwenden Cookies, damit unsere Website besser läuft.',
  'newsletter-notice': 'Jetzt unseren Newsletter abonnieren!',
  disclaimer: 'Für die Vollständigkeit dieser Angaben wird keine Haftung übernommen.',
  'distributor-notice': 'StreuWire verbreitet Pressemitteilungen an Redaktionen in aller Welt.',
  'provenance-notice': 'Dieser Text wurde maschinell aus dem Dänischen übersetzt.',
  'link-list': 'Mehr zum Thema:',
  'inline-link': 'Der Kämmerer verwies auf den Haushalt vom vorigen Jahr (mehr dazu hier) und schwieg.',
  dateline: 'Küstenstadt (dpa) - Der Hafen bleibt vorerst geschlossen, sagte ein Sprecher.',
  'distributor-mark': '(StreuWire) – Der Hafen bleibt vorerst geschlossen, sagte ein Sprecher.',
  'closing-signs': 'Der Hafen bleibt vorerst geschlossen, sagte ein Sprecher. (dpa/AFP)',
  'ticker-time': '14:32 Uhr: Der Hafen bleibt vorerst geschlossen, sagte ein Sprecher.',
  breadcrumb: 'Startseite > Region > Hafen',
  'tool-row': '[Vorlesen] [Weiterempfehlen]',
  'page-count': 'Bericht. Lesezeit: ca. 4 Minuten',
  'refresh-notice': '+++ Der Ticker wird laufend aktualisiert +++',
  'more-entries': 'Frühere Meldungen anzeigen',
  'short-link': 'Kurzlink zum Beitrag: https://mb.example/7',
  offer: 'Jetzt einen Monat kostenlos lesen!',
  'answerable-note': 'Verantwortlich für diese Meldung ist allein der Herausgeber.',
  'editing-note': '(Büro Küste; redigiert von E. Muster)',
  'distribution-note': 'Diese Meldung wurde über Verteilerdienst Küste veröffentlicht.',
  'sender-line': 'Pressemitteilung von: Hafenverein Küste',
  'agency-slug': 'dpa pm xk n1',
  'sender-section': 'Pressekontakt: Hafenverein, Erika Muster',
  'heading-mark': '## Was nun geschieht',
  'caption-credit': 'Der alte Kai im Winter. Quelle: dpa',
}

/** Sentences of plain articles that look a little like furniture. */
const KEPT = [
  'Bilder aus dem Hafen zeigten am Abend, wie das Wasser über die Mauer stieg.',
  'Von Montag an fährt die Fähre wieder, sagte der Betreiber der Linie.',
  'Am 4. März 2012 hatte der Rat den Plan zum ersten Mal beraten.',
  'Der Newsletter der Partei sei nie verschickt worden, erklärte der Vorsitzende.',
  'Die Kommentare der Zeitungen fielen am Morgen danach sehr verschieden aus.',
  'Mehr zum Thema Hafen will die Stadt erst im Herbst mitteilen.',
  'Auf Facebook und Twitter teilten Tausende das Bild der leeren Halle.',
  '„Wir geben keine Garantie für die Inhalte“, sagte der Sprecher des Senders.',
  'Das Ministerium (siehe Haushalt) zahlte mehr (hier 3 Millionen) als geplant.',
  'Quelle der Angaben sei ein Beamter, der ungenannt bleiben wolle.',
  'Verantwortlich für den Anschlag ist nach Ansicht der Ermittler der Geheimdienst.',
  'Über den Hafen: Was die Stadt nun plant und was sie verschweigt.',
  'Die Zeitung hat bisher 214 Leser befragt und will weitermachen.',
  'Wer die Akten lesen will, kann das jetzt kostenlos tun.',
  'Er sagte »Ja« und »Nein« und »Vielleicht« in einem Satz.',
  'Der Minister der Partei (SPD) lehnte ab.',
]

function between(line: string) {
  const text = [TITLE, FIRST, SECOND, line, LAST].join('\n\n')
  return classify(text, null, outlets).map((block) => ({ ...block, words: text.slice(block.from, block.to) }))
}

describe('the rules of cleaning', () => {
  it.each(Object.entries(FOUND))('%s decides on its line', (rule, line) => {
    const known = CLEAN_RULES.find((candidate) => candidate.name === rule)
    const found = between(line).find((block) => block.rule === rule)
    expect(found, JSON.stringify(between(line).map((block) => [block.rule, block.words]))).toBeDefined()
    expect(found?.kind).toBe(known?.kind)
  })
  it.each(KEPT)('leaves alone: %s', (line) => {
    expect(
      between(line)
        .filter((block) => block.kind === 'body')
        .map((block) => block.words),
    ).toEqual([SECOND, line, LAST])
  })
  it('has a unique name for every rule and a test for every one', () => {
    const names = CLEAN_RULES.map((rule) => rule.name)
    expect(new Set(names).size).toBe(names.length)
    const elsewhere = [
      'front-matter',
      'outlet-header',
      'title-suffix',
      'comment-section',
      'repeated-line',
      'headline',
      'entry-headline',
      'lead',
      'running-text',
      'labelled-date',
    ]
    expect(names.filter((name) => !(name in FOUND) && !elsewhere.includes(name))).toEqual([])
  })
})
