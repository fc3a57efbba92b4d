// A text field for an agreement: what is wrong is marked at its place and said beside it while one types; a little later it is examined anew.

import {maybe, Refusal, send} from './api.js';
import {h} from './dom.js';
import {n, w} from './words.js';

const CHECK = 400;
const EXAMINE = 1200;

/**
 * @param agreement the agreement of which it is a draft: its maps are there
 * @param signedIn whether it may be examined too, which is much work
 * @param examined told what an examination of the draft says
 */
export function editor(text, agreement, signedIn, examined) {
  const of = '?agreement=' + encodeURIComponent(agreement);
  const marks = h('div', {class: 'marks', 'aria-hidden': 'true'});
  const lines = h('div', {class: 'lines', 'aria-hidden': 'true'});
  const said = h('div', {class: 'problems', id: 'problems', 'aria-live': 'polite'});
  const area = h('textarea', {id: 'draft', class: 'code', rows: 24, wrap: 'off', spellcheck: 'false', autocapitalize: 'off', autocomplete: 'off', 'aria-describedby': 'problems', value: text});
  let waiting = 0;
  let later = 0;
  let asked = 0;
  const drawn = problems => {
    mark(marks, area.value, problems);
    count(lines, area.value, problems);
    scrolled();
  };
  const scrolled = () => {
    marks.scrollTop = area.scrollTop;
    marks.scrollLeft = area.scrollLeft;
    lines.scrollTop = area.scrollTop;
  };
  const check = async () => {
    const mine = ++asked;
    const draft = area.value;
    const told = await asking(send('/api/check' + of, JSON.stringify({text: draft})), said);
    if (mine !== asked || told === undefined) return;
    if (told === null) {
      said.replaceChildren(h('p', {class: 'quiet'}, w('edit.noCheck')));
      return;
    }
    drawn(told.problems);
    said.replaceChildren(...problemList(told, area));
    clearTimeout(later);
    if (told.errors === 0 && !signedIn) said.append(h('p', {class: 'quiet'}, w('edit.signIn')));
    if (told.errors === 0 && signedIn) later = setTimeout(() => examine(mine, draft), EXAMINE - CHECK);
  };
  const examine = async (mine, draft) => {
    said.append(h('p', {class: 'quiet working'}, w('before.working')));
    const told = await asking(send('/api/examine' + of, JSON.stringify({text: draft})), said);
    said.querySelectorAll('.working').forEach(x => x.remove());
    if (mine === asked && told) {
      examined(told);
      said.append(h('p', {class: 'quiet'}, n('before.count', told.findings.filter(f => !f.accepted).length)));
    }
  };
  area.addEventListener('input', () => {
    drawn([]);
    clearTimeout(waiting);
    clearTimeout(later);
    waiting = setTimeout(check, CHECK);
  });
  area.addEventListener('scroll', scrolled);
  drawn([]);
  return h('div', {class: 'editor'},
    h('p', {}, h('label', {for: 'draft'}, w('edit.label')), ' ', h('button', {type: 'button', class: 'plain', on: {click: () => { area.value = text; area.dispatchEvent(new Event('input')); }}}, w('edit.back')),
      ' ', h('button', {type: 'button', class: 'plain', on: {click: () => save(area.value)}}, w('edit.save'))),
    h('div', {class: 'sheet'}, lines, h('div', {class: 'paper'}, marks, area)), said);
}

async function asking(promise, said) {
  try {
    return await maybe(promise);
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    said.replaceChildren(h('p', {class: 'bad', role: 'alert'}, problem.message || w('trouble.away')));
    return undefined;
  }
}

function offsetOf(text, line, column) {
  let at = 0;
  for (let i = 1; i < line; i++) {
    const end = text.indexOf('\n', at);
    if (end < 0) return text.length;
    at = end + 1;
  }
  return Math.min(text.length, at + Math.max(0, (column ?? 1) - 1));
}

const range = (text, p) => {
  const from = offsetOf(text, p.line ?? 1, p.column ?? 1);
  return [from, Math.min(text.length, from + Math.max(1, p.length ?? 1))];
};

/** The same text behind the field, with marks where something is wrong. */
function mark(place, text, problems) {
  const spans = problems.filter(p => p.line).map(p => [...range(text, p), p.severity]).sort((a, b) => a[0] - b[0]);
  const parts = [];
  let at = 0;
  for (const [from, to, severity] of spans) {
    if (from < at) continue;
    parts.push(text.slice(at, from), h('mark', {class: severity === 'warning' ? 'warning' : 'error'}, text.slice(from, to)));
    at = to;
  }
  parts.push(text.slice(at) + '\n');
  place.replaceChildren(...parts);
}

function count(place, text, problems) {
  const bad = new Set(problems.filter(p => p.severity !== 'warning').map(p => p.line));
  const total = text.split('\n').length;
  const shown = [];
  for (let i = 1; i <= total; i++) shown.push(bad.has(i) ? h('b', {}, i + '\n') : i + '\n');
  place.replaceChildren(...shown);
}

function problemList(told, area) {
  if (told.problems.length === 0) return [h('p', {class: 'good'}, w('edit.good'))];
  return [h('p', {class: told.errors ? 'bad' : 'quiet'}, [n('edit.errors', told.errors), n('edit.warnings', told.warnings)].join(', ')),
    h('ol', {class: 'rows'}, told.problems.slice(0, 30).map(p => h('li', {class: p.severity === 'warning' ? '' : 'late'},
      h('p', {}, h('button', {type: 'button', class: 'plain', on: {click: () => goTo(area, p)}}, w('edit.line', {line: p.line ?? '', column: p.column ?? ''})), ' ', h('span', {class: 'chip'}, p.code ?? '')),
      h('div', {lang: 'en'}, p.words ? h('p', {}, p.words) : [p.found && h('p', {}, w('edit.found', {found: p.found})), p.expected && h('p', {}, w('edit.expected', {expected: p.expected}))], p.help && h('p', {class: 'note'}, p.help)))))];
}

function goTo(area, p) {
  const [from, to] = range(area.value, p);
  area.focus();
  area.setSelectionRange(from, to);
  const line = parseFloat(getComputedStyle(area).lineHeight);
  area.scrollTop = Math.max(0, ((p.line ?? 1) - 6) * line);
}

function save(text) {
  const link = h('a', {download: 'draft.md'});
  link.setAttribute('href', URL.createObjectURL(new Blob([text], {type: 'text/markdown'})));
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}
