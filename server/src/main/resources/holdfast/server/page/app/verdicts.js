// How a verdict is shown, wherever it is.

import {query, to} from './address.js';
import {get, maybe, room} from './api.js';
import {h, source} from './dom.js';
import {recordWords} from './records.js';
import {sentence, short, underReading, value} from './names.js';
import {moment} from './when.js';
import {number, w} from './words.js';

export const GOES_ON = ['breached', 'pending', 'blocked', 'undetermined', 'disputed', 'not yet due'];

/** Whether it is over at that moment. */
export function isOver(v, at) {
  return v.until !== null && Date.parse(v.until) <= at;
}

export const isBreachedNow = (v, at) => v.status === 'breached' && !isOver(v, at);

export function chip(v, at) {
  const over = v.status === 'breached' && isOver(v, at);
  const kind = v.status.replace(/ /g, '-');
  return h('span', {class: `chip ${kind}${over ? ' over' : ''}`}, over ? w('status.was breached') : w(`status.${v.status}`), v.standing ? `, ${w(`standing.${v.standing}`)}` : '');
}

/** When: since, due, until, as far as there is any. */
export function times(v) {
  const said = [];
  if (v.since && v.until) said.push(w('verdict.from', {since: moment(v.since), until: moment(v.until)}));
  else if (v.since) said.push(w('verdict.since', {time: moment(v.since)}));
  if (v.due && v.due !== v.since) said.push(w('verdict.due', {time: moment(v.due)}));
  return said.join(' · ');
}

export function about(v) {
  const keys = Object.values(v.key ?? {}).map(value).filter(Boolean);
  return keys.length ? w('verdict.about', {what: keys.join(', ')}) : '';
}

export function clauseLink(id, more = {}) {
  return h('a', {href: to('articles', {clause: id, ...more}), class: 'clause'}, id);
}

/** What the clause says, in the language of the page where there is a sentence in it. */
export function said(id, reading) {
  const found = sentence(id, reading);
  return found ? h('span', {class: 'sentence', lang: found.lang}, found.text) : null;
}

/** One verdict, with why on demand. */
export function line(v, at, state) {
  return h('li', {class: 'verdict' + (state.fresh.has(v.id) ? ' fresh' : ''), 'data-key': v.id},
    h('p', {}, chip(v, at), ' ', h('b', {}, short(v.bearer)), ' ', about(v), ' ', h('span', {class: 'quiet'}, times(v)),
      state.fresh.has(v.id) && h('span', {class: 'new'}, w('verdict.new'))),
    v.reading && Object.keys(v.reading).length > 0 && h('p', {class: 'reading'}, underReading(v.reading)),
    h('details', {class: 'why', 'data-key': 'why-' + v.id, on: {toggle: e => e.target.open && why(e.target, v, state)}},
      h('summary', {}, w('why'), h('span', {class: 'away'}, `: ${v.clause}, ${short(v.bearer)}`)),
      h('div', {'data-keep': true, 'data-key': 'because-' + v.id}, h('p', {class: 'quiet'}, w('room.wait')))));
}

async function why(details, v, state) {
  const place = details.querySelector('[data-keep]');
  if (place.dataset.told) return;
  const told = await maybe(get(state.agreement.name, 'explanations/' + encodeURIComponent(v.id), {moment: true})).catch(e => ({headline: e.message, sentences: []}));
  place.dataset.told = 'yes';
  place.replaceChildren(...(told ? explained(told, await recordWords(state, (told.records ?? []).map(r => r.id)), state) : await withoutExplanation(v, state)));
}

function explained(told, said_, state) {
  const words = new Map(said_.map(r => [r.id, r.words]));
  return [
    h('p', {class: 'headline', lang: 'en'}, told.headline),
    ...(told.sentences ?? []).map(x => h('p', {lang: 'en'}, x)),
    told.tree && h('details', {}, h('summary', {}, w('why.tree')), h('ul', {class: 'tree', lang: 'en'}, branch(told.tree))),
    told.records?.length ? h('h4', {}, w('why.records')) : null,
    told.records?.length ? h('ul', {class: 'behind'}, told.records.map(r => h('li', {}, h('a', {href: to('record', {record: r.id})}, r.id), ' ', words.get(r.id) ?? '', ' ', source(r.author ?? r.source ?? ''), r.recorded ? h('span', {class: 'quiet'}, ' ' + w('record.known', {time: moment(r.recorded)})) : ''))) : null,
    told.verdict && told.verdict.recordCount > told.records.length ? all(told.verdict, state) : null,
  ].filter(Boolean);
}

/** A verdict may rest on half a million records. */
function all(v, state) {
  const address = room(state.agreement.name, `verdicts/${encodeURIComponent(v.id)}/records`) + query(true);
  return h('p', {class: 'quiet'}, w('why.all', {count: number(v.recordCount)}), ' ', h('a', {href: address, target: '_blank'}, w('why.allLink')));
}

function branch(tree) {
  return h('li', {}, tree.text, tree.parts?.length ? h('ul', {}, tree.parts.map(branch)) : null);
}

/** Where the server gives no explanation: the records alone. */
async function withoutExplanation(v, state) {
  const found = await recordWords(state, v.records);
  return [
    h('p', {}, w('why.none')),
    found.length ? h('ul', {class: 'behind'}, found.map(r => h('li', {}, h('a', {href: to('record', {record: r.id})}, r.id), ' ', r.words))) : h('p', {}, w('why.noRecords')),
  ];
}
