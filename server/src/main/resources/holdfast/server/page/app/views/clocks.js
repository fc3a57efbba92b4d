// Every duty with the time that is left, and the ladder: on which rung, who is late.

import {address, changed, go} from '../address.js';
import {get, maybe, room} from '../api.js';
import {h} from '../dom.js';
import {everybody, short, underReading} from '../names.js';
import {chip, clauseLink, said} from '../verdicts.js';
import {left, moment} from '../when.js';
import {n, w} from '../words.js';
import {duty} from './now.js';

/** What still asks for something. */
const OPEN = ['breached', 'pending', 'blocked', 'undetermined', 'disputed'];

const LISTS = ['overdue', 'goingOn', 'owes', 'blocked', 'undecided'];

export async function view(state) {
  const who = address().values.for ?? '';
  const [duties, ladder, told] = await Promise.all([
    get(state.agreement.name, 'duties', {moment: true, more: who ? {for: who} : {}}),
    maybe(get(state.agreement.name, 'ladder', {moment: true})),
    get(state.agreement.name, 'verdicts', {moment: true})]);
  const at = state.at(duties);
  return [
    h('div', {class: 'filters', 'data-key': 'filters'},
      h('label', {}, w('clocks.for'), h('select', {id: 'for', 'data-sync': true, on: {change: e => go(changed({for: e.target.value || null}), {replace: true})}},
        h('option', {value: ''}, w('clocks.everybody')),
        [...state.agreement.actors, ...state.agreement.bodies].map(a => h('option', {value: a.name, selected: a.name === who}, short(a.name))))),
      h('a', {href: room(state.agreement.name, 'duties.ics') + (who ? '?for=' + encodeURIComponent(who) : ''), download: true}, w('clocks.calendar'))),
    h('section', {class: 'part', 'data-key': 'ladder', 'aria-labelledby': 'h-ladder'}, h('h2', {id: 'h-ladder'}, w('clocks.ladder')), rungs(ladder, at)),
    ...LISTS.map(list => part(list, duties[list], at, told.verdicts)).filter(Boolean),
    LISTS.every(l => duties[l].length === 0) && h('p', {class: 'none', 'data-key': 'none'}, w('now.nothingDue')),
    duties.notBegun.length > 0 && h('section', {class: 'part', 'data-key': 'notBegun'}, h('h2', {}, w('clocks.notBegun')), h('ul', {class: 'rows'}, duties.notBegun.map(c => h('li', {}, clauseLink(c), ' ', said(c, {}))))),
  ];
}

function part(list, owed, at, verdicts) {
  if (owed.length === 0) return null;
  const sorted = [...owed].sort((a, b) => (Date.parse(a.due ?? '') || Infinity) - (Date.parse(b.due ?? '') || Infinity) || 0);
  return h('section', {class: 'part', 'data-key': list, 'aria-labelledby': 'h-' + list},
    h('h2', {id: 'h-' + list}, w(`clocks.${list}`)),
    h('table', {class: 'cards'},
      h('thead', {}, h('tr', {}, ['clocks.left', 'clocks.due', 'clocks.who', 'clocks.what', 'clocks.clause'].map(k => h('th', {scope: 'col'}, w(k))))),
      h('tbody', {}, sorted.map(o => row(o, at, list, verdicts)))));
}

function row(o, at, list, verdicts) {
  const late = o.due && Date.parse(o.dueLatest ?? o.due) < at;
  return h('tr', {'data-key': [o.clause, o.due, o.bearers, o.reading, o.about].join()},
    cell('clocks.left', {class: late && list !== 'undecided' ? 'alarm when' : 'when'}, o.due ? left(o.due, o.dueLatest, at) : w('clocks.none')),
    cell('clocks.due', {class: 'when'}, o.due ? (o.dueLatest ? w('clocks.between', {one: moment(o.due), other: moment(o.dueLatest)}) : moment(o.due)) : ''),
    cell('clocks.who', {}, h('b', {}, everybody(o.bearers)), o.to.length ? h('span', {class: 'quiet'}, ' ' + w('clocks.to', {who: everybody(o.to)})) : ''),
    cell('clocks.what', {}, duty(o, verdicts)),
    cell('clocks.clause', {}, clauseLink(o.clause)));
}

const cell = (label, props, ...content) => h('td', {...props, 'data-label': w(label)}, ...content);

function rungs(ladder, at) {
  if (!ladder) return h('p', {class: 'quiet'}, w('clocks.noLadder'));
  if (ladder.rungs.length === 0) return h('p', {class: 'none'}, w('clocks.emptyLadder'));
  const levels = [...Map.groupBy(ladder.rungs, r => r.level)];
  return h('ol', {class: 'ladder'}, levels.map(([level, rungs]) => h('li', {class: 'level', 'data-key': 'level' + level},
    h('h3', {}, n('clocks.level', level)),
    [...Map.groupBy(rungs, r => r.clause)].map(([clause, all]) => h('div', {class: 'step', 'data-key': clause},
      h('p', {}, clauseLink(clause), ' ', said(clause, {}), all[0].answers.length ? h('span', {class: 'quiet'}, ' ' + w('clocks.breachOf', {what: all[0].answers.join(', ')})) : ''),
      h('ul', {class: 'plain-list'}, alike(all.filter(r => OPEN.includes(r.status))).map(rs => rung(rs, at))),
      settled(all, at)))))); 
}

function settled(all, at) {
  const rest = all.filter(r => !OPEN.includes(r.status));
  return rest.length > 0 && h('details', {'data-key': 'settled'}, h('summary', {}, n('articles.rest', rest.length)), h('ul', {class: 'plain-list'}, alike(rest).map(rs => rung(rs, at))));
}

/** Of whom the same is said is said together. */
const alike = rungs => [...Map.groupBy(rungs, r => JSON.stringify([r.status, r.standing, r.due, r.reading])).values()];

function rung(all, at) {
  const [r] = all;
  const late = r.status === 'breached' || r.status === 'pending';
  return h('li', {class: 'rung ' + r.status.replace(/ /g, '-'), 'data-key': all.map(x => x.id).join()},
    h('p', {}, chip(r, at), ' ', h('b', {}, everybody(all.map(x => x.bearer))), ' ',
      r.due && late ? h('span', {class: Date.parse(r.due) < at ? 'alarm' : ''}, left(r.due, null, at)) : '', ' ', r.due && h('span', {class: 'quiet'}, w('verdict.due', {time: moment(r.due)}))),
    Object.keys(r.reading).length > 0 && h('p', {class: 'reading'}, underReading(r.reading)));
}
