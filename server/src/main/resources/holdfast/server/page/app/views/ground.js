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
  ground.gains.filter(g => g.sure).forEach(g => sums.set(g.values.by ?? 'unattributed', (sums.get(g.values.by ?? 'unattributed') ?? 0) + Number(g.values.km2 ?? 0)));
  return [
    h('ul', {class: 'figures'}, [...sums].map(([who, km2]) => h('li', {}, h('b', {}, number(km2)), ' km² ', short(who)))),
    h('table', {class: 'cards'}, h('thead', {}, h('tr', {}, ['ground.day', 'clocks.who', 'ground.zone', 'ground.km2', 'ground.record'].map(k => h('th', {scope: 'col', class: k === 'ground.km2' ? 'n' : null}, w(k))))),
      h('tbody', {}, ground.gains.map(g => h('tr', {},
        h('td', {'data-label': w('ground.day'), class: 'when'}, day(g.occurred)), h('td', {'data-label': w('clocks.who')}, short(g.values.by ?? 'unattributed'), g.sure ? '' : ' ' + w('ground.unsure')), h('td', {'data-label': w('ground.zone')}, g.values.beyond ? plain(g.values.beyond) : ''),
        h('td', {'data-label': w('ground.km2'), class: 'n'}, number(Number(g.values.km2 ?? 0))), h('td', {'data-label': w('ground.record')}, g.records.map(id => h('a', {href: to('record', {record: id})}, id))))))),
  ];
}
