// Looks at the live page and at the HTML report of a swarm as people do: in a browser.
// node swarm.mjs SWARM PORT FOLDER: the command, a server that serves homework3, and where pictures go.
// CHROMIUM names the browser. Needs playwright-core beside it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [swarm, port, folder] = process.argv.slice(2);
const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const PATIENCE_MILLIS = 30_000;

let passed = 0;
async function check(name, body) {
  await body();
  passed++;
  console.log(`ok    ${name}`);
}

/** A page in which whatever goes wrong is written down. */
async function open(browser, url, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MILLIS);
  page.faults = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) page.faults.push(message.text());
  });
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('requestfailed', (request) => page.faults.push(`${request.url()} failed`));
  await page.goto(url);
  return page;
}

const picture = (page, name, options = {}) =>
  page.screenshot({ path: join(folder, `${name}.png`), ...options });

async function noOverflow(page) {
  const [wide, shown] = await page.evaluate(() =>
    [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  assert.ok(wide <= shown, `the page is ${wide} wide in a window of ${shown}`);
}

const shows = (page, id, text) =>
  page.waitForFunction(([at, wanted]) => document.getElementById(at).textContent === wanted, [id, text]);

/** How many others the server tells a newcomer of: it connects, hears their positions and leaves. */
function othersOnTheServer() {
  return new Promise((resolve, reject) => {
    const ids = new Set();
    let own = null;
    let rest = Buffer.alloc(0);
    const socket = connect(Number(port), '127.0.0.1', () => setTimeout(() => socket.end(), 500));
    socket.on('data', (bytes) => {
      rest = Buffer.concat([rest, bytes]);
      while (rest.length > 0 && rest.length >= rest[0]) {
        const packet = rest.subarray(0, rest[0]);
        rest = rest.subarray(rest[0]);
        if (packet[1] === 2) own = packet[2];
        if (packet[1] === 1) ids.add(packet[2]);
        if (packet[1] === 3) ids.delete(packet[2]);
      }
    });
    socket.on('error', reject);
    socket.on('close', () => {
      ids.delete(own);
      resolve(ids.size);
    });
  });
}

/** The swarm, once it says where to look. */
async function startSwarm(...options) {
  const child = spawn(swarm, ['--port', port, '--live', ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.said = '';
  child.ended = new Promise((resolve) => child.on('exit', resolve));
  child.url = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no URL in: ${child.said}`)), 4 * PATIENCE_MILLIS);
    child.stdout.on('data', (bytes) => {
      child.said += bytes;
      const url = child.said.match(/http:\/\/\S+/);
      if (url) {
        clearTimeout(timer);
        resolve(url[0]);
      }
    });
    child.ended.then((code) => reject(new Error(`it ended with ${code}: ${child.said}`)));
  });
  return child;
}

const hash = (page) => page.evaluate(() => document.getElementById('board').toDataURL());

/** Ten thousand dots on a board of their own, at the pace of a real run. */
function crowd(count) {
  return import('./board.js').then(async ({ Board }) => {
    document.querySelector('.board').replaceChildren(document.createElement('canvas'));
    const canvas = document.querySelector('.board canvas');
    const board = new Board(canvas, 400, 400);
    const dots = { count, x: new Float32Array(count), y: new Float32Array(count), states: new Uint8Array(count).fill(1) };
    for (let i = 0; i < count; i++) {
      dots.x[i] = Math.floor(Math.random() * 400);
      dots.y[i] = Math.floor(Math.random() * 400);
    }
    const drawn = [];
    let frames = 0;
    let counting = true;
    const each = () => {
      frames++;
      drawn.push(board.drawnMillis);
      if (counting) requestAnimationFrame(each);
    };
    requestAnimationFrame(each);
    const begun = performance.now();
    for (let round = 0; round < 20; round++) {
      for (let i = 0; i < count; i++) {
        const along = Math.random() < 0.5 ? dots.x : dots.y;
        along[i] = Math.min(399, Math.max(0, along[i] + (Math.random() < 0.5 ? 1 : -1)));
      }
      board.show({ ...dots, x: dots.x.slice(), y: dots.y.slice() });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    counting = false;
    drawn.sort((a, b) => a - b);
    return {
      perSecond: Math.round(frames / ((performance.now() - begun) / 1000)),
      medianMillis: drawn[Math.floor(drawn.length / 2)],
    };
  });
}

const report = join(folder, 'swarm.html');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
let child;
try {
  child = await startSwarm('--clients', '5', '--rate', '4', '--duration', '5m', '--html', report);
  const page = await open(browser, child.url, { viewport: DESKTOP, locale: 'en-US' });

  await check('the page shows five clients that play', async () => {
    await shows(page, 'clients', '5');
    await shows(page, 'stage', 'playing');
  });
  await check('dots move', async () => {
    const before = await hash(page);
    await page.waitForFunction((old) => document.getElementById('board').toDataURL() !== old, before);
  });
  await check('a button adds a client, and the server sees it', async () => {
    await page.click('[data-add="1"]');
    await shows(page, 'clients', '6');
    assert.equal(await othersOnTheServer(), 6);
  });
  await check('a number that is typed counts, and the server sees it', async () => {
    await page.fill('#wanted', '3');
    await page.press('#wanted', 'Enter');
    await shows(page, 'clients', '3');
    assert.equal(await othersOnTheServer(), 3);
    await page.fill('#wanted', '8');
    await page.press('#wanted', 'Enter');
    await shows(page, 'clients', '8');
  });
  await check('what is no number is refused', async () => {
    await page.fill('#wanted', '0');
    await page.press('#wanted', 'Enter');
    await shows(page, 'answer', 'That is no number from 1 to 20,000.');
  });
  await check('the rate changes', async () => {
    await page.click('[data-times="2"]');
    await page.waitForFunction(() => document.getElementById('rate').value === '8');
    await page.waitForFunction(() => Number(document.getElementById('moves').textContent) > 50);
  });
  await check('numbers for Prometheus', async () => {
    const answer = await fetch(new URL('metrics', child.url));
    assert.match(answer.headers.get('content-type'), /^text\/plain; version=0\.0\.4/);
    assert.match(await answer.text(), /^simul_swarm_clients 8$/m);
  });
  await check('it looks right on a desktop, in the light and in the dark', async () => {
    await noOverflow(page);
    await picture(page, 'live-desktop');
    await page.emulateMedia({ colorScheme: 'dark' });
    await picture(page, 'live-dark');
    await page.emulateMedia({ colorScheme: 'light' });
  });
  await check('and on a phone', async () => {
    const phone = await open(browser, child.url, { viewport: PHONE, deviceScaleFactor: 2, locale: 'ko-KR' });
    await shows(phone, 'clients', '8');
    assert.equal(await phone.textContent('.large .label'), '클라이언트');
    await noOverflow(phone);
    await picture(phone, 'live-phone', { fullPage: true });
    assert.deepEqual(phone.faults, []);
    await phone.context().close();
  });
  await check('ten thousand dots are drawn smoothly', async () => {
    const many = await open(browser, child.url, { viewport: DESKTOP, locale: 'en-US' });
    await shows(many, 'clients', '8');
    const drawn = await many.evaluate(crowd, 10_000);
    console.log(`      ${drawn.perSecond} pictures a second, ${drawn.medianMillis.toFixed(1)} ms each`);
    await picture(many, 'live-crowd');
    assert.ok(drawn.perSecond >= 10, `${drawn.perSecond} pictures a second`);
    await many.context().close();
  });
  await check('the second click stops the run, and the page says how it ended', async () => {
    await page.click('#stop');
    await shows(page, 'stop', 'Really stop?');
    await page.click('#stop');
    await page.waitForSelector('#verdict.pass');
    await shows(page, 'stage', 'over');
    assert.equal(await child.ended, 0, child.said);
    await picture(page, 'live-end');
  });
  await check('nothing went wrong in the page', async () => assert.deepEqual(page.faults, []));

  for (const [name, viewport] of [['desktop', DESKTOP], ['phone', PHONE]]) {
    await check(`the report opens from the disk on a ${name}`, async () => {
      const saved = await open(browser, `file://${report}`, { viewport, deviceScaleFactor: name === 'phone' ? 2 : 1 });
      assert.match(await saved.textContent('h1'), /PASS/);
      assert.ok((await saved.locator('svg').count()) >= 4);
      await noOverflow(saved);
      await picture(saved, `report-${name}`, { fullPage: true });
      if (name === 'desktop') await saved.pdf({ path: join(folder, 'report.pdf'), format: 'A4' });
      assert.deepEqual(saved.faults, []);
    });
  }
} finally {
  child?.kill();
  await browser.close();
}
console.log(`${passed} passed, 0 failed`);
