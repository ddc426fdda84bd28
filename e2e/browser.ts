/** A real Chromium with a Chinese font, both from npm packages, so that walks need nothing installed. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as driver } from 'playwright-core'

const FONT = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/zcool-xiaowei/400Regular/ZCOOLXiaoWei_400Regular.ttf',
)

// Fontconfig finds the font by this file; the machine may have none that knows Chinese.
function fontSettings(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-fonts-'))
  const path = join(folder, 'fonts.conf')
  const text = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${dirname(FONT)}</dir><cachedir>${folder}</cachedir></fontconfig>`
  writeFileSync(path, text)
  return path
}

// Closing one page would end them all.
const FOR_LAMBDAS = '--single-process'

// Nothing of ours is anywhere else, and a closed network answers late.
const QUIET = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts the browser; close it at the end. */
export async function openBrowser(): Promise<Browser> {
  return driver.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((one) => one !== FOR_LAMBDAS), ...QUIET],
    env: { ...process.env, FONTCONFIG_FILE: fontSettings() },
  })
}
