import { type Command, InvalidArgumentError } from 'commander'
import { LagebildError } from '../../base/errors.ts'
import { type FeedHealth, healthOf } from '../../ingest/feeds/health.ts'
import { resolved } from '../../ingest/feeds/links.ts'
import { feedsInOpml, opmlOf } from '../../ingest/feeds/opml.ts'
import type { PollStep } from '../../ingest/feeds/steps.ts'
import type { Feed } from '../../store/feeds.ts'
import { EXIT } from '../exit-codes.ts'
import { withStore } from '../options.ts'
import { pollFeeds } from '../polling.ts'
import { note, print, printLine } from '../terminal.ts'
import { fileText } from './watch.ts'

interface SettingsOptions {
  readonly fullText?: true
  readonly feedText?: true
  readonly every?: number
  readonly allowPrivate?: string[]
}

export function addFeedsCommand(program: Command): void {
  const feeds = program
    .command('feeds')
    .description('feeds that are polled: RSS, Atom, RDF, JSON Feed, news sitemaps')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild feeds add https://nordblick.example/rss.xml
  $ lagebild feeds add https://amt.example/atom --feed-text --every 60
  $ lagebild feeds poll
  $ lagebild serve                      polls them while it runs`,
    )

  settings(feeds.command('add').description('take in a feed, or give it new settings').argument('<url>'))
    .option('--name <name>', 'how lists call it (default: its own title)')
    .action((url: string, options: SettingsOptions & { name?: string }, command: Command) =>
      withStore(command, async (store) => {
        const feed = feedOf(url, options.name ?? null, options)
        await store.feeds.put(feed)
        print(feed.url)
      }),
    )

  feeds
    .command('list')
    .description('the feeds and how they are')
    .option('--json', 'one feed a line')
    .action((options: { json?: true }, command: Command) =>
      withStore(command, async (store) => {
        const now = Date.now()
        for (const record of await store.feeds.list()) {
          const health = healthOf(record, now)
          if (options.json) await printLine(JSON.stringify(health))
          else print(linesOf(health).join('\n'))
        }
      }),
    )

  feeds
    .command('remove')
    .description('poll a feed no more; reports that came from it stay')
    .argument('<url>')
    .action((url: string, _options: unknown, command: Command) =>
      withStore(command, async (store) => {
        if (await store.feeds.remove(URL.canParse(url) ? new URL(url).href : url)) return
        throw new LagebildError('feed-unknown', `There is no feed ${url}`, 'See `lagebild feeds list`.')
      }),
    )

  settings(
    feeds.command('import').description('take in the feeds of an OPML list').argument('<file>', 'OPML'),
  ).action((file: string, options: SettingsOptions, command: Command) =>
    withStore(command, async (store) => {
      const known = new Set((await store.feeds.list()).map(({ feed }) => feed.url))
      for (const { url, name } of feedsInOpml(fileText(file))) {
        // What is known already keeps its settings.
        if (known.has(url)) continue
        await store.feeds.put(feedOf(url, name, options))
        print(url)
      }
    }),
  )

  feeds
    .command('export')
    .description('print the feeds as an OPML list')
    .action((_options: unknown, command: Command) =>
      withStore(command, async (store) => print(opmlOf(await store.feeds.list()))),
    )

  feeds
    .command('poll')
    .description('poll the feeds that are due, read what they bring, and end')
    .option('--all', 'also feeds that are not due yet')
    .option('--json', 'every step as JSON, one a line')
    .action((options: { json?: true; all?: true }, command: Command) =>
      withStore(command, async (store) => {
        const counts = { failed: 0, feeds: 0, items: 0 }
        const stopped = new AbortController()
        process.removeAllListeners('SIGINT')
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort())
        await pollFeeds(store, {
          ...{ signal: stopped.signal, once: true, all: options.all ?? false },
          onStep: (step) => {
            count(step, counts)
            print(options.json ? JSON.stringify(step) : stepLine(step))
          },
          onError: (error) => note(`lagebild: ${error instanceof Error ? error.message : String(error)}`),
        })
        note(`${counts.feeds} feeds polled, ${counts.failed} failed; ${counts.items} items read`)
        if (stopped.signal.aborted) process.exitCode = EXIT.interrupted
        else if (counts.failed > 0)
          process.exitCode = counts.failed === counts.feeds ? EXIT.failed : EXIT.partly
      }),
    )
}

function settings(command: Command): Command {
  return command
    .option('--full-text', 'read the page behind each item (the default)')
    .option('--feed-text', 'read what the feed itself says of each item')
    .option('--every <minutes>', 'between two polls (default: as the feed asks, at least 10)', minutes)
    .option('--allow-private <hosts...>', 'hosts on private networks that may be fetched, by name')
}

/** @throws LagebildError `feed-bad-url`, `feed-option-clash` */
function feedOf(url: string, name: string | null, options: SettingsOptions): Feed {
  const address = URL.canParse(url) ? resolved(url, url) : null
  if (address === null)
    throw new LagebildError('feed-bad-url', `"${url}" is no http(s) address`, 'Check it for typing errors.')
  if (options.fullText && options.feedText)
    throw new LagebildError(
      'feed-option-clash',
      '--full-text and --feed-text exclude each other',
      'Leave one out.',
    )
  return {
    url: address,
    name,
    text: options.feedText ? 'feed' : 'full',
    every: options.every ?? null,
    allowPrivate: options.allowPrivate ?? [],
    addedAt: new Date().toISOString(),
  }
}

function minutes(value: string): number {
  const number = Number(value)
  if (!(number >= 1 && number <= 43_200)) throw new InvalidArgumentError('Give minutes, from 1 to 43200.')
  return number
}

function count(step: PollStep, counts: { failed: number; feeds: number; items: number }): void {
  if (step.kind === 'item') counts.items++
  else {
    counts.feeds++
    if (step.outcome === 'failed') counts.failed++
  }
}

function stepLine(step: PollStep): string {
  const why = step.code === null ? '' : `  (${step.code}) ${step.message}`
  if (step.kind === 'item') return `  ${step.outcome}  ${step.id}${why}`
  return `${step.outcome}  ${step.feed}  ${step.added} new, ${step.changed} changed${why}`
}

function linesOf(health: FeedHealth): string[] {
  const { standing, name, url, text, every, errors, error, quietSince, itemsADay, pending } = health
  const rate = itemsADay === null ? 'items a day not known yet' : `${itemsADay} items a day`
  const more = [
    `last success ${health.lastSuccess ?? 'never'}, next poll ${health.nextPoll ?? (standing === 'gone' ? 'never' : 'now')}`,
    `${rate}, newest ${health.newest ?? 'unknown'}${pending > 0 ? `, ${pending} still to be read` : ''}`,
    ...(quietSince === null ? [] : [`has brought nothing since ${quietSince}, unusually long for it`]),
    ...(error === null
      ? []
      : [`${errors > 0 ? `${errors} failures in a row: ` : ''}(${error.code}) ${error.message}`]),
  ]
  return [
    `${standing}  ${name}  ${url}  ${text} text, every ${every} min`,
    ...more.map((line) => `  ${line}`),
  ]
}
