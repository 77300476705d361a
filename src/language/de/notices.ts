/**
 * How editors take back or correct a report of theirs. Folded (lower case, no diacritics, `ss`); a phrase counts where it stands in
 * the title or the first lines of a report.
 */
export const NOTICES = {
  /** Heads of a corrected version of a report. */
  correction: [
    'korrektur',
    'korrigierte fassung',
    'korrigiert:',
    'berichtigung',
    'berichtigte fassung',
    'richtigstellung',
    'klarstellung',
  ],
  /** Words by which a report is taken back as a whole. */
  withdrawal: [
    'meldung zuruckgezogen',
    'ziehen wir zuruck',
    'zieht ihre meldung',
    'zieht seine meldung',
    'ziehen unsere meldung',
    'wird zuruckgezogen',
    'wird hiermit zuruckgezogen',
    'bitte nicht verwenden',
    'bitte verwenden sie die meldung nicht',
    'ist zu streichen',
    'meldung annulliert',
  ],
  /** Quotation marks, opening and closing, around a title that is spoken of. */
  quotes: ['„“', '„”', '"“', '""', '«»', '»«', '“”'],
} as const
