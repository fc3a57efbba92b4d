// The bar that says which moment is looked at, and the slider by which another one is chosen. Every view follows it.

import {address, changed, go, isLive} from './address.js';
import {clock, get} from './api.js';
import {h, show} from './dom.js';
import {ends, instantOf, local, localDay, moment, zoneWords} from './when.js';
import {n, w} from './words.js';

const DAY = 86400000;

let reach = {agreement: '', days: []};

export function momentBar(place, state) {
  const {values} = address();
  place.className = isLive() ? 'live' : 'then';
  show(place,
    h('div', {class: 'line', 'data-key': 'line'},
      h('p', {class: 'which', 'data-key': 'which'}, isLive() ? present(state) : then(values)),
      h('div', {class: 'tools', 'data-key': 'tools'},
        !isLive() && h('button', {type: 'button', id: 'back', 'data-key': 'back', on: {click: () => go(changed({asOf: null, about: null, size: null}))}}, w('moment.back')),
        h('button', {type: 'button', class: 'plain', 'data-key': 'send', on: {click: e => copy(e, state)}}, w('moment.send')))),
    h('div', {class: 'under', 'data-key': 'under'},
      h('details', {id: 'another', 'data-key': 'another', on: {toggle: e => e.target.open && learn(state, place)}},
        h('summary', {}, w('moment.another')), chooser(values, state)),
      h('p', {class: 'said', role: 'status', 'data-key': 'said'}, state.said)));
}

function present(state) {
  const at = state.live && (state.connected ? new Date(state.at(state.live)).toISOString() : state.live.about);
  return [h('span', {class: state.connected ? 'dot on' : 'dot', 'aria-hidden': 'true'}), ' ',
    state.connected ? w('moment.live') : w('moment.broken'), ' ',
    at ? w('moment.as', {time: moment(at), zone: zoneWords(Date.parse(at))}) : '', ' ',
    state.live ? n('moment.size', state.live.size) : ''];
}

function then({asOf, about, size}) {
  const said = [];
  if (asOf) said.push(w('moment.known', {time: moment(asOf)}));
  if (about && about !== asOf) said.push(w('moment.about', {time: moment(about)}));
  if (size) said.push(n('moment.size', Number(size)));
  return [h('strong', {}, w('moment.then')), ' ', said.join(', '), ' ', w('moment.zone', {zone: zoneWords(Date.parse(asOf ?? about ?? '') || clock())})];
}

function chooser(values, state) {
  const today = clock();
  const asOf = values.asOf ? ends(values.asOf) : today;
  const about = values.about ? ends(values.about) : asOf;
  const days = reach.agreement === state.agreement.name ? reach.days : [];
  const last = days.filter(d => d <= localDay(asOf)).length;
  return h('div', {class: 'chooser', 'data-key': 'chooser'},
    h('p', {class: 'quiet'}, w('moment.explain')),
    h('label', {for: 'slide'}, w('moment.slide')),
    h('div', {class: 'slide'},
      step('moment.earlier', '◀', () => near(asOf, -1)),
      h('input', {id: 'slide', type: 'range', min: 0, max: days.length, step: 1, 'data-sync': true,
        value: values.asOf ? Math.max(0, last - 1) : days.length, 'aria-valuetext': values.asOf ? moment(values.asOf) : w('view.now'),
        on: {input: e => later(() => slide(e.target, days))}}),
      step('moment.later', '▶', () => near(asOf, 1))),
    h('div', {class: 'fields'},
      field('asOf', w('moment.asOf'), asOf, values.asOf),
      field('about', w('moment.aboutField'), about, values.about ?? values.asOf)));
}

function field(name, label, at, given) {
  return h('label', {}, label, h('input', {id: 'moment-' + name, type: 'datetime-local', step: 60, 'data-sync': true, value: given || name === 'asOf' ? local(at).slice(0, 16) : '',
    on: {change: e => e.target.value && choose({[name]: iso(e.target.value)})}}));
}

const iso = text => new Date(instantOf(text)).toISOString().replace('.000', '');

function step(label, sign, day) {
  return h('button', {type: 'button', 'aria-label': w(label), title: w(label), on: {click: () => choose({asOf: day()})}}, sign);
}

/** The next or last day on which something became known, so that nobody searches years of nothing. */
function near(asOf, way) {
  const today = localDay(asOf);
  const {days} = reach;
  const found = way < 0 ? days.filter(d => d < today).at(-1) : days.find(d => d > today);
  return found ?? localDay(Math.min(clock(), asOf + way * DAY));
}

let waiting = 0;

function later(what) {
  clearTimeout(waiting);
  waiting = setTimeout(what, 150);
}

/** A step for each day on which something became known; the last is the present. */
function slide(input, days) {
  const at = Number(input.value);
  if (at >= days.length) go(changed({asOf: null, about: null}), {replace: true});
  else choose({asOf: days[at]});
}

function choose(more) {
  // An agreement on one moment: what is asked about moves with what is known, until it is set by itself.
  go(changed(more), {replace: !isLive()});
}

/** How far back the record reaches. */
async function learn(state, place) {
  if (reach.agreement === state.agreement.name) return;
  const newest = await get(state.agreement.name, 'records', {more: {limit: 1000}});
  const oldest = newest.size > 1000 ? await get(state.agreement.name, 'records', {more: {before: 1000, limit: 1000}}) : {entries: []};
  const known = [...newest.entries, ...oldest.entries].map(e => Date.parse(e.entry.record?.recorded ?? '')).filter(t => !Number.isNaN(t)).sort((a, b) => a - b);
  reach = {agreement: state.agreement.name, days: [...new Set(known.map(localDay))]};
  momentBar(place, state);
}

/** An address by which somebody else sees exactly this, also when more has come in. */
async function copy(event, state) {
  const button = event.target;
  const {values} = address();
  const size = values.size ?? state.live?.size;
  const asOf = values.asOf ?? state.live?.asOf;
  const exact = location.origin + location.pathname + changed({size, asOf, about: values.about ?? asOf});
  try {
    await navigator.clipboard.writeText(exact);
    said(button, w('moment.copied'));
  } catch {
    go(exact.slice(exact.indexOf('#')));
    said(button, w('moment.inBar'));
  }
}

function said(button, words) {
  button.textContent = words;
  setTimeout(() => (button.textContent = w('moment.send')), 4000);
}
