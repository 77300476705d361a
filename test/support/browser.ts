import { existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'

/** Debian's browser. LAGEBILD_SHOTS=FOLDER also leaves pictures of the pages there. */
const CHROMIUM = '/usr/bin/chromium'
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const SHOTS = process.env.LAGEBILD_SHOTS
export const WEB_ROOT = `${ROOT}dist/web`

export const DESKTOP = { viewport: { width: 1440, height: 900 } } as const
export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } as const

/** Whether there is no browser here; says so once for each file of tests. */
export function noBrowser(file: string): boolean {
  const missing = !existsSync(CHROMIUM)
  if (missing) console.warn(`${file} is skipped: there is no ${CHROMIUM} on this machine`)
  return missing
}

/** The built pages, built now where they are not. */
export async function builtPages(): Promise<string> {
  if (!existsSync(`${WEB_ROOT}/index.html`)) {
    const { build } = await import('vite')
    await build({ root: `${ROOT}web`, configFile: `${ROOT}web/vite.config.ts`, logLevel: 'warn' })
  }
  return WEB_ROOT
}

export async function startBrowser(): Promise<Browser> {
  if (SHOTS) mkdirSync(SHOTS, { recursive: true })
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-quic',
      '--no-first-run',
    ],
  })
}

/** A page of its own storage; its errors, broken security rules among them, fail the test. */
export async function visitPage(
  browser: Browser,
  address: string,
  body: (page: Page) => Promise<void>,
  options: BrowserContextOptions = {},
): Promise<void> {
  const context = await browser.newContext({
    locale: 'de-DE',
    colorScheme: 'light',
    ...DESKTOP,
    ...options,
  })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  try {
    await page.goto(address)
    await body(page)
    expect(errors).toEqual([])
  } finally {
    await context.close()
  }
}

export async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png` })
}

/** How far the page is wider than the screen, in px. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - innerWidth')
