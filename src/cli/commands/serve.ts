import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { createWordForms } from '../../analyse/word-forms.ts'
import { countriesAround } from '../../chronicle/near.ts'
import { german } from '../../language/de/index.ts'
import { vocabularyOf } from '../../language/lexicon.ts'
import { StreamHub } from '../../live/stream/hub.ts'
import type { ServeDeps } from '../../serve/deps.ts'
import { startServer } from '../../serve/server.ts'
import type { Store } from '../../store/port.ts'
import { openStore } from '../../store/sqlite.ts'
import { viewOf } from '../../store/view.ts'
import { dataFolder } from '../options.ts'
import { pollFeeds } from '../polling.ts'
import { readCodebook, readConflictScale, readLexicon, readModels } from '../resources.ts'
import { note, print } from '../terminal.ts'
import { cachedChronicle } from '../view.ts'

interface ServeOptions {
  readonly port: number
  readonly host: string
  readonly allowHost?: string[]
  readonly token?: string
  readonly readOnly?: true
  readonly feeds: boolean
}

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('serve the chronicle as a page and as an API, on this machine only')
    .option('--port <n>', '0 for any free one', port, 4780)
    .option(
      '--host <name>',
      'address to listen on; any other than this machine’s own asks for a token',
      '127.0.0.1',
    )
    .option('--allow-host <names...>', 'names under which a browser may address the server')
    .option('--token <text>', 'the token to ask for (default: $LAGEBILD_TOKEN, else a random one)')
    .option('--read-only', 'write no decisions down')
    .option('--no-feeds', 'do not poll the feeds while serving')
    .addHelpText(
      'after',
      `
Example:
  $ lagebild serve --port 8080        then open http://127.0.0.1:8080/`,
    )
    .action(async (options: ServeOptions, command: Command) => {
      const store = await openStore(dataFolder(command))
      const token = options.token ?? process.env.LAGEBILD_TOKEN
      const codebook = once(readCodebook)
      const onError = (error: unknown) => note(String(error))
      const stream = new StreamHub(store, { onError })
      await stream.start()
      const server = await startServer(
        {
          store: options.readOnly ? readOnly(store) : store,
          chronicleOf: cachedChronicle(store),
          feedsOf: () => store.feeds.list(),
          viewOf: (asOf) => viewOf(store, asOf),
          codebook,
          scale: once(readConflictScale),
          words: once(() => createWordForms(readModels().model, german, vocabularyOf(readLexicon()))),
          countriesAround: (at, km) => countriesAround(codebook().places, at, km),
          allowedHosts: options.allowHost ?? [],
          ...(token === undefined ? {} : { token }),
          stream,
          onError,
        },
        options,
      )
      const stopped = new AbortController()
      const polling = options.feeds
        ? pollFeeds(store, { signal: stopped.signal, onError }).catch(onError)
        : Promise.resolve()
      print(server.url)
      note('Stop with Ctrl-C.')
      const stop = async () => {
        stopped.abort()
        stream.close()
        await polling
        await server.close()
        await store.close()
        process.exit(0)
      }
      process.removeAllListeners('SIGINT')
      process.once('SIGINT', stop)
      process.once('SIGTERM', stop)
    })
}

function readOnly(store: Store): ServeDeps['store'] {
  return {
    readings: (options) => store.readings(options),
    text: (id) => store.text(id),
    version: () => store.version(),
    decisions: (options) => store.decisions(options),
  }
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
}

function port(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError('Give a port from 0 to 65535.')
  return number
}
