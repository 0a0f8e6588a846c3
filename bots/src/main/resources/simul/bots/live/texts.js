/** The words of the page, by language. */
const TEXTS = {
  en: {
    title: 'Swarm',
    'stage.connecting': 'connecting', 'stage.joining': 'joining', 'stage.playing': 'playing',
    'stage.settling': 'settling', 'stage.over': 'over', 'stage.lost': 'connection lost',
    'stage.warmup': 'warming up',
    elapsed: '{0} of {1}',
    clients: 'Clients', 'clients.note': 'of {0}', 'clients.refused': '{0} refused',
    delay: 'Delay', 'delay.note': '99 % within {0}',
    'delay.about': 'half of the last second’s moves were answered within this',
    moves: 'Moves a second', reach: 'Reach', violations: 'Violations', errors: 'Errors',
    'controls.clients': 'Number of clients', 'controls.rate': 'Moves a second of each',
    'controls.stop': 'Stop', 'controls.sure': 'Really stop?',
    'answer.accepted': 'Done: {0}', 'answer.number': 'That is no number from {0} to {1}.',
    'chart.response': 'Response time', 'chart.moves': 'Moves a second',
    'chart.clients': 'Clients', 'chart.violations': 'Violations a second',
    'series.p50': 'p50', 'series.p90': 'p90', 'series.p99': 'p99', 'series.max': 'max',
    'series.sent': 'sent', 'series.answered': 'answered', 'series.clients': 'in the game',
    'series.violations': 'found',
    first: 'The first violations', 'first.at': 'at {0} s, bot {1}',
    board: 'The board, {0} by {1} cells: {2} bots',
    'board.note': '{0} × {1} cells', 'board.lost': '{0} thrown out',
    PASS: 'No rule was broken and no threshold.', FAIL: 'The server broke a rule or a threshold.',
    INCONCLUSIVE: 'No verdict could be reached.',
    'end.text': '{0} of {1} moves answered, reach {2}, response p50 {3}, p99 {4}.',
    'lost.text': 'This program does not answer any more; the run may have been ended.',
  },
  ko: {
    title: '스웜',
    'stage.connecting': '연결 중', 'stage.joining': '입장 중', 'stage.playing': '플레이 중',
    'stage.settling': '마무리 중', 'stage.over': '끝남', 'stage.lost': '연결 끊김',
    'stage.warmup': '준비 중',
    elapsed: '{0} / {1}',
    clients: '클라이언트', 'clients.note': '목표 {0}', 'clients.refused': '{0} 거절됨',
    delay: '지연', 'delay.note': '99 %가 {0} 이내',
    'delay.about': '지난 1초 동안 이동의 절반이 이 시간 안에 응답받음',
    moves: '초당 이동', reach: '도달', violations: '위반', errors: '오류',
    'controls.clients': '클라이언트 수', 'controls.rate': '봇마다 초당 이동',
    'controls.stop': '중지', 'controls.sure': '정말 중지할까요?',
    'answer.accepted': '적용됨: {0}', 'answer.number': '{0}부터 {1} 사이의 수가 아닙니다.',
    'chart.response': '응답 시간', 'chart.moves': '초당 이동',
    'chart.clients': '클라이언트', 'chart.violations': '초당 위반',
    'series.p50': 'p50', 'series.p90': 'p90', 'series.p99': 'p99', 'series.max': '최대',
    'series.sent': '보냄', 'series.answered': '응답', 'series.clients': '플레이 중',
    'series.violations': '발견',
    first: '처음 발견된 위반', 'first.at': '{0}초, 봇 {1}',
    board: '{0}×{1}칸 보드: 봇 {2}개',
    'board.note': '{0} × {1}칸', 'board.lost': '{0}개 쫓겨남',
    PASS: '어긴 규칙도 넘긴 한계도 없습니다.', FAIL: '서버가 규칙을 어겼거나 한계를 넘었습니다.',
    INCONCLUSIVE: '판정을 내릴 수 없었습니다.',
    'end.text': '이동 {1}번 중 {0}번 응답, 도달 {2}, 응답 시간 p50 {3}, p99 {4}.',
    'lost.text': '프로그램이 더 이상 응답하지 않습니다. 실행이 끝났을 수 있습니다.',
  },
};

const asked = document.documentElement.dataset.language;
const korean = asked ? asked === 'ko' : (navigator.language || '').toLowerCase().startsWith('ko');
const texts = korean ? TEXTS.ko : TEXTS.en;
document.documentElement.lang = korean ? 'ko' : 'en';

/** A text with its values in the places {0}, {1}, ... */
export function say(key, ...values) {
  return texts[key].replace(/\{(\d)\}/g, (_, place) => values[place]);
}

/** Fills in every element that names its text. */
export function fillIn(root) {
  for (const element of root.querySelectorAll('[data-text]')) {
    element.textContent = say(element.dataset.text);
  }
  for (const element of root.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', say(element.dataset.label));
  }
}

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A count, with its thousands apart. */
export const count = (number) => whole.format(number);

/** Milliseconds, to what matters of them. */
export function millis(value) {
  if (value >= 10000) return `${(value / 1000).toFixed(1)} s`;
  if (value >= 100) return `${Math.round(value)} ms`;
  return `${value >= 10 ? value.toFixed(1) : value.toFixed(2)} ms`;
}

/** A share, never rounded up to all of it. */
export function percent(share) {
  const floored = Math.floor(share * 10000) / 100;
  return `${Number.isInteger(floored) ? floored : floored.toFixed(2)} %`;
}

/** Minutes and seconds. */
export function clock(ms) {
  const seconds = Math.floor(ms / 1000);
  const two = (number) => String(number).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const rest = `${hours ? two(Math.floor(seconds / 60) % 60) : Math.floor(seconds / 60)}:${two(seconds % 60)}`;
  return hours ? `${hours}:${rest}` : rest;
}
