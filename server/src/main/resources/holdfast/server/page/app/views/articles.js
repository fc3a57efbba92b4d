// The text as it was signed, and beside each article what it says of what happened.

import {address} from '../address.js';
import {get} from '../api.js';
import {h} from '../dom.js';
import {underReading} from '../names.js';
import {isBreachedNow, isOver, line} from '../verdicts.js';
import {n, w} from '../words.js';

export async function view(state) {
  const told = await get(state.agreement.name, 'verdicts', {moment: true});
  const at = state.at(told);
  const byClause = Map.groupBy(told.verdicts, v => v.clause);
  const ids = [...new Set(state.agreement.clauses.map(c => c.id))];
  const first = new Map(state.agreement.clauses.map(c => [c.id, c]));
  const articleOf = new Map(state.agreement.articles.map(a => [a.number, ids.filter(id => String(first.get(id).article) === String(a.number))]));
  const homeless = ids.filter(id => ![...articleOf.values()].some(list => list.includes(id)));
  return [
    h('p', {class: 'quiet', 'data-key': 'lead'}, state.agreement.retold ? w('articles.retold') : w('articles.signed'), ' ', state.agreement.standing ? w('articles.standing', {standing: state.agreement.standing}) : ''),
    h('nav', {class: 'jump', 'aria-label': w('articles.jump'), 'data-key': 'jump'}, h('ul', {}, ids.map(id => h('li', {}, h('button', {type: 'button', class: 'plain ' + worst(byClause.get(id) ?? [], at), on: {click: () => jump(id)}}, id))))),
    ...state.agreement.articles.filter(a => a.text || articleOf.get(a.number).length).map(a => article(a, articleOf.get(a.number), byClause, state, at)),
    homeless.length > 0 && article({number: '', heading: w('articles.other'), text: ''}, homeless, byClause, state, at),
  ];
}

export function after(room) {
  const {clause} = address().values;
  if (clause && room.dataset.at !== location.hash) jump(clause);
  room.dataset.at = location.hash;
}

function jump(id) {
  const target = document.getElementById('clause-' + id);
  if (!target) return;
  target.scrollIntoView({block: 'start'});
  target.focus({preventScroll: true});
}

function worst(verdicts, at) {
  if (verdicts.some(v => isBreachedNow(v, at))) return 'is-breached';
  if (verdicts.some(v => ['undetermined', 'disputed'].includes(v.status))) return 'is-open';
  if (verdicts.some(v => v.status === 'pending')) return 'is-pending';
  return '';
}

function article(a, ids, byClause, state, at) {
  return h('article', {class: 'article', 'data-key': 'a' + a.number + a.heading},
    h('div', {class: 'text'}, h('h2', {}, a.heading || w('articles.article', {number: a.number})), ...a.text.split(/\n{2,}/).filter(Boolean).map(p => h('p', {}, p))),
    h('div', {class: 'verdicts'}, ids.length ? ids.map(id => clause(id, byClause.get(id) ?? [], state, at)) : h('p', {class: 'quiet'}, w('articles.noClause'))));
}

function clause(id, verdicts, state, at) {
  const readings = state.agreement.clauses.filter(c => c.id === id);
  return h('section', {id: 'clause-' + id, tabindex: -1, class: 'clause-box', 'data-key': id, 'aria-labelledby': 'c-' + id},
    h('h3', {id: 'c-' + id}, w('articles.clause', {id})),
    sentences(readings),
    verdicts.length === 0
      ? h('p', {class: 'quiet'}, w('articles.noVerdict'))
      : split(verdicts, at, state, id));
}

/** Each reading of it once. */
function sentences(readings) {
  const seen = new Map();
  for (const c of readings) {
    const {lang} = document.documentElement;
    const text = c.sentence[lang] ?? c.sentence.en;
    if (!seen.has(text)) seen.set(text, {lang: c.sentence[lang] ? lang : 'en', under: underReading(c.reading)});
  }
  return [...seen].map(([text, {lang, under}]) => h('p', {class: 'sentence'}, h('span', {lang}, text), seen.size > 1 && under ? h('span', {class: 'reading'}, ' ' + under) : ''));
}

/** What goes on stands open; what is over is folded away. */
function split(verdicts, at, state, id) {
  const settled = v => isOver(v, at) || ['fulfilled', 'lapsed', 'excused', 'cured', 'refuted'].includes(v.status);
  const open = verdicts.filter(v => !settled(v));
  const rest = verdicts.filter(settled);
  return [
    open.length > 0 && h('ul', {class: 'plain-list', 'data-key': 'open'}, open.map(v => line(v, at, state))),
    rest.length > 0 && (open.length + rest.length <= 3
      ? h('ul', {class: 'plain-list', 'data-key': 'rest'}, rest.map(v => line(v, at, state)))
      : h('details', {class: 'rest', 'data-key': 'rest-' + id}, h('summary', {}, n('articles.rest', rest.length)), h('ul', {class: 'plain-list'}, rest.map(v => line(v, at, state))))),
  ];
}
