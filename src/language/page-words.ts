/** What the reader of web pages has to know of a language: words that pages use of themselves. All in lower case. */
export interface PageWords {
  /** Function words; running text is full of them, menus have few. */
  readonly functionWords: ReadonlySet<string>
}
