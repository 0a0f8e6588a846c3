import { Board } from './board.js';
import { Chart } from './chart.js';
import { LOST, readDots } from './frames.js';
import { clock, count, fillIn, millis, percent, say } from './texts.js';

/** As the course's own stress test has it: above the first it adds no bot, above the second it drops some. */
const SLOW_MILLIS = 100;
const TOO_SLOW_MILLIS = 150;
const MOST_ROWS = 600;
const MOST_TRIES = 5;
const SURE_MILLIS = 4000;

const $ = (id) => document.getElementById(id);
const put = (id, text) => {
  if ($(id).textContent !== text) $(id).textContent = text;
};

fillIn(document);

/** A time with its unit in small. */
function putTime(id, value) {
  const [number, unit] = value === null ? ['–', ''] : millis(value).split(' ');
  const small = document.createElement('small');
  small.textContent = unit;
  $(id).replaceChildren(number, ...(unit ? [small] : []));
}

const tick = (value) => (value >= 1 ? count(value) : String(+value.toPrecision(1)));
const charts = [
  chart('response', millisTick, ['p50', '--first'], ['p90', '--second'], ['p99', '--third'], ['max', '--fourth']),
  chart('moves', tick, ['sent', '--second'], ['answered', '--first']),
  chart('clients', tick, ['clients', '--first']),
  chart('violations', tick, ['violations', '--fail']),
];

function chart(name, format, ...series) {
  return new Chart($(`chart-${name}`), {
    title: say(`chart.${name}`),
    format,
    log: name === 'response',
    bars: name === 'violations',
    series: series.map(([key, colour]) => ({ key, colour, name: say(`series.${key}`) })),
  });
}

function millisTick(value) {
  return value >= 1000 ? `${+(value / 1000).toPrecision(2)} s` : `${value >= 100 ? Math.round(value) : +value.toPrecision(2)} ms`;
}

let hello = null;
let board = null;
let rows = [];
let state = null;
let ended = false;
let tries = 0;
let socket = null;

function connect() {
  const url = new URL('view', location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  socket.onmessage = ({ data }) => (typeof data === 'string' ? hear(JSON.parse(data)) : showDots(readDots(data)));
  socket.onclose = () => {
    if (ended) return;
    stage('lost');
    disable(true);
    if (tries++ < MOST_TRIES) setTimeout(connect, 400 * 2 ** tries);
    else put('answer', say('lost.text'));
  };
}

function hear(message) {
  switch (message.kind) {
    case 'hello': begin(message); break;
    case 'state': showState(message); break;
    case 'seconds': addSeconds(message); break;
    case 'accepted': answer(say('answer.accepted', message.wish), false); break;
    case 'refused': answer(message.why, true); break;
    case 'end': end(message.result); break;
  }
}

function begin(message) {
  hello = message;
  tries = 0;
  rows = [];
  put('run', `${hello.spec} · ${hello.target}`);
  document.title = `${hello.spec} · simul swarm`;
  board ??= new Board($('board'), hello.scaleX, hello.scaleY);
  $('rates').hidden = hello.closed;
  stage('connecting');
  disable(false);
}

function stage(name) {
  $('stage').className = `pill ${name}`;
  put('stage', say(`stage.${name}`));
}

function showDots(dots) {
  board.show(dots);
  let lost = 0;
  for (let i = 0; i < dots.count; i++) lost += dots.states[i] === LOST;
  const size = say('board.note', count(hello.width), count(hello.height));
  put('board-note', lost ? `${size} · ${say('board.lost', count(lost))}` : size);
}

function showState(now) {
  state = now;
  const total = hello.warmUpMillis + hello.playMillis;
  stage(now.stage === 'playing' && now.elapsedMillis < hello.warmUpMillis ? 'warmup' : now.stage);
  put('elapsed', say('elapsed', clock(Math.min(now.elapsedMillis, total)), clock(total)));
  $('progress').value = Math.min(1, now.elapsedMillis / total);
  put('clients', count(now.clients));
  put('clients-note', [
    say('clients.note', count(now.wanted)),
    ...(now.refused ? [say('clients.refused', count(now.refused))] : []),
  ].join(' · '));
  put('reach', percent(now.reach));
  $('violations').classList.toggle('bad', now.violations > 0);
  put('violations', count(now.violations));
  $('errors').classList.toggle('bad', now.errors > 0);
  put('errors', count(now.errors));
  offer('wanted', String(now.wanted));
  if (now.rate !== null) offer('rate', String(now.rate));
  $('board').setAttribute('aria-label', say('board', hello.width, hello.height, now.clients));
  board.mark(now.first.map((violation) => violation.bot));
  list(now.first);
}

/** What is so now, unless somebody is typing. */
function offer(id, value) {
  const input = $(id);
  if (document.activeElement !== input && !input.dataset.pending) input.value = value;
  if (input.dataset.pending === value) delete input.dataset.pending;
}

function addSeconds({ names, rows: fresh }) {
  for (const values of fresh) {
    const row = Object.fromEntries(names.map((name, i) => [name, values[i]]));
    if (!rows.length || row.number > rows[rows.length - 1].number) rows.push(row);
  }
  rows = rows.slice(-MOST_ROWS);
  const last = rows[rows.length - 1];
  put('moves', count(last.answered));
  const slow = last.p50 === null ? '' : last.p50 >= TOO_SLOW_MILLIS ? ' bad' : last.p50 >= SLOW_MILLIS ? ' slow' : '';
  $('delay').className = `value${slow}`;
  putTime('delay', last.p50);
  put('delay-note', last.p99 === null ? '' : say('delay.note', millis(last.p99)));
  $('delay').title = say('delay.about');
  draw(null);
}

function draw(hover) {
  for (const each of charts) each.show(rows, hover);
}

for (const each of charts) {
  each.canvas.addEventListener('pointermove', (event) => draw(each.secondAt(event.clientX)));
  each.canvas.addEventListener('pointerleave', () => draw(null));
}

function list(first) {
  $('list').hidden = first.length === 0;
  if (first.length === $('first').childElementCount) return;
  $('first').replaceChildren(...first.map((violation) => {
    const item = document.createElement('li');
    const rule = document.createElement('b');
    rule.textContent = violation.rule;
    const at = document.createElement('span');
    at.className = 'note';
    at.textContent = say('first.at', (violation.atMillis / 1000).toFixed(2), violation.bot);
    item.append(rule, ' ', violation.text, ' ', at);
    if (violation.bytes) {
      const bytes = document.createElement('code');
      bytes.textContent = violation.bytes;
      item.append(' ', bytes);
    }
    return item;
  }));
}

function wish(text) {
  if (socket?.readyState === WebSocket.OPEN) socket.send(text);
}

function answer(text, bad) {
  $('answer').classList.toggle('bad', bad);
  put('answer', text);
  if (bad) for (const id of ['wanted', 'rate']) delete $(id).dataset.pending;
}

function wishNumber(command, id, value, least, most, form) {
  if (!form.test(String(value)) || !(Number(value) >= least && Number(value) <= most)) {
    answer(say('answer.number', least, count(most)), true);
    return;
  }
  $(id).value = String(value);
  $(id).dataset.pending = String(Number(value));
  wish(`${command} ${value}`);
}

const wishClients = (value) => wishNumber('clients', 'wanted', value, 1, hello.mostClients, /^\d+$/);
const wishRate = (value) => wishNumber('rate', 'rate', value, 0.001, hello.mostRate, /^\d+(\.\d{1,9})?$/);

for (const button of document.querySelectorAll('[data-add]')) {
  button.onclick = () => {
    const now = Number($('wanted').dataset.pending ?? state.wanted);
    wishClients(Math.min(hello.mostClients, Math.max(1, now + Number(button.dataset.add))));
  };
}
for (const button of document.querySelectorAll('[data-times]')) {
  button.onclick = () => {
    const now = Number($('rate').dataset.pending ?? state.rate);
    const next = Math.min(hello.mostRate, Math.max(0.001, now * Number(button.dataset.times)));
    wishRate(+next.toFixed(3));
  };
}
$('wanted').onchange = () => wishClients($('wanted').value.trim());
$('rate').onchange = () => wishRate($('rate').value.trim());
$('controls').onsubmit = (event) => {
  event.preventDefault();
  document.activeElement.blur();
};

/** The first click asks, the second one does it. */
$('stop').onclick = () => {
  if ($('stop').classList.contains('sure')) {
    wish('stop');
    return;
  }
  $('stop').classList.add('sure');
  put('stop', say('controls.sure'));
  setTimeout(calmDown, SURE_MILLIS);
};

function calmDown() {
  $('stop').classList.remove('sure');
  put('stop', say('controls.stop'));
}

function disable(off) {
  for (const element of $('controls').elements) element.disabled = off;
}

function end(result) {
  ended = true;
  stage('over');
  disable(true);
  calmDown();
  put('answer', '');
  put('violations', count(result.violations.total));
  put('reach', percent(result.reach));
  $('verdict').hidden = false;
  $('verdict').className = `verdict ${result.verdict.toLowerCase()}`;
  put('verdict-word', result.verdict);
  const response = result.responseMillis;
  const text = say(
    'end.text', count(result.moves.answered), count(result.moves.asked), percent(result.reach),
    millis(response.p50), millis(response.p99));
  put('verdict-text', `${say(result.verdict)} ${text}`);
}

disable(true);
stage('connecting');
connect();
