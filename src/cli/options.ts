import type { Command } from 'commander'

/** `--data`, else the environment's LAGEBILD_DATA, else ./lagebild-data. */
export function dataFolder(command: Command): string {
  const { data } = command.optsWithGlobals() as { data?: string }
  return data ?? process.env.LAGEBILD_DATA ?? './lagebild-data'
}
