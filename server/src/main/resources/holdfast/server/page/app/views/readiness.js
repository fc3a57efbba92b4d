// What is needed, what was pledged, what stands, what is late.

import {get, maybe} from '../api.js';
import {h} from '../dom.js';
import {everybody, short} from '../names.js';
import {clauseLink} from '../verdicts.js';
import {day} from '../when.js';
import {n, number, w} from '../words.js';

export async function view(state) {
  const told = await maybe(get(state.agreement.name, 'readiness', {moment: true}));
  if (!told) return h('p', {class: 'quiet', 'data-key': 'none'}, w('readiness.none'));
  if (told.items.length + told.needs.length + told.promises.length === 0) return h('p', {class: 'none', 'data-key': 'none'}, w('readiness.empty'));
  const late = told.promises.filter(p => p.daysLate > 0 && p.open > 0);
  return [
    h('p', {class: 'quiet', 'data-key': 'asOf'}, w('readiness.on', {day: day(told.on)})),
    table('late', late, [['giver', p => short(p.giver ?? '')], ['item', p => p.item], ['open', p => quantity(p.open, p.unit), 'n'], ['due', p => p.due && day(p.due), 'when'], ['late', p => n('when.days', p.daysLate), 'when alarm']]),
    table('needs', told.needs, [['receiver', p => p.receiver && short(p.receiver)], ['item', p => p.item], ['quantity', p => quantity(p.quantity, p.unit), 'n'], ['by', p => p.by && day(p.by), 'when'], ['lacking', p => quantity(p.lacking, p.unit), 'n']]),
    table('items', told.items, [['item', p => p.item], ['wanted', p => quantity(p.wanted, p.unit), 'n'], ['atHand', p => quantity(p.atHand, p.unit), 'n'], ['underWay', p => quantity(p.underWay, p.unit), 'n'], ['onlyPromised', p => quantity(p.onlyPromised, p.unit), 'n'], ['missing', p => quantity(p.missing, p.unit), 'n']]),
    table('goals', told.goals, [['clause', p => clauseLink(p.clause)], ['bearers', p => everybody(p.bearers)], ['item', p => p.item], ['wanted', p => number(p.quantity), 'n'], ['reached', p => number(p.reached), 'n'], ['missing', p => number(p.missing), 'n'], ['by', p => p.by && day(p.by), 'when']]),
    table('givers', told.givers, [['giver', p => short(p.giver)], ['item', p => p.item], ['pledged', p => quantity(p.pledged, p.unit), 'n'], ['arrived', p => quantity(p.arrived, p.unit), 'n'], ['late', p => quantity(p.late, p.unit), 'n'], ['toCome', p => quantity(p.toCome, p.unit), 'n']]),
  ].filter(Boolean);
}

const quantity = (value, unit) => (value === null || value === undefined ? '' : `${number(value)} ${unit && unit !== 'pieces' ? unit : ''}`.trim());

function table(key, rows, columns) {
  if (rows.length === 0) return null;
  return h('section', {class: 'part', 'data-key': key, 'aria-labelledby': 'h-' + key}, h('h2', {id: 'h-' + key}, w(`readiness.${key}`)),
    h('table', {class: 'cards'}, h('thead', {}, h('tr', {}, columns.map(([name, , kind]) => h('th', {scope: 'col', class: kind === 'n' ? 'n' : null}, w(`column.${name}`))))),
      h('tbody', {}, rows.map(r => h('tr', {}, columns.map(([name, of, kind]) => h('td', {class: kind, 'data-label': w(`column.${name}`)}, of(r) ?? '')))))));
}
