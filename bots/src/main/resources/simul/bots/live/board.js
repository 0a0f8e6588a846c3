import { ABSENT, LOST, PLAYS } from './frames.js';

/** Up to so many cells a side, the squares of the board are drawn. */
const MOST_SQUARES = 64;
/** Up to so many bots, each has a colour of its own and, where there is room, its number. */
const MOST_COLOURS = 32;
/** From so many pixels on, bots that share a cell are drawn beside one another. */
const ROOMY_PIXELS = 6;
/** So much of the window's height it takes at most. */
const MOST_HEIGHT_PERCENT = 62;
/** The angle after which no two seeds of a sunflower lie in a line. */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

/**
 * The board with a dot for each bot. Pictures come ten times a second; between them dots glide, so
 * that the eye can follow.
 */
export class Board {
  constructor(canvas, width, height) {
    this.canvas = canvas;
    this.width = width;
    this.height = height;
    this.marked = new Set();
    this.shown = null;
    this.from = null;
    this.to = null;
    this.glideMillis = 100;
    this.stillness = matchMedia('(prefers-reduced-motion: reduce)');
    this.frame = 0;
    this.drawnMillis = 0;
    const ratio = Math.min(3, Math.max(1 / 3, width / height));
    canvas.parentElement.style.aspectRatio = `${ratio}`;
    canvas.parentElement.style.maxWidth = `${MOST_HEIGHT_PERCENT * ratio}vh`;
    new ResizeObserver(() => this.wake()).observe(canvas.parentElement);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
      this.colours = null;
      this.wake();
    });
  }

  /** Bots to draw attention to, by number. */
  mark(numbers) {
    this.marked = new Set(numbers);
  }

  /** A new picture; what is on the canvas now glides there. */
  show(dots) {
    const now = performance.now();
    if (this.came) {
      // Whatever the interval really is, the dots arrive when the next picture comes.
      this.glideMillis += 0.2 * (Math.min(1000, now - this.came) - this.glideMillis);
    }
    this.came = now;
    const places = this.place(dots);
    this.from = this.shown;
    this.to = places;
    this.wake();
  }

  /** Where each dot goes on the board, in cells, and how large it is. */
  place(dots) {
    const cell = this.cellPixels();
    const x = new Float32Array(dots.count);
    const y = new Float32Array(dots.count);
    const size = new Float32Array(dots.count);
    const shared = cell >= ROOMY_PIXELS ? this.crowds(dots) : null;
    const seen = shared ? new Uint32Array(this.width * this.height) : null;
    let playing = 0;
    for (let i = 0; i < dots.count; i++) {
      x[i] = dots.x[i] + 0.5;
      y[i] = dots.y[i] + 0.5;
      size[i] = 0.36;
      if (dots.states[i] === ABSENT) continue;
      playing++;
      if (shared) {
        const at = dots.y[i] * this.width + dots.x[i];
        const crowd = shared[at];
        if (crowd > 1) {
          const k = seen[at]++;
          const radius = 0.4 * Math.sqrt((k + 0.5) / crowd);
          x[i] += radius * Math.cos(k * GOLDEN_ANGLE);
          y[i] += radius * Math.sin(k * GOLDEN_ANGLE);
          size[i] = Math.max(0.05, 0.36 / Math.sqrt(crowd));
        }
      }
    }
    return { count: dots.count, x, y, size, states: dots.states, playing };
  }

  /** How many bots are on each cell. */
  crowds(dots) {
    const crowds = new Uint32Array(this.width * this.height);
    for (let i = 0; i < dots.count; i++) {
      if (dots.states[i] !== ABSENT) crowds[dots.y[i] * this.width + dots.x[i]]++;
    }
    return crowds;
  }

  cellPixels() {
    return Math.min(
      this.canvas.clientWidth / this.width, this.canvas.clientHeight / this.height) || 1;
  }

  wake() {
    if (!this.frame) {
      this.frame = requestAnimationFrame(() => this.paint());
    }
  }

  paint() {
    this.frame = 0;
    const begun = performance.now();
    const progress = this.stillness.matches
      ? 1 : Math.min(1, (begun - (this.came ?? 0)) / this.glideMillis);
    this.shown = this.to && this.between(progress);
    this.resize();
    const context = this.canvas.getContext('2d');
    this.colours ??= readColours();
    this.paintBoard(context);
    if (this.shown) this.paintDots(context, this.shown);
    this.drawnMillis = performance.now() - begun;
    if (progress < 1) this.wake();
  }

  resize() {
    const ratio = window.devicePixelRatio || 1;
    const width = Math.round(this.canvas.parentElement.clientWidth * ratio);
    const height = Math.round(this.canvas.parentElement.clientHeight * ratio);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
  }

  /** The picture that is so far from the last one to the next; who jumps across the board does not glide. */
  between(progress) {
    const { from, to } = this;
    if (!from || progress >= 1) return to;
    const x = to.x.slice();
    const y = to.y.slice();
    const farX = Math.max(2, this.width / 4);
    const farY = Math.max(2, this.height / 4);
    const count = Math.min(from.count, to.count);
    for (let i = 0; i < count; i++) {
      const dx = to.x[i] - from.x[i];
      const dy = to.y[i] - from.y[i];
      if (from.states[i] === PLAYS && Math.abs(dx) <= farX && Math.abs(dy) <= farY) {
        x[i] = from.x[i] + dx * progress;
        y[i] = from.y[i] + dy * progress;
      }
    }
    return { ...to, x, y };
  }

  paintBoard(context) {
    const { width, height } = this.canvas;
    context.fillStyle = this.colours.square;
    context.fillRect(0, 0, width, height);
    if (this.width > MOST_SQUARES || this.height > MOST_SQUARES) return;
    const stepX = width / this.width;
    const stepY = height / this.height;
    context.fillStyle = this.colours.other;
    for (let row = 0; row < this.height; row++) {
      for (let column = row % 2; column < this.width; column += 2) {
        const left = Math.round(column * stepX);
        const top = Math.round(row * stepY);
        context.fillRect(left, top, Math.round((column + 1) * stepX) - left, Math.round((row + 1) * stepY) - top);
      }
    }
  }

  paintDots(context, dots) {
    const stepX = this.canvas.width / this.width;
    const stepY = this.canvas.height / this.height;
    const cell = Math.min(stepX, stepY);
    const few = dots.count <= MOST_COLOURS;
    const least = (window.devicePixelRatio || 1) * (dots.playing > 3000 ? 1.1 : 1.6);
    const late = [];
    context.fillStyle = this.colours.dot;
    context.globalAlpha = few || cell > 8 ? 1 : 0.8;
    for (let i = 0; i < dots.count; i++) {
      if (dots.states[i] === ABSENT) continue;
      if (dots.states[i] === LOST || this.marked.has(i)) {
        late.push(i);
        continue;
      }
      if (few) context.fillStyle = this.colours.own(i);
      disc(context, dots.x[i] * stepX, dots.y[i] * stepY, Math.max(least, dots.size[i] * cell));
    }
    context.globalAlpha = 1;
    for (const i of late) {
      const radius = Math.max(2 * least, dots.size[i] * cell);
      context.fillStyle = dots.states[i] === LOST ? this.colours.gone : this.colours.bad;
      disc(context, dots.x[i] * stepX, dots.y[i] * stepY, radius);
    }
    if (few) this.paintNumbers(context, dots, stepX, stepY, cell);
  }

  paintNumbers(context, dots, stepX, stepY, cell) {
    context.fillStyle = this.colours.number;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    for (let i = 0; i < dots.count; i++) {
      const radius = dots.size[i] * cell;
      if (dots.states[i] !== ABSENT && radius >= 9 * (window.devicePixelRatio || 1)) {
        context.font = `600 ${radius * 0.95}px system-ui, sans-serif`;
        context.fillText(String(i), dots.x[i] * stepX, dots.y[i] * stepY + radius * 0.06);
      }
    }
  }
}

function disc(context, x, y, radius) {
  if (radius < 2.5) {
    context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
    return;
  }
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(name).trim();
  const lightness = value('--dot-lightness');
  return {
    square: value('--square'), other: value('--square-other'), dot: value('--dot'),
    bad: value('--fail'), gone: value('--soft'), number: value('--dot-number'),
    // Without red, which says that something is wrong.
    own: (i) => `hsl(${45 + (165 + i * 107) % 275} 58% ${lightness})`,
  };
}
