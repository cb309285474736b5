// Walks a contact's pages in a headless browser: node walk.mjs <address> <round> <round in comment> <round that began with an earlier one> <folder>.
// Sign-in, opening the questionnaire and the reply are done with the keyboard alone; every page is judged by axe.
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { chromium } from 'playwright-core';

const [address, round, commentRound, copiedRound, folder] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const context = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1100, height: 800 } });
const page = await context.newPage();
const complaints = [];
page.on('console', message => { if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text()); });
page.on('pageerror', error => complaints.push(String(error)));
let shots = 0;

async function look(name) {
  shots += 1;
  await page.screenshot({ path: join(folder, `${String(shots).padStart(2, '0')}-${name}.png`), fullPage: true });
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' | ')}`), [], `axe on ${name}`);
}

/** Presses Tab until the focus is on what the selector names: what cannot be reached so is not there for who has no mouse. */
async function tabTo(selector) {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(s => document.activeElement?.matches(s), selector)) {
      const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
      assert.notEqual(outline, 'none', `the focus shows on ${selector}`);
      return;
    }
  }
  assert.fail(`no Tab leads to ${selector}`);
}

const text = () => page.textContent('main');
const says = async sentence => assert.ok((await text()).includes(sentence), `"${sentence}" is not on ${page.url()}`);

await page.goto(address);
assert.match(page.url(), /\/sign-in$/);
await look('sign-in');
await tabTo('#name');
await page.keyboard.type('leusden');
await tabTo('#password');
await page.keyboard.type('niet goed');
await page.keyboard.press('Enter');
await page.waitForSelector('.trouble');
await says('horen niet bij elkaar');
await look('sign-in-refused');
await tabTo('#password');
await page.keyboard.type('leusden');
await page.keyboard.press('Enter');
await page.waitForURL(url => url.pathname === '/');
await look('my-questionnaires');
await tabTo(`a[href="/rounds/${round}/GM0327"]`);
await page.keyboard.press('Enter');
await page.waitForURL(`**/rounds/${round}/GM0327`);
await says('Wat vragen we nu van u?');
await look('what-is-asked');
await tabTo('a[href="#remarks"]');
await page.keyboard.press('Enter');
await tabTo('textarea[name=text]');
await page.keyboard.type('Op 1 januari 2005, volgens het jaarverslag.');
await tabTo('button');
await page.keyboard.press('Enter');
await page.waitForURL(/done=reply/);
await says('Uw reactie is bewaard.');
await look('replied');

const [download] = await Promise.all([page.waitForEvent('download'), page.click('a[href$="workbook?in=nl"]')]);
const file = join(folder, download.suggestedFilename());
await download.saveAs(file);
assert.ok(statSync(file).size > 10_000, 'a workbook was downloaded');
await page.setInputFiles('#file', join(folder, 'wrong.xlsx'));
await page.click('form[enctype] button');
await page.waitForSelector('.trouble');
await says('Er is niets bewaard');
await look('workbook-refused');
await page.setInputFiles('#file', join(folder, 'right.xlsx'));
await page.click('form[enctype] button');
await page.waitForURL(/done=workbook/);
await says('Het werkboek is verwerkt. Gewijzigd (1)');
await look('workbook-taken-in');

await page.click('a[href$="/submit"]');
await page.waitForURL(/\/submit$/);
await says('Wilt u indienen?');
await look('submit');
await page.click('main form button');
await page.waitForURL(/\/receipt/);
await says('Controlegetal');
await look('receipt');
await page.emulateMedia({ media: 'print' });
await look('receipt-on-paper');
await page.emulateMedia({ media: null });
await page.goto(`${address}/rounds/${round}/GM0327`);
await says('U hoeft nu niets te doen.');
await look('submitted');

await page.goto(`${address}/rounds/${copiedRound}/GM0327`);
await says('hebt u');
await look('earlier-answers-folded');
await tabTo('a[href="#proposals"]');
await page.keyboard.press('Enter');
await tabTo('#proposals summary');
await page.keyboard.press('Enter');
await tabTo('#q-residents');
await page.keyboard.press('Space');
await look('earlier-answers-ticked');
await tabTo('button[value=confirm]');
await page.keyboard.press('Enter');
await page.waitForURL(/done=confirmed/);
await says('zijn bewaard en tellen mee');
assert.equal(await page.locator('#q-residents').count(), 0, 'what is confirmed is not asked again');
await page.click('#proposals summary');
await page.click('#proposals button[value=dismiss]');
await page.waitForSelector('.trouble');
await says('Kies ten minste één vraag.');
await look('nothing-ticked');
await page.setViewportSize({ width: 360, height: 740 });
await page.goto(`${address}/rounds/${copiedRound}/GM0327`);
for (const each of await page.locator('#proposals summary').all()) await each.click();
assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth), false, 'earlier answers fit a narrow screen');
await look('earlier-answers-on-a-phone');
await page.locator('#proposals details').last().locator('button[value=confirm-all]').click();
await page.waitForURL(/done=confirmed/);
assert.equal(await page.locator('#proposals').count(), 0, 'nothing is left to decide');
await page.goto(`${address}/rounds/${commentRound}/GM0327`);
await says('Lees de beschrijving van uw gemeente');
const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
assert.equal(wide, false, 'a narrow screen needs no scrolling sideways');
await look('comment-on-a-phone');
await page.goto(`${address}/rounds/${round}/GM0327#progress`);
const cut = await page.evaluate(() => [...document.querySelectorAll('.scroll')].filter(box => box.scrollWidth > box.clientWidth).length);
assert.equal(cut, 0, 'a table fits a narrow screen');
await look('progress-on-a-phone');
await page.goto(`${address}/rounds/${commentRound}/GM0327`);
await page.setViewportSize({ width: 1100, height: 800 });
await page.click('header a[hreflang=en]');
await says('Read the description of your municipality');
await page.click('summary');
await look('comment-in-english');
await page.goto(`${address}/rounds/none/GM0327`);
await says('There is nothing at this address');
await look('no-such-page');
await page.click('header form button');
await page.waitForURL(/\/sign-in/);
await page.goto(`${address}/rounds/${round}/GM0327`);
assert.match(page.url(), /\/sign-in\?to=/);

assert.deepEqual(complaints, [], 'the browser complains of nothing');
await browser.close();
console.log(`walked: ${shots} pages looked at`);
