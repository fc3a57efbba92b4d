// The answer first: what is breached, what is due and by whom, what waits on whom, what is different since one last looked, and where.

import {isLive, to} from '../address.js';
import {get, maybe, room} from '../api.js';
import {h} from '../dom.js';
import {map} from '../map.js';
import {everybody, short, underReading} from '../names.js';
import {shownBefore} from '../seen.js';
import {about, chip, clauseLink, isBreachedNow, isOver, said, times} from '../verdicts.js';
import {day, left, localDay, long, moment} from '../when.js';
import {language, n, w} from '../words.js';

export async function view(state) {
  const name = state.agreement.name;
  const [told, duties, screen, places] = await Promise.all([
    get(name, 'verdicts', {moment: true}), get(name, 'duties', {moment: true}), get(name, 'now', {moment: true}), maybe(get(name, 'map', {moment: true}))]);
  const at = state.at(told);
  const changes = isLive() ? await since(state, told) : null;
  return [
    figures(told.verdicts, duties, at),
    h('p', {class: 'downloads', 'data-key': 'report'}, h('a', {href: room(name, 'report/' + localDay(at)), target: '_blank'}, w('now.report', {day: day(localDay(at))}))),
    changes,
    h('div', {class: 'columns', 'data-key': 'columns'},
      h('div', {}, section('breached', breached(told.verdicts, at)), section('due', due(duties, at, told.verdicts))),
      h('div', {}, section('coming', coming(duties, told.verdicts)), section('waits', waits(duties, told.verdicts)))),
    section('map', places ? map(places) : h('p', {class: 'quiet'}, w('map.none'))),
    section('over', over(told.verdicts, at)),
    unknown(screen),
  ];
}

function section(key, ...content) {
  return h('section', {class: 'part', 'data-key': 'part-' + key, 'aria-labelledby': 'h-' + key}, h('h2', {id: 'h-' + key}, w(`now.${key}`)), ...content);
}

/** What can be taken in at a glance. */
function figures(verdicts, duties, at) {
  const open = new Set(verdicts.filter(v => isBreachedNow(v, at)).map(v => v.clause)).size;
  const soon = duties.owes.filter(o => o.due && Date.parse(o.dueLatest ?? o.due) - at < 7 * 86400000).length;
  const figure = (kind, count, words) => h('li', {class: kind, 'data-key': kind}, h('b', {}, String(count)), ' ', words);
  return h('ul', {class: 'figures', 'data-key': 'figures'},
    figure('breached', open, n('figure.breached', open)),
    figure('late', duties.overdue.length, n('figure.late', duties.overdue.length)),
    figure('due', soon, n('figure.due', soon)),
    figure('undecided', duties.undecided.length, n('figure.undecided', duties.undecided.length)));
}

/** By clause: who, how, since when. */
function breached(verdicts, at) {
  const open = byClause(verdicts.filter(v => isBreachedNow(v, at)));
  if (open.length === 0) return h('p', {class: 'none'}, w('now.nothing'));
  return h('ul', {class: 'rows'}, open.map(([clause, all]) => h('li', {'data-key': 'b' + clause},
    h('p', {}, clauseLink(clause), ' ', h('b', {}, everybody([...new Set(all.map(v => v.bearer))])), ' ', chip(all[0], at)),
    h('p', {}, said(clause, all[0].reading)),
    h('p', {class: 'quiet'}, [times(all[0]), all.length > 1 && n('now.more', all.length - 1), readings(all)].filter(Boolean).join(' · ')))));
}

function byClause(verdicts) {
  const groups = new Map();
  for (const v of verdicts) {
    if (!groups.has(v.clause)) groups.set(v.clause, []);
    groups.get(v.clause).push(v);
  }
  return [...groups];
}

/** A word on readings: under all of them, or not. */
function readings(all) {
  const under = [...new Set(all.map(v => underReading(v.reading)).filter(Boolean))];
  return under.length === 1 ? under[0] : under.length > 1 ? n('now.readings', under.length) : '';
}

function due(duties, at, verdicts) {
  const late = duties.overdue.map(o => ({...o, late: true}));
  const coming = duties.owes.filter(o => o.due).sort((a, b) => Date.parse(a.due) - Date.parse(b.due));
  const whenever = duties.owes.filter(o => !o.due);
  if (late.length + coming.length + whenever.length === 0) return h('p', {class: 'none'}, w('now.nothingDue'));
  return [
    h('ul', {class: 'rows'}, [...late, ...coming].map(o => owed(o, at, verdicts))),
    whenever.length > 0 && h('p', {class: 'quiet'}, n('now.whenever', whenever.length), ' ', h('a', {href: to('clocks')}, w('now.toClocks'))),
  ];
}

function owed(o, at, verdicts) {
  const late = Date.parse(o.dueLatest ?? o.due) < at;
  return h('li', {class: late ? 'late' : '', 'data-key': [o.clause, o.due, o.bearers, o.reading].join()},
    h('p', {}, clauseLink(o.clause), ' ', h('b', {}, everybody(o.bearers)), ' ', h('span', {class: late ? 'chip breached' : 'chip pending'}, left(o.due, o.dueLatest, at)), ' ', h('span', {class: 'quiet'}, w('verdict.due', {time: moment(o.dueLatest ?? o.due)}))),
    h('p', {}, duty(o, verdicts)));
}

/** What is asked: in English the duty itself, in other languages what the clause says. */
export function duty(o, verdicts) {
  if (language() === 'en') return [o.duty, o.about.length ? ', ' + o.about.join(', ') : '', o.reading ? h('span', {class: 'reading'}, ' ' + o.reading) : ''];
  const under = o.reading ? [...new Set(verdicts.filter(v => isOf(v, o)).map(v => underReading(v.reading)).filter(Boolean))] : [];
  return [said(o.clause, {}), under.length ? h('span', {class: 'reading'}, ' ' + under.join('; ')) : ''];
}

const isOf = (v, o) => v.clause === o.clause && o.bearers.includes(v.bearer) && Date.parse(v.due) === Date.parse(o.dueLatest ?? o.due);

/** What is not decided, and what waits for a condition. */
function waits(duties, verdicts) {
  const rows = [...duties.undecided.map(o => ({o, how: 'undetermined'})), ...duties.blocked.map(o => ({o, how: 'blocked'}))];
  if (rows.length === 0) return h('p', {class: 'none'}, w('now.nothingWaits'));
  const same = [...Map.groupBy(rows, ({o, how}) => [how, o.clause, ...o.bearers].join()).entries()];
  return h('ul', {class: 'rows'}, same.map(([key, all]) => h('li', {'data-key': key},
    h('p', {}, clauseLink(all[0].o.clause), ' ', h('b', {}, everybody(all[0].o.bearers)), ' ', h('span', {class: 'chip ' + all[0].how}, w(`status.${all[0].how}`))),
    h('p', {}, duty({...all[0].o, reading: [...new Set(all.map(x => x.o.reading).filter(Boolean))].join('; ')}, verdicts)))));
}

function coming(duties, verdicts) {
  const {comes, until} = duties.ifNothingMoreComes;
  if (comes.length === 0) return h('p', {class: 'none'}, w('now.nothingComes', {until: moment(until)}));
  return h('ul', {class: 'rows'}, comes.map(o => h('li', {'data-key': [o.what, o.clause, o.when, o.bearers].join()},
    h('p', {}, h('b', {}, moment(o.when)), ' ', clauseLink(o.clause), ' ', everybody(o.bearers), ': ', h('span', {class: 'chip'}, w(`turn.${o.what}`)), o.times > 1 && ' ' + n('now.times', o.times)),
    h('p', {}, duty(o, verdicts)))));
}

function over(verdicts, at) {
  const gone = byClause(verdicts.filter(v => v.status === 'breached' && isOver(v, at) || v.status === 'cured'));
  if (gone.length === 0) return h('p', {class: 'none'}, w('now.nothingOver'));
  return h('ul', {class: 'rows'}, gone.map(([clause, all]) => {
    const latest = [...all].sort((a, b) => Date.parse(b.since ?? b.due ?? 0) - Date.parse(a.since ?? a.due ?? 0))[0];
    return h('li', {'data-key': 'o' + clause}, h('p', {}, clauseLink(clause), ' ', h('b', {}, everybody([...new Set(all.map(v => v.bearer))])), ' ', chip(latest, at), ' ',
      h('span', {class: 'quiet'}, times(latest), all.length > 1 ? ' · ' + n('now.more', all.length - 1) : '')));
  }));
}

/** What could not be judged, was set aside, or nobody could have known: as the server says it. */
function unknown(screen) {
  const told = screen.sections.filter(s => ['set_aside', 'unjudged', 'unknown'].includes(s.topic));
  if (told.length === 0) return null;
  return section('unknown', told.map(s => h('div', {lang: 'en', 'data-key': s.topic}, h('h3', {}, s.title),
    h('ul', {}, s.lines.map(l => h('li', {}, l.columns.join(' ') + ' ', l.said))), s.note && h('p', {class: 'quiet'}, s.note))));
}

/** What is different since somebody last said "I have seen this" in this browser. */
async function since(state, told) {
  const last = shownBefore.last();
  if (!last) {
    shownBefore.keep(told);
    return null;
  }
  if (last.size > told.size) {
    shownBefore.keep(told);
    return null;
  }
  const then = await get(state.agreement.name, 'verdicts', {more: {size: last.size, asOf: last.asOf, about: last.asOf}});
  const before = new Map(then.verdicts.map(v => [v.id, v]));
  const after = new Map(told.verdicts.map(v => [v.id, v]));
  const came = told.verdicts.filter(v => !before.has(v.id));
  const went = then.verdicts.filter(v => !after.has(v.id) && !came.some(c => sameMatter(c, v)));
  const at = state.at(told);
  const records = told.size - last.size;
  if (came.length + went.length + records === 0) return section('since', h('p', {class: 'none'}, w('now.same', {time: moment(last.asOf)})));
  return section('since',
    h('p', {}, w('now.sinceTime', {time: moment(last.asOf), ago: long(at - Date.parse(last.asOf))}), ' ', n('live.entries', records), '. ',
      h('button', {type: 'button', on: {click: () => { shownBefore.keep(told); document.querySelector('[data-key="part-since"]')?.remove(); }}}, w('now.seen'))),
    h('ul', {class: 'rows'},
      came.map(v => h('li', {'data-key': 'c' + v.id, class: 'fresh'}, h('p', {}, clauseLink(v.clause), ' ', h('b', {}, short(v.bearer)), ' ', chip(v, at), ' ', about(v), ' ', h('span', {class: 'quiet'}, times(v))), v.reading && underReading(v.reading) && h('p', {class: 'reading'}, underReading(v.reading)))),
      went.map(v => h('li', {'data-key': 'w' + v.id}, h('p', {}, clauseLink(v.clause), ' ', h('b', {}, short(v.bearer)), ' ', h('del', {}, w(`status.${v.status}`)), ' ', w('now.gone'))))));
}

const sameMatter = (a, b) => a.clause === b.clause && a.bearer === b.bearer && JSON.stringify([a.key, a.reading]) === JSON.stringify([b.key, b.reading]);
