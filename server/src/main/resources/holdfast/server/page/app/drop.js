// A file dropped on the page: first what would become of it, then it is taken in.

import {maybe, room, send} from './api.js';
import {h} from './dom.js';
import {refused} from './forms.js';
import {n, number, w} from './words.js';

export function drop(state, again) {
  const outcome = h('div', {'aria-live': 'polite', 'data-keep': true, 'data-key': 'drop-said'});
  const input = h('input', {type: 'file', id: 'file', accept: '.csv,.jsonl,.ndjson,.json,.xlsx,.ods,.tsv,.txt', on: {change: e => e.target.files[0] && look(e.target.files[0], e.target.closest('.drop').querySelector('[data-key="drop-said"]'), state, again)}});
  const over = on => e => {
    e.preventDefault();
    e.currentTarget.classList.toggle('over', on);
  };
  return h('section', {class: 'part drop', 'data-key': 'drop', 'aria-labelledby': 'h-drop', on: {
    dragover: over(true), dragleave: over(false),
    drop: e => {
      over(false)(e);
      const file = e.dataTransfer.files[0];
      if (file) look(file, e.currentTarget.querySelector('[data-key="drop-said"]'), state, again);
    }}},
    h('h2', {id: 'h-drop'}, w('drop.title')), h('p', {}, h('label', {for: 'file'}, w('drop.how')), ' ', input), outcome);
}

async function look(file, outcome, state, again) {
  outcome.replaceChildren(h('p', {class: 'quiet'}, w('room.wait')));
  try {
    const told = await take(file, state, true);
    if (told === null) {
      outcome.replaceChildren(h('p', {class: 'bad'}, w('drop.notHere')));
      return;
    }
    outcome.replaceChildren(h('h3', {}, w('drop.would', {name: file.name})), counts(told),
      (told.problems ?? []).length === 0 && told.added !== 0
        ? h('p', {class: 'acts'}, h('button', {type: 'button', class: 'main', on: {click: () => put(file, outcome, state, again)}}, w('drop.put')), h('button', {type: 'button', on: {click: () => outcome.replaceChildren()}}, w('drop.leave')))
        : h('p', {}, w('drop.nothing')));
  } catch (problem) {
    outcome.replaceChildren(refused(problem));
  }
}

async function put(file, outcome, state, again) {
  outcome.querySelectorAll('button').forEach(b => (b.disabled = true));
  try {
    const told = await take(file, state, false);
    outcome.replaceChildren(h('p', {class: 'good'}, w('drop.done', {name: file.name})), counts(told));
    await again();
  } catch (problem) {
    outcome.replaceChildren(refused(problem));
  }
}

/** Where the server takes no files yet, lines of records are taken all the same. */
async function take(file, state, dryRun) {
  const dry = dryRun ? 'dryRun=true' : '';
  const told = await maybe(send(`${room(state.agreement.name, 'imports')}?name=${encodeURIComponent(file.name)}${dry && '&' + dry}`, file, 'application/octet-stream'));
  if (told !== null || !/\.(jsonl|ndjson)$/i.test(file.name)) return told;
  const lines = await send(`${room(state.agreement.name, 'records')}${dry && '?' + dry}`, file, 'application/x-ndjson');
  const fates = Map.groupBy(lines.records, r => r.fate);
  return {rows: lines.records, added: fates.get('added')?.length ?? lines.records.length, there: fates.get('there')?.length ?? 0, leftOut: {}, notUsed: {}, problems: []};
}

function counts(told) {
  const many = o => Object.entries(o ?? {}).map(([why, c]) => h('li', {}, `${why}: ${number(c)}`));
  return h('div', {},
    h('p', {}, [n('drop.rows', told.rows.length), n('drop.added', told.added ?? 0), n('drop.there', told.there ?? 0)].join(' · ')),
    Object.keys(told.leftOut ?? {}).length > 0 && [h('h4', {}, w('drop.leftOut')), h('ul', {}, many(told.leftOut))],
    Object.keys(told.notUsed ?? {}).length > 0 && [h('h4', {}, w('drop.notUsed')), h('ul', {}, many(told.notUsed))],
    (told.problems ?? []).length > 0 && [h('h4', {}, w('drop.problems')), h('ul', {class: 'bad', lang: 'en'}, told.problems.slice(0, 100).map(p => h('li', {}, typeof p === 'string' ? p : p.words ?? JSON.stringify(p))))]);
}
