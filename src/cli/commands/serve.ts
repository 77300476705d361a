import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import { countriesAround } from '../../chronicle/near.ts'
import { StreamHub } from '../../live/stream/hub.ts'
import { startServer } from '../../serve/server.ts'
import { openStore } from '../../store/sqlite.ts'
import { dataFolder } from '../options.ts'
import { readCodebook } from '../resources.ts'
import { note, print } from '../terminal.ts'
import { cachedChronicle } from '../view.ts'

export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('serve the chronicle as a page and as an API, on this machine only')
    .option('--port <n>', '0 for any free one', port, 4780)
    .option('--host <name>', 'address to listen on', '127.0.0.1')
    .addHelpText(
      'after',
      `
Example:
  $ lagebild serve --port 8080        then open http://127.0.0.1:8080/`,
    )
    .action(async (options: { port: number; host: string }, command: Command) => {
      const store = await openStore(dataFolder(command))
      const { places } = readCodebook()
      const onError = (error: unknown) => note(String(error))
      const stream = new StreamHub(store, { onError })
      await stream.start()
      const server = await startServer(
        {
          store,
          chronicleOf: cachedChronicle(store),
          countriesAround: (at, km) => countriesAround(places, at, km),
          stream,
          onError,
        },
        options,
      )
      print(server.url)
      note('Stop with Ctrl-C.')
      const stop = async () => {
        stream.close()
        await server.close()
        await store.close()
        process.exit(0)
      }
      process.removeAllListeners('SIGINT')
      process.once('SIGINT', stop)
      process.once('SIGTERM', stop)
    })
}

function port(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError('Give a port from 0 to 65535.')
  return number
}
