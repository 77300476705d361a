import type { ReadingId, TextId } from '../../base/ids.ts'
import type { TextAnswer } from '../api.ts'
import type { ReadingFinder, ServeDeps } from '../deps.ts'
import { textUnknown } from '../problem.ts'

export async function textAnswer(
  { store }: Pick<ServeDeps, 'store'>,
  find: ReadingFinder,
  id: string,
  wanted: string | null,
): Promise<TextAnswer> {
  const found = await find(id as TextId, wanted as ReadingId | null)
  if (!found) throw textUnknown(id)
  const { reading, all } = found
  const { report } = reading
  const { language, reader, source, published, title, diagnostics } = report
  return {
    id: reading.text,
    text: report.text ?? (await store.text(reading.text)),
    blocks: report.blocks,
    report: {
      ...{ id: report.id, language, reader, source, published, title, diagnostics },
      titleText: report.titleText ?? null,
      recordedAt: reading.recordedAt,
    },
    reading: reading.id,
    readings: all,
  }
}
