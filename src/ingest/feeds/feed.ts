/** One item as a feed tells it, whatever the feed's format. */
export interface FeedItem {
  /** The feed's own name for it; it may change from poll to poll. */
  readonly id: string | null
  readonly url: string | null
  /** Plain text. */
  readonly title: string | null
  /** HTML; empty when the feed has no text. */
  readonly content: string
  /** EDTF. */
  readonly published: string | null
  /** When the feed says that it was last changed; as it stands there. */
  readonly modified: string | null
  readonly outlet: string | null
  readonly language: string | null
}

export interface ParsedFeed {
  readonly title: string | null
  /** Minutes between two polls that the feed asks for. */
  readonly asks: number | null
  readonly items: readonly FeedItem[]
  /** It broke off; `items` are those that are whole. */
  readonly isTruncated: boolean
}

/** Items of a feed that are looked at; a news sitemap has at most a thousand. */
export const MAX_ITEMS = 2000
