// The ledger of territory, and the line.

import {to} from '../address.js';
import {get, maybe} from '../api.js';
import {h} from '../dom.js';
import {map} from '../map.js';
import {plain, short} from '../names.js';
import {day} from '../when.js';
import {number, w} from '../words.js';

export async function view(state) {
  const name = state.agreement.name;
  const [ground, places] = await Promise.all([maybe(get(name, 'territory', {moment: true})), maybe(get(name, 'map', {moment: true}))]);
  return [
    h('section', {class: 'part', 'data-key': 'ledger', 'aria-labelledby': 'h-ledger'}, h('h2', {id: 'h-ledger'}, w('ground.ledger')), ledger(ground)),
    h('section', {class: 'part', 'data-key': 'map-part', 'aria-labelledby': 'h-map'}, h('h2', {id: 'h-map'}, w('ground.line')), places ? map(places) : h('p', {class: 'quiet'}, w('map.none'))),
  ];
}

function ledger(ground) {
  if (!ground) return h('p', {class: 'quiet'}, w('ground.none'));
  if (ground.gains.length === 0) return h('p', {class: 'none'}, w('ground.empty'));
  const sums = new Map();
  ground.gains.forEach(g => sums.set(g.by, (sums.get(g.by) ?? 0) + Number(g.km2)));
  return [
    h('ul', {class: 'figures'}, [...sums].map(([who, km2]) => h('li', {}, h('b', {}, number(km2)), ' km² ', short(who)))),
    h('table', {class: 'cards'}, h('thead', {}, h('tr', {}, ['ground.day', 'clocks.who', 'ground.zone', 'ground.km2', 'ground.record'].map(k => h('th', {scope: 'col', class: k === 'ground.km2' ? 'n' : null}, w(k))))),
      h('tbody', {}, ground.gains.map(g => h('tr', {},
        h('td', {'data-label': w('ground.day'), class: 'when'}, day(g.day)), h('td', {'data-label': w('clocks.who')}, short(g.by)), h('td', {'data-label': w('ground.zone')}, g.zone ? plain(g.zone) : ''),
        h('td', {'data-label': w('ground.km2'), class: 'n'}, number(Number(g.km2))), h('td', {'data-label': w('ground.record')}, [g.record ?? g.id ?? []].flat().map(id => h('a', {href: to('record', {record: id})}, id))))))),
  ];
}
