import type { LineMessages } from './line-messages.ts'

const n = (value: number) => value.toLocaleString('en-GB')
const plural = (count: number, one: string, many: string) => `${n(count)} ${count === 1 ? one : many}`

export const enLines: LineMessages = {
  series: {
    byEvent: 'By event',
    byQuestion: 'By question',
    shape: 'Arrange figures',
    question: 'What is counted, and where?',
    questionHint: 'e.g. Soldaten im Irak',
    questionLead:
      'The same question through all reports that were read, whatever the event. The words are those of the reports.',
    found: (count) => plural(count, 'series', 'series'),
    nothing: 'No report that was read gives a figure for this.',
    chart: (count, low, high) => `Course of ${plural(count, 'figure', 'figures')}, from ${low} to ${high}`,
    step: {
      first: 'first figure',
      same: 'as before',
      narrowed: 'more precise than before',
      raised: 'higher than before',
      lowered: 'lower than before',
      'other-speaker': 'another source',
    },
    superseded: {
      version: 'replaced by a new version',
      correction: 'corrected',
      withdrawal: 'withdrawn',
    },
    agreed: (range) => `The latest figures together leave open: ${range}`,
    apart: 'The latest figures cannot all hold.',
    from: (low) => `${low} or more`,
    between: (low, high) => (low === high ? low : `${low} to ${high}`),
    sumFails: (sum, whole) => `The parts add up to ${sum}; the whole is given as ${whole}.`,
    whole: 'the whole',
    part: 'a part',
    earlier: (count) =>
      `${plural(count, 'earlier figure stands', 'earlier figures stand')} in the file only.`,
    key: 'Bar: what a figure leaves open. Dashed: no upper end. Line: the same source. Pale: replaced.',
  },
  stories: {
    title: 'Stories',
    lead: 'Events of one matter, within a time and with the same parties.',
    unnamed: 'No party named',
    undated: 'undated',
    single: (count) => `${plural(count, 'event stands', 'events stand')} alone.`,
    passing: (count, all) =>
      count === all ? plural(all, 'event', 'events') : `${n(count)} of ${n(all)} events`,
    outlets: (count) => plural(count, 'outlet', 'outlets'),
    contradictions: (count) => plural(count, 'contradiction', 'contradictions'),
    open: 'The whole story',
    back: 'All stories',
    course: 'Course',
    more: (count) => `${plural(count, 'further event is', 'further events are')} not shown.`,
    parties: 'Parties',
    places: 'Places',
    print: 'Print',
  },
  stances: {
    lead: 'Who wants, rejects or offers what: first stated, then changed, with the sentence.',
    none: 'The reports that were read state no position.',
    first: 'first',
    instead: (before) => `before: ${before}`,
    again: (count, last) => `repeated ${plural(count, 'time', 'times')}, last ${last}`,
    changes: (count) => plural(count, 'change', 'changes'),
  },
  resolved: {
    revised: 'Settled: the later statement has taken the place of the earlier one.',
    superseded: 'Settled: one of the reports was replaced, corrected or withdrawn.',
  },
  live: {
    news: (fresh, changed, retracted) =>
      [
        fresh > 0 && `${n(fresh)} new`,
        changed > 0 && `${n(changed)} changed`,
        retracted > 0 && `${n(retracted)} retracted`,
      ]
        .filter(Boolean)
        .join(', '),
    some: 'The chronicle has grown',
    show: 'Show',
    shown: 'now on show',
  },
  balance: {
    title: 'Conflict and cooperation over time',
    shape: 'Over time',
    lead: 'Mean of the events of a period on Goldstein’s scale. Each type has one fixed value, whoever acts.',
    step: { day: 'A dot is a day.', month: 'A dot is a month.', year: 'A dot is a year.' },
    label: (periods) => `Conflict and cooperation in ${plural(periods, 'period', 'periods')}`,
    point: (when, mean, events) => `${when}: mean ${mean}, ${plural(events, 'event', 'events')}`,
    top: 'Conflict −10',
    bottom: 'Cooperation +10',
    source: 'Source of the scale',
    values: 'Values of the types',
    left: (undated, unreal) =>
      [
        unreal > 0 && `${plural(unreal, 'event', 'events')} not counted: negated, announced or denied`,
        undated > 0 && `${n(undated)} without a precise date`,
      ]
        .filter(Boolean)
        .join('; '),
    none: 'No dated event passes the filter.',
    noScale: 'This server has no scale; events are counted all the same.',
  },
}
