// The frame: what stands above every view, and what happens when the place, the language or the record changes.

import {address, changed, follow, follows, go, isLive, to, VIEWS, written} from './address.js';
import {ask, clock, get, maybe, Refusal} from './api.js';
import {h, show} from './dom.js';
import {listen} from './live.js';
import {momentBar} from './moment.js';
import {event as eventName, learn, sentence, short} from './names.js';
import {shownBefore} from './seen.js';
import {signing} from './signing.js';
import {clockTime, inZone} from './when.js';
import {language, languages, n, number, speak, w} from './words.js';
import * as articles from './views/articles.js';
import * as before from './views/before.js';
import * as clocks from './views/clocks.js';
import * as exercise from './views/exercise.js';
import * as ground from './views/ground.js';
import * as now from './views/now.js';
import * as people from './views/people.js';
import * as proofs from './views/proofs.js';
import * as readiness from './views/readiness.js';
import * as record from './views/record.js';

const views = {now, articles, clocks, record, ground, readiness, before, exercise, proofs, people};
const place = id => document.getElementById(id);

/** What every view is given. */
const state = {agreements: [], agreement: null, me: {role: 'public'}, live: null, connected: false, fresh: new Set(), said: '', languages: ['en'], exercises: [], meet, at};

let drawing = 0;

async function begin() {
  state.languages = await languages();
  await chooseLanguage();
  try {
    await meet();
  } catch (e) {
    trouble(e);
    return;
  }
  follows(moved);
  await enter();
}

/** Who asks, and what there is for that one. */
async function meet() {
  state.me = await ask('/api/me');
  state.shut = false;
  try {
    state.agreements = (await ask('/api/agreements')).agreements;
    state.exercises = (await maybe(ask('/api/exercises')))?.exercises ?? [];
  } catch (e) {
    if (!(e instanceof Refusal) || (e.status !== 401 && e.status !== 403)) throw e;
    state.agreements = [];
    state.shut = true;
  }
}

/** The moment from which time that is left is counted: the server's, an exercise's, or the one that is looked at. */
function at(told) {
  if (!isLive()) return Date.parse(told.about ?? told.now);
  const played = state.exercises.find(e => e.id === state.agreement.name);
  return played ? Date.parse(played.clock) : clock();
}

async function chooseLanguage() {
  const asked = address().values.lang ?? localStorage.getItem('language') ?? navigator.language.slice(0, 2);
  const code = state.languages.includes(asked) ? asked : 'en';
  if (code !== language() || !document.documentElement.dataset.ready) await speak(code);
  document.documentElement.dataset.ready = 'yes';
}

/** Opens the room that the address names, or the first. */
async function enter() {
  const named = state.agreements.find(a => a.name === address().agreement) ?? state.agreements[0];
  if (!named) {
    frame();
    show(place('room'), h('h1', {}, 'Holdfast'), h('p', {}, state.shut ? w('room.shut') : w('room.none')));
    return;
  }
  if (address().agreement !== named.name) {
    history.replaceState(null, '', written({...address(), agreement: named.name}));
    follow();
    return;
  }
  if (state.agreement?.name !== named.name) {
    state.agreement = await get(named.name);
    state.live = null;
    state.fresh = new Set();
    learn(state.agreement);
    inZone(state.agreement.zone);
    shownBefore.open(named.name);
    listen(named.name, {begun, change, reading, open, broken});
  }
  await draw();
}

async function moved(here, there) {
  try {
    const code = language();
    await chooseLanguage();
    if (here.agreement !== state.agreement?.name) await enter();
    else await draw();
    if (here.view !== there.view || here.agreement !== there.agreement) heading();
    else if (code !== language()) place('language')?.focus();
  } catch (e) {
    trouble(e);
  }
}

/** Who comes to another view by the keyboard or hears the page begins at its heading. */
function heading() {
  const title = place('room').querySelector('h1');
  if (title) {
    title.tabIndex = -1;
    title.focus({preventScroll: true});
  }
  scrollTo(0, 0);
}

function begun(moment) {
  state.live = moment;
  state.connected = true;
  bar();
  if (place('room').dataset.reading) draw();
}

/** A long record is being read, and nothing is concluded from a part of it: what hangs on it is shown as soon as it was read. */
function reading({read, of}) {
  const note = place('room').querySelector('[data-reading]');
  if (note) note.textContent = w('room.reading', {read: number(read), of: number(of)});
}

function open() {
  const back = state.connected === false && state.live !== null;
  state.connected = true;
  bar();
  if (back && isLive()) draw();
}

function broken() {
  state.connected = false;
  bar();
}

function change(told) {
  state.live = told;
  state.connected = true;
  const verdicts = [...told.verdicts.added, ...told.verdicts.changed.map(c => c.after)];
  verdicts.forEach(v => state.fresh.add(v.id));
  state.said = [clockTime(Date.parse(told.about)), told.entries ? n('live.entries', told.entries) : w('live.time'), inWords(told, verdicts)].filter(Boolean).join(' · ');
  bar();
  if (isLive()) draw();
}

function inWords(told, verdicts) {
  const count = verdicts.length + told.verdicts.gone.length;
  if (count === 0) return w('live.same');
  const first = verdicts[0];
  return n('live.verdicts', count) + (first ? ': ' + w('live.first', {clause: first.clause, who: short(first.bearer), status: w(`status.${first.status}`)}) : '');
}

async function draw() {
  const mine = ++drawing;
  const view = views[address().view];
  frame();
  const room = place('room');
  room.setAttribute('aria-busy', 'true');
  if (room.dataset.view !== address().view) {
    show(room, h('h1', {'data-key': 'title-' + address().view}, w(`view.${address().view}`)), h('p', {class: 'quiet'}, w('room.wait')));
  }
  room.dataset.view = address().view;
  try {
    if (state.exercises.some(e => e.id === address().agreement)) state.exercises = (await ask('/api/exercises')).exercises;
    const wanted = await view.view(state, () => draw());
    if (mine !== drawing) return;
    delete room.dataset.reading;
    show(room, h('h1', {'data-key': 'title-' + address().view, tabindex: -1}, w(`view.${address().view}`)), ...[wanted].flat());
    view.after?.(room, state);
    document.documentElement.dataset.shown = location.hash;
  } catch (e) {
    if (mine === drawing) trouble(e);
  } finally {
    if (mine === drawing) room.setAttribute('aria-busy', 'false');
  }
}

function trouble(e) {
  if (e instanceof Refusal && e.reading) {
    place('room').dataset.reading = 'yes';
    show(place('room'), h('h1', {'data-key': 'title-' + address().view}, w(`view.${address().view}`)),
      h('p', {role: 'status', 'data-reading': 'yes'}, w('room.reading', {read: number(e.reading.read), of: number(e.reading.of)})),
      h('p', {class: 'quiet'}, w('room.readingWhy')));
    return;
  }
  if (!(e instanceof Refusal)) console.error(e);
  const away = e instanceof Refusal && e.status === 0;
  show(place('room'),
    h('h1', {'data-key': 'trouble'}, w('trouble.title')),
    h('p', {role: 'alert'}, away ? w('trouble.away') : e instanceof Refusal ? e.message : w('trouble.page')),
    e.help && h('p', {}, e.help),
    h('p', {}, h('button', {type: 'button', on: {click: () => location.reload()}}, w('trouble.again'))));
}

function frame() {
  const here = address();
  const title = state.agreement?.title ?? 'Holdfast';
  document.title = `${w(`view.${here.view}`)} · ${title}`;
  const played = state.exercises.find(e => e.id === here.agreement);
  document.body.classList.toggle('played', Boolean(played));
  show(place('skip'), w('skip'));
  show(place('top'),
    h('p', {class: 'title', 'data-key': 'title'}, played ? h('strong', {class: 'exercise'}, w('exercise.is', {title: played.title})) : '', ' ', title, state.agreement?.version && h('span', {class: 'quiet'}, ' · ' + state.agreement.version)),
    h('div', {class: 'controls', 'data-key': 'controls'}, rooms(), tongue(), signing(state, again)));
  place('views').setAttribute('aria-label', w('views'));
  show(place('views'), h('ul', {}, VIEWS.filter(v => v !== 'people' || state.me.role === 'keeper').map(v => h('li', {'data-key': v},
    h('a', {href: to(v), 'aria-current': v === here.view ? 'page' : null}, w(`view.${v}`))))));
  bar();
  show(place('foot'), h('p', {}, w('foot')));
}

function bar() {
  place('moment').setAttribute('aria-label', w('moment'));
  if (state.agreement) momentBar(place('moment'), state);
}

async function again() {
  await meet();
  state.agreement = state.agreements.length ? state.agreement : null;
  await enter();
}

function rooms() {
  if (state.agreements.length < 2) return null;
  return h('label', {}, h('span', {class: 'away'}, w('room.which')),
    h('select', {id: 'which', 'data-sync': true, on: {change: e => go(written({agreement: e.target.value, view: address().view, values: {}}))}},
      state.agreements.map(a => h('option', {value: a.name, selected: a.name === state.agreement?.name}, called(a)))));
}

/** An exercise is told from the earnest by its name. */
function called(room) {
  const played = state.exercises.find(e => e.id === room.name);
  return played ? w('exercise.is', {title: played.title}) : room.title;
}

function tongue() {
  const say = e => {
    localStorage.setItem('language', e.target.value);
    go(changed({lang: e.target.value}), {replace: true});
  };
  return h('label', {}, h('span', {class: 'away'}, w('language.which')),
    h('select', {id: 'language', 'data-sync': true, on: {change: say}},
      state.languages.map(code => h('option', {value: code, lang: code, selected: code === language()}, new Intl.DisplayNames([code], {type: 'language'}).of(code)))));
}

/** Whoever skips to the content stays where the address says. */
place('skip').addEventListener('click', e => {
  e.preventDefault();
  place('room').focus();
});

/** Time goes on, also when nothing comes. */
setInterval(() => {
  if (state.agreement && isLive() && state.connected && document.visibilityState === 'visible') draw();
}, 60000);

begin();
