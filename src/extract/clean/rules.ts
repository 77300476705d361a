import { CREDIT_RULES } from './credit-rules.ts'
import { HEADER_RULES } from './header.ts'
import { INLINE_RULES } from './inline.ts'
import { NOTICE_RULES } from './notice-rules.ts'
import { PAGE_RULES } from './page-rules.ts'
import type { LineRule } from './rule.ts'
import { SECTION_RULES } from './sections.ts'
import { STRUCTURE_RULES } from './structure.ts'
import { TOOL_RULES } from './tool-rules.ts'

/** Rules that look at one line, in the order in which they are asked. */
export const LINE_RULES: readonly LineRule[] = [
  ...CREDIT_RULES,
  ...PAGE_RULES,
  ...TOOL_RULES,
  ...NOTICE_RULES,
]

/** Every rule of this room in the order of its work: line by line, then neighbours, then within the line. */
export const CLEAN_RULES = [
  ...LINE_RULES,
  ...HEADER_RULES,
  ...SECTION_RULES,
  ...STRUCTURE_RULES,
  ...INLINE_RULES,
].map(({ name, kind, finds }) => ({ name, kind, finds }))
