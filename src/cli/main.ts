#!/usr/bin/env node
import { tuneEngine } from './engine.ts'
import { EXIT } from './exit-codes.ts'
import { run } from './program.ts'

// A reader that closes the pipe early (`| head`) has what it wants.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.ok)
  throw error
})
process.once('SIGINT', () => process.exit(EXIT.interrupted))

tuneEngine()
process.exitCode = await run(process.argv.slice(2))
