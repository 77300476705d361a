/** What the reader of web pages has to know of a language: words that pages use of themselves. Patterns ignore case. */
export interface PageWords {
  /** Function words, in lower case; running text is full of them, menus have few. */
  readonly functionWords: ReadonlySet<string>
  /** A line in which the page speaks of itself or to its reader: how it was filed, what one may do with it. */
  readonly notice: RegExp
  /** Labels of legal pages; two of them make a line the page's own. */
  readonly legal: RegExp
  /** Headings above boxes that are no part of the article; what stands below them in the same element goes with them. */
  readonly boxHeading: RegExp
  /** Right before a date: it is the day of publication, or of the last change. */
  readonly publishedLabel: RegExp
  readonly updatedLabel: RegExp
  /** Right before a date: it is the day of something else (an event, a birth, a deadline). */
  readonly otherDateLabel: RegExp
  /** A paragraph that asks for consent to cookies and tracking. */
  readonly consent: RegExp
  /** The page speaks to its reader, and of itself as `we`. This one heeds case: `Sie`. */
  readonly toReader: RegExp
  /** A line that offers the rest of an article to subscribers. */
  readonly paywall: RegExp
  /** Title or headline of a page that says it is none. */
  readonly errorTitle: RegExp
  /** A line that asks for JavaScript. */
  readonly needsScript: RegExp
  /** The label of a link to the article's next page. */
  readonly nextPage: RegExp
}
