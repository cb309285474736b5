// Looks at the pages of comparisons in a headless browser: node walk.mjs <address> <folder>. Every page is judged by axe, and must fit a narrow screen.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { chromium } from 'playwright-core';

const [address, folder] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 900 } });
const page = await context.newPage();
const complaints = [];
page.on('console', message => { if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`); });
page.on('pageerror', error => complaints.push(String(error)));
let shots = 0;

async function shoot(name) {
  shots += 1;
  await page.screenshot({ path: join(folder, `${String(shots).padStart(2, '0')}-${name}.png`), fullPage: true });
}

/** A page as it opens, and with all that folds out, wide and narrow. */
async function look(path, name) {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(address + path);
  await judged(name);
  await page.evaluate(() => document.querySelectorAll('details').forEach(each => { each.open = true; }));
  await page.setViewportSize({ width: 360, height: 740 });
  await judged(`${name}-on-a-phone`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  assert.equal(wide, false, `${name} needs no scrolling sideways on a narrow screen`);
}

async function judged(name) {
  await shoot(name);
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' | ')}`), [], `axe on ${name}`);
  const broken = await page.evaluate(() => [...document.images].filter(each => !each.complete || each.naturalWidth === 0).map(each => each.src));
  assert.deepEqual(broken, [], `every picture on ${name} is there`);
}

for (const lang of ['nl', 'en']) {
  await look(`/?lang=${lang}`, `overview-${lang}`);
  await look(`/?lang=${lang}&topic=fte&round=2027&peersOf=GM0327&peers=1`, `staff-among-peers-${lang}`);
  await look(`/?lang=${lang}&topic=fte&round=2027&chart=fte-total&compareTo=2005`, `two-rounds-${lang}`);
  await look(`/?lang=${lang}&topic=policy-areas&round=2005`, `shares-${lang}`);
  await look(`/?lang=${lang}&topic=ratings&round=2005`, `ratings-${lang}`);
  await look(`/?lang=${lang}&topic=none&round=1999&sizeClass=huge`, `not-there-${lang}`);
  await look(`/figures/2005.GM0327.fte-total?lang=${lang}`, `origin-${lang}`);
  await look(`/figures/2005.GM0327.rating-depth?lang=${lang}`, `origin-of-a-rating-${lang}`);
}

// From a figure to where it comes from, to an earlier version, and back, by the keyboard alone.
await page.setViewportSize({ width: 1280, height: 900 });
await page.goto(`${address}/?lang=nl&topic=fte&round=2005`);
await page.focus('a[href^="/figures/2005.GM0327.fte-total"]');
assert.notEqual(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle), 'none', 'the focus shows');
await page.keyboard.press('Enter');
await page.waitForURL('**/figures/2005.GM0327.fte-total?*');
assert.match(await page.textContent('main'), /spreekt dit tegen/);
await page.emulateMedia({ media: 'print' });
await shoot('origin-on-paper');
await page.goto(`${address}/?lang=nl&topic=policy-areas&round=2005`);
assert.equal(await page.isVisible('form.choose'), false, 'what one chooses with is not printed');
assert.equal(await page.isVisible('.chart img'), true, 'the chart is printed');
await shoot('shares-on-paper');

assert.deepEqual(complaints, [], 'the browser complains of nothing');
await browser.close();
console.log(`walked: ${shots} pages looked at`);
