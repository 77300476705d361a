import type { BlockKind } from '../../document/report.ts'
import { edtfOf } from './date-values.ts'
import type { PageElement } from './dom.ts'
import type { PageLine } from './lines.ts'
import { namesOf } from './marks.ts'

/** What the elements right around a line say that it is, other than running text. */
export interface LineRole {
  readonly kind: BlockKind | null
  readonly published: string | null
}

const word = (names: string) => new RegExp(String.raw`(?:^|[\s-])(?:${names})(?=$|[\s-])`, 'u')
const CAPTION_NAMES =
  /caption|bild-?(?:unterschrift|text|quelle|nachweis|info|beschreibung)|(?:image|photo|foto|picture|img)-?(?:credits?|text|description|source|copyright|info|meta|sub|subtitle|author|legend)|(?:^|[\s-])(?:copyright|bu|legende)(?=$|[\s-])/u
/** What holds a picture with its words; a longer text in it is the article's. */
const PICTURE_NAMES = word(
  String.raw`figure|image|images|picture|foto|photo|img|bild|image-box|image-wrap|imagewrap|textpic-\w+|media-image|gallery|bildergalerie|image-gallery|galerie|slideshow`,
)
const CAPTION_LENGTH = 350
const BYLINE_NAMES = word('byline|author|autor|authors|autoren|vcard')
const STAMP_NAMES = word(
  'date|datum|datetime|timestamp|published|publish-date|entry-date|post-date|dateline|zeit|posted-on|datepublished|datemodified|date-header',
)
const LEAD_NAMES = word(
  'lead|intro|vorspann|standfirst|kicker-text|article-intro|subline|abstract|teaser-text|excerpt|anreisser|vorspanntext',
)

/** Elements further up than this decide nothing. */
const REACH = 4

/** What is counted of each element, by index. */
export interface ElementCounts {
  /** Characters of text: a name that fits a caption says nothing of a whole article. */
  readonly lengths: Float64Array
  /** Pictures, films and the like: where there is none, no caption is. */
  readonly pictures: Float64Array
}

export function roleOf(line: PageLine, { lengths, pictures }: ElementCounts): LineRole {
  const isShort = line.text.length <= 160
  let at: PageElement | null = line.owners[0] ?? null
  for (let level = 0; at && level < REACH && at.name !== 'body'; level++, at = at.parent) {
    const names = namesOf(at)
    // Text counts for the block around it, so that an inline element has none of its own.
    const length = lengths[at.index]! || line.text.length
    const isBesidePicture = pictures[at.index]! > 0 || isPictured(at.parent, { lengths, pictures })
    if (
      at.name === 'figcaption' ||
      (isBesidePicture && length <= CAPTION_LENGTH && CAPTION_NAMES.test(names)) ||
      ((at.name === 'figure' || (isBesidePicture && length <= CAPTION_LENGTH && PICTURE_NAMES.test(names))) &&
        line.text.length <= CAPTION_LENGTH &&
        line.heading === null)
    )
      return { kind: 'caption', published: null }
    if (
      isShort &&
      length <= 120 &&
      line.text.length <= 60 &&
      /\d/.test(line.text) &&
      (at.name === 'time' || STAMP_NAMES.test(names))
    )
      return { kind: 'stamp', published: edtfOf(at.get('datetime') ?? at.get('content')) }
    if (isShort && length <= 200 && (at.get('rel') === 'author' || BYLINE_NAMES.test(names)))
      return { kind: 'byline', published: null }
    if (length <= 1500 && LEAD_NAMES.test(names) && line.heading === null)
      return { kind: 'lead', published: null }
  }
  return { kind: null, published: null }
}

/** A small element with a picture: what stands in it besides is of the picture. */
function isPictured(element: PageElement | null, { lengths, pictures }: ElementCounts): boolean {
  return element !== null && pictures[element.index]! > 0 && lengths[element.index]! <= 2 * CAPTION_LENGTH
}
