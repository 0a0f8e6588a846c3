/** Fewer seconds than this leave room at the right. */
const LEAST_SECONDS = 30;

/**
 * Lines or bars over the seconds of a run, on a canvas.
 *
 * series: [{ key, name, colour }]; bars, log and format say how values are drawn and written.
 */
export class Chart {
  constructor(canvas, options) {
    this.canvas = canvas;
    this.options = options;
    this.rows = [];
    this.hover = null;
    this.legend = canvas.parentElement.querySelector('.legend');
    this.values = new Map();
    for (const series of options.series) {
      const entry = document.createElement('span');
      entry.className = 'entry';
      entry.style.setProperty('--colour', `var(${series.colour})`);
      const value = document.createElement('span');
      value.className = 'number';
      if (options.series.length > 1 || series.shown) entry.append(series.name, ' ');
      entry.append(value);
      this.legend.append(entry);
      this.values.set(series.key, value);
    }
    new ResizeObserver(() => this.draw()).observe(canvas);
  }

  show(rows, hover) {
    this.rows = rows;
    this.hover = hover;
    this.draw();
  }

  /** Which second is under that place of the page. */
  secondAt(clientX) {
    const box = this.canvas.getBoundingClientRect();
    const share = (clientX - box.left - this.left) / (box.width - this.left - this.right);
    const number = Math.round(this.first + share * (this.last - this.first));
    return this.rows.find((row) => row.number === number) ? number : null;
  }

  draw() {
    const ratio = window.devicePixelRatio || 1;
    const width = this.canvas.clientWidth;
    const height = this.canvas.clientHeight;
    if (!width || !height) return;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    const context = this.canvas.getContext('2d');
    context.scale(ratio, ratio);
    const style = getComputedStyle(document.documentElement);
    this.colour = (name) => style.getPropertyValue(name).trim();
    this.left = 46;
    this.right = 6;
    this.top = 8;
    this.bottom = 18;
    this.first = this.rows.length ? this.rows[0].number : 0;
    this.last = Math.max(
      this.first + LEAST_SECONDS, this.rows.length ? this.rows[this.rows.length - 1].number : 0);
    const scale = this.scale();
    this.axes(context, width, height, scale);
    for (const series of this.options.series) {
      if (this.options.bars) this.drawBars(context, width, height, scale, series);
      else this.drawLine(context, width, height, scale, series);
    }
    this.drawHover(context, width, height);
    this.fillLegend();
  }

  scale() {
    let most = 0;
    let least = Infinity;
    for (const row of this.rows) {
      for (const { key } of this.options.series) {
        const value = row[key];
        if (value !== null && value > 0) {
          most = Math.max(most, value);
          least = Math.min(least, value);
        }
      }
    }
    return this.options.log ? logScale(least, most) : linearScale(most, this.options.least ?? 1);
  }

  x(number, width) {
    return this.left + (number - this.first) / (this.last - this.first) * (width - this.left - this.right);
  }

  y(value, height, scale) {
    return height - this.bottom - scale.share(value) * (height - this.top - this.bottom);
  }

  axes(context, width, height, scale) {
    context.font = '11px system-ui, sans-serif';
    context.strokeStyle = this.colour('--line');
    context.fillStyle = this.colour('--soft');
    context.lineWidth = 1;
    context.textAlign = 'right';
    context.textBaseline = 'middle';
    for (const tick of scale.ticks) {
      const y = Math.round(this.y(tick, height, scale)) + 0.5;
      context.beginPath();
      context.moveTo(this.left, y);
      context.lineTo(width - this.right, y);
      context.stroke();
      context.fillText(this.options.format(tick), this.left - 6, y);
    }
    context.textBaseline = 'alphabetic';
    const step = niceStep((this.last - this.first) / Math.max(2, width / 90));
    for (let at = Math.ceil(this.first / step) * step; at <= this.last; at += step) {
      context.textAlign = at === this.first ? 'left' : at + step > this.last ? 'right' : 'center';
      context.fillText(`${at} s`, this.x(at, width), height - 4);
    }
  }

  drawLine(context, width, height, scale, series) {
    context.strokeStyle = this.colour(series.colour);
    context.lineWidth = 1.75;
    context.lineJoin = 'round';
    context.beginPath();
    let drawing = false;
    for (const row of this.rows) {
      const value = row[series.key];
      if (value === null) {
        drawing = false;
        continue;
      }
      const x = this.x(row.number, width);
      const y = this.y(value, height, scale);
      if (drawing) context.lineTo(x, y);
      else {
        context.moveTo(x, y);
        context.lineTo(x + 0.01, y);
      }
      drawing = true;
    }
    context.stroke();
  }

  drawBars(context, width, height, scale, series) {
    context.fillStyle = this.colour(series.colour);
    const bar = Math.max(1, (width - this.left - this.right) / (this.last - this.first) - 1);
    for (const row of this.rows) {
      if (row[series.key] > 0) {
        const y = this.y(row[series.key], height, scale);
        context.fillRect(this.x(row.number, width) - bar / 2, y, bar, Math.max(1.5, height - this.bottom - y));
      }
    }
  }

  drawHover(context, width, height) {
    if (this.hover === null) return;
    const x = Math.round(this.x(this.hover, width)) + 0.5;
    context.strokeStyle = this.colour('--soft');
    context.setLineDash([3, 3]);
    context.beginPath();
    context.moveTo(x, this.top);
    context.lineTo(x, height - this.bottom);
    context.stroke();
    context.setLineDash([]);
    context.fillStyle = this.colour('--ink');
    context.textAlign = x > width - 60 ? 'right' : 'left';
    context.fillText(`${this.hover} s`, x + (x > width - 60 ? -5 : 5), this.top + 9);
  }

  fillLegend() {
    const row = this.hover === null
      ? this.rows[this.rows.length - 1] : this.rows.find((each) => each.number === this.hover);
    const said = [];
    for (const { key, name } of this.options.series) {
      const value = row?.[key] ?? null;
      const text = value === null ? '–' : this.options.format(value);
      this.values.get(key).textContent = text;
      said.push(`${name} ${text}`);
    }
    this.canvas.setAttribute('aria-label', `${this.options.title}: ${said.join(', ')}`);
  }
}

function niceStep(least) {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least);
}

function linearScale(most, least) {
  const top = Math.max(most, least);
  const step = Math.max(niceStepOf(top / 3), least >= 1 ? 1 : 0);
  const end = Math.ceil(top / step) * step;
  const ticks = [];
  for (let i = 0; i * step <= end + step / 2; i++) ticks.push(i * step);
  return { ticks, share: (value) => value / end };
}

function niceStepOf(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least * 0.999);
}

/** Powers of ten; a spike does not flatten the rest. */
function logScale(least, most) {
  const low = Number.isFinite(least) ? Math.floor(Math.log10(least)) : -1;
  const high = Math.max(low + 1, most > 0 ? Math.ceil(Math.log10(most)) : 2);
  const ticks = [];
  for (let power = low; power <= high; power++) ticks.push(10 ** power);
  return {
    ticks,
    share: (value) => Math.max(0, (Math.log10(Math.max(value, 10 ** low)) - low) / (high - low)),
  };
}
