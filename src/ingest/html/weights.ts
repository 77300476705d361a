/**
 * What speaks for and against a line being part of the article. Set by hand and by reading errors, not fitted: pages may
 * be read and measured on, but no weights of theirs may be shipped. A line is taken when the sum is above 0.
 */
export const WEIGHTS = {
  bias: -1.4,
  /** Logarithm (base 2) of the number of words plus one, at most 6. */
  length: 0.3,
  /** Share of function words, at most 0.4. */
  functional: 2,
  endsSentence: 0.5,
  /** Share of characters in links; a link in a line of three sentences costs next to nothing. */
  linked: -2.5,
  paragraph: 0.6,
  heading: 0.2,
  listItem: 0.1,
  cell: -0.1,
  /** Within the element that holds most running text. */
  inRegion: 0.9,
  outsideRegion: -1.8,
  /** Within an element that names itself the article. */
  inArticle: 0.2,
  /** Above the first and below the last running text of the region. */
  aboveText: -0.6,
  belowText: -0.9,
  aboveHeadline: -1.5,
  amidText: 0.3,
  /** Sentences below the headline and above the region's first running text: a lead that stands apart. */
  belowHeadline: 2.4,
  /** In the description that the metadata give. */
  inDescription: 1.5,
  /** The page speaks of itself: `germanPages.notice`, `.legal`. */
  notice: -3,
  /** Below the heading of a box: `germanPages.boxHeading`. */
  box: -3,
  /** In one of several teasers side by side. */
  card: -3,
  page: -2.6,
  comment: -5,
  hidden: -4,
  /** The words stand in the JSON-LD's `articleBody`. */
  inArticleBody: 3,
  /** The same words stand elsewhere on the page. */
  repeated: -0.8,
  /** The headline once more. */
  sameAsTitle: -3,
  /** Means of the lines around, within one region; between -2 and 2. */
  neighbours: 0.35,
} as const

export type Feature = keyof typeof WEIGHTS
