// A table-top on a copy: who sits for whom, the clock in the host's hand, and what is left at the end. What is done in it goes through the other views, as in earnest.

import {go, written} from '../address.js';
import {ask, clock, maybe, send} from '../api.js';
import {h} from '../dom.js';
import {refused} from '../forms.js';
import {short} from '../names.js';
import {instantOf, local, long, moment, zoneWords} from '../when.js';
import {n, w} from '../words.js';

const HOUR = 3600000;
const STEPS = [HOUR, 6 * HOUR, 24 * HOUR, 7 * 24 * HOUR];
/** How many seconds pass in one. */
const SPEEDS = [0, 1, 60, 3600];

export async function view(state, again) {
  const told = await maybe(ask('/api/exercises'));
  if (told === null) return h('p', {class: 'quiet', 'data-key': 'none'}, w('exercise.none'));
  const mine = told.exercises.find(e => e.id === state.agreement.name);
  const others = told.exercises.filter(e => e.id !== state.agreement.name);
  return [
    h('p', {class: 'quiet', 'data-key': 'lead'}, w('exercise.lead')),
    h('div', {'aria-live': 'polite', 'data-keep': true, 'data-key': 'said', id: 'exercise-said'}),
    mine && table(mine, state, again),
    others.length > 0 && h('section', {class: 'part', 'data-key': 'others', 'aria-labelledby': 'h-others'}, h('h2', {id: 'h-others'}, w('exercise.others')), h('ul', {class: 'rows'}, others.map(e => h('li', {'data-key': e.id},
      h('a', {href: written({agreement: e.id, view: 'exercise', values: {}})}, e.title), ' ', h('span', {class: 'quiet'}, w('exercise.host', {who: e.host}), e.over ? ' · ' + w('exercise.over') : ''))))),
    !mine && state.me.role !== 'public' && beginning(state),
    !mine && state.me.role === 'public' && h('p', {class: 'none', 'data-key': 'sign'}, w('exercise.signIn')),
  ];
}

function table(mine, state, again) {
  const here = `/api/exercises/${encodeURIComponent(mine.id)}`;
  const post = (what, body) => doing(async () => {
    await send(`${here}/${what}`, JSON.stringify(body));
    await again();
  });
  const hosts = mine.host === state.me.name || state.me.role === 'keeper';
  const at = Date.parse(mine.clock);
  return h('section', {class: 'part', 'data-key': 'mine', 'aria-labelledby': 'h-mine'}, h('h2', {id: 'h-mine'}, mine.title),
    h('p', {}, w('exercise.host', {who: mine.host}), mine.over ? ' · ' + w('exercise.over') : ''),
    h('p', {class: 'clock'}, h('b', {}, moment(mine.clock, true)), ' ', h('span', {class: 'quiet'}, zoneWords(at), mine.speed > 0 ? ' · ' + w('exercise.runs', {speed: mine.speed}) : '')),
    h('h3', {}, w('exercise.seats')),
    mine.seats.length ? h('ul', {}, mine.seats.map(x => h('li', {}, h('b', {}, x.actor ? short(x.actor) : ''), ': ', x.who))) : h('p', {class: 'none'}, w('exercise.noSeats')),
    !mine.over && state.me.role !== 'public' && h('form', {class: 'filters', on: {submit: e => { e.preventDefault(); post('seat', {actor: e.target.querySelector('select').value}); }}},
      h('label', {}, w('exercise.sitFor'), h('select', {id: 'seat'}, [...state.agreement.actors, ...state.agreement.bodies].map(a => h('option', {value: a.name}, short(a.name))))), h('button', {}, w('exercise.sit'))),
    !mine.over && hosts && [h('h3', {}, w('exercise.clock')),
      h('div', {class: 'acts'}, STEPS.map(step => h('button', {type: 'button', on: {click: () => post('clock', {to: iso(Date.parse(mine.clock) + step)})}}, w('exercise.on', {time: long(step)})))),
      h('form', {class: 'filters', on: {submit: e => { e.preventDefault(); post('clock', {to: iso(instantOf(e.target.querySelector('input').value))}); }}},
        h('label', {}, w('exercise.to'), h('input', {id: 'move-to', type: 'datetime-local', required: true, value: local(at).slice(0, 16)})), h('button', {}, w('exercise.move'))),
      h('label', {}, w('exercise.speed'), ' ', h('select', {id: 'speed', 'data-sync': true, on: {change: e => post('clock', {speed: Number(e.target.value)})}}, SPEEDS.map(s => h('option', {value: s, selected: s === mine.speed}, s ? n('exercise.times', s) : w('exercise.stands'))))),
      h('p', {}, h('button', {type: 'button', on: {click: () => post('end', {})}}, w('exercise.end')))],
    h('ul', {class: 'rows'}, h('li', {}, h('a', {href: here + '/report', target: '_blank'}, w('exercise.report'))), h('li', {}, h('a', {href: here + '/records.jsonl', download: true}, w('exercise.records')))));
}

const iso = at => new Date(at).toISOString().replace('.000', '');

async function doing(act) {
  const said = document.getElementById('exercise-said');
  try {
    await act();
    said?.replaceChildren();
  } catch (problem) {
    said?.replaceChildren(refused(problem));
  }
}

function beginning(state) {
  const title = h('input', {id: 'exercise-title', required: true, maxlength: 200, value: w('exercise.title'), autocomplete: 'off'});
  const from = h('input', {id: 'exercise-clock', type: 'datetime-local', required: true, value: local(clock()).slice(0, 16)});
  const copied = h('input', {id: 'exercise-copied', type: 'checkbox'});
  const start = e => {
    e.preventDefault();
    const at = iso(instantOf(from.value));
    begin(state, {title: title.value.trim(), clock: at, ...(copied.checked ? {copied: at} : {})});
  };
  return h('section', {class: 'part', 'data-key': 'begin', 'data-keep': true, 'aria-labelledby': 'h-begin'}, h('h2', {id: 'h-begin'}, w('exercise.begin')),
    h('form', {class: 'fields', on: {submit: start}}, h('label', {}, w('exercise.called'), title), h('label', {}, w('exercise.starts'), from), h('label', {class: 'tick'}, copied, ' ', w('exercise.copied')), h('button', {class: 'main'}, w('exercise.begin'))));
}

/** Begins one and goes there. */
export function begin(state, how) {
  return doing(async () => {
    const begun = await send(`/api/agreements/${encodeURIComponent(state.agreement.name)}/exercises`, JSON.stringify(how));
    await state.meet();
    go(written({agreement: begun.id, view: 'exercise', values: {}}));
  });
}
