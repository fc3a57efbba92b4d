// What came in, by source; what others say of the same; what was corrected and withdrawn; and the forms by which more comes in.

import {address, changed, go} from '../address.js';
import {get} from '../api.js';
import {h, source} from '../dom.js';
import {drop} from '../drop.js';
import {acts, forms} from '../forms.js';
import {event, short} from '../names.js';
import {attribute, changes, entries, rivals, words} from '../records.js';
import {isDayEnd, local, localDay, moment} from '../when.js';
import {n, number, w} from '../words.js';

const SHOWN = 150;

export async function view(state, again) {
  const [all, {dissent}, told] = await Promise.all([entries(state), get(state.agreement.name, 'replay', {moment: true}), acts(state)]);
  const {values} = address();
  const found = all.filter(e => fits(e, values));
  const touched = {...changes(all, dissent), dissent: Map.groupBy(dissent, d => d.about)};
  return [
    forms(state, again, all, told),
    // Whoever has nothing to say here has no file to bring either.
    told.acts.length > 0 && drop(state, again),
    rival(all),
    h('section', {class: 'part', 'data-key': 'came', 'aria-labelledby': 'h-came'},
      h('h2', {id: 'h-came'}, w('record.came')),
      filters(all, values),
      h('p', {class: 'quiet', role: 'status'}, n('record.found', found.length), found.length > SHOWN ? ' ' + w('record.first', {n: SHOWN}) : ''),
      h('ol', {class: 'entries'}, found.slice(0, SHOWN).map(e => entry(e, touched)))),
  ];
}

export function after(room) {
  const {record} = address().values;
  if (record && room.dataset.at !== location.hash) {
    const target = document.getElementById('record-' + record);
    target?.scrollIntoView({block: 'center'});
    target?.focus({preventScroll: true});
  }
  room.dataset.at = location.hash;
}

const kindOf = e => (e.entry.record ? e.entry.record.kind ?? 'observation' : e.entry.agreement ? 'text' : e.entry.attachment ? 'attachment' : 'edition');

function fits(e, values) {
  const r = e.entry.record;
  if (values.kind && kindOf(e) !== values.kind) return false;
  if (values.source && (r?.author ?? r?.source) !== values.source) return false;
  if (values.event && r?.event !== values.event) return false;
  if (values.record && r?.id === values.record) return true;
  return !values.find || JSON.stringify(e.entry).toLocaleLowerCase().includes(values.find.toLocaleLowerCase()) || (r && words(r).toLocaleLowerCase().includes(values.find.toLocaleLowerCase()));
}

function filters(all, values) {
  const set = name => e => go(changed({[name]: e.target.value || null, record: null}), {replace: true});
  const choice = (name, options) => h('label', {}, w(`record.${name}`), h('select', {id: 'f-' + name, 'data-sync': true, on: {change: set(name)}},
    h('option', {value: ''}, w('record.all')), options.map(([value, title, count]) => h('option', {value, selected: values[name] === value}, `${title} (${number(count)})`))));
  const tally = of => {
    const counts = new Map();
    all.forEach(e => of(e) && counts.set(of(e), (counts.get(of(e)) ?? 0) + 1));
    return [...counts].sort((a, b) => b[1] - a[1]);
  };
  return h('div', {class: 'filters', role: 'search', 'data-key': 'filters'},
    choice('kind', tally(kindOf).map(([k, c]) => [k, w(`kind.${k}`), c])),
    choice('source', tally(e => e.entry.record && (e.entry.record.author ?? e.entry.record.source)).map(([k, c]) => [k, k.replace(/^https?:\/\/(www\.)?/, '').slice(0, 50), c])),
    choice('event', tally(e => e.entry.record?.event).map(([k, c]) => [k, event(k), c])),
    h('label', {}, w('record.find'), h('input', {id: 'f-find', type: 'search', 'data-sync': true, value: values.find ?? '', on: {input: later(set('find'))}})));
}

function later(act) {
  let waiting = 0;
  return e => {
    const {target} = e;
    clearTimeout(waiting);
    waiting = setTimeout(() => act({target}), 250);
  };
}

function entry(e, {corrected, withdrawn, dissent}) {
  const r = e.entry.record;
  if (!r) return h('li', {'data-key': e.number}, h('p', {}, number_(e), ' ', h('b', {}, w(`kind.${kindOf(e)}`)), ' ', other(e.entry), ' ', received(e)));
  const gone = withdrawn.has(r.id) || corrected.has(r.id);
  return h('li', {id: 'record-' + r.id, tabindex: -1, class: gone ? 'gone' : '', 'data-key': e.number},
    h('p', {class: 'what'}, number_(e), ' ', h(gone ? 'del' : 'b', {}, words(r)), ' ', r.basis && h('span', {class: 'chip'}, w(`basis.${r.basis}`))),
    h('p', {class: 'quiet'}, between([r.occurred && w('record.happened', {time: occurred(r)}), r.recorded && w('record.known', {time: moment(r.recorded)})])),
    h('p', {class: 'quiet'}, w('record.from'), ' ', source(r.author ?? r.source), r.author && r.source !== r.author ? [' · ', source(r.source)] : '', ' · ', received(e), ' · ', h('code', {}, r.id)),
    r.corrects && h('p', {class: 'note'}, w('record.corrects', {id: r.corrects})),
    corrected.has(r.id) && h('p', {class: 'note'}, w('record.corrected', {id: corrected.get(r.id)})),
    withdrawn.has(r.id) && h('p', {class: 'note'}, w('record.withdrawn', {id: withdrawn.get(r.id)})),
    (dissent.get(r.id) ?? []).map(d => h('p', {class: 'note'}, w('record.dissent', {id: d.record, who: short(d.author)}))),
    r.note && h('p', {class: 'note'}, r.note));
}

const between = parts => parts.filter(Boolean).join(' · ');
const number_ = e => h('span', {class: 'number', title: w('record.number')}, '#' + e.number);
const received = e => w('record.received', {who: short(e.entry.from), time: moment(e.entry.received)});
const other = x => (x.agreement ? x.agreement.name ?? '' : x.attachment ? x.attachment.name ?? '' : x.edition?.name ?? x.edition?.of ?? '');

/** From and to, or the day where a whole day is meant. */
function occurred(r) {
  const to = r.occurred_to;
  if (!to) return moment(r.occurred);
  const whole = isDayEnd(local(Date.parse(to))) && local(Date.parse(r.occurred)).endsWith('T00:00:00');
  if (whole && localDay(Date.parse(r.occurred)) === localDay(Date.parse(to))) return moment(to);
  return w('clocks.between', {one: moment(r.occurred), other: moment(to)});
}

function rival(all) {
  const found = rivals(all, t => localDay(Date.parse(t)));
  if (found.length === 0) return null;
  return h('section', {class: 'part', 'data-key': 'rivals', 'aria-labelledby': 'h-rivals'}, h('h2', {id: 'h-rivals'}, w('record.rivals')),
    h('p', {class: 'quiet'}, w('record.rivalsNote')),
    found.slice(0, 40).map(g => h('table', {class: 'cards', 'data-key': g.record.id + g.number}, h('caption', {}, `${words({...g.record, values: {...g.record.values, [g.number]: undefined}})}, ${moment(g.record.occurred)}: ${attribute(g.number)}`),
      h('tbody', {}, g.rivals.map(t => h('tr', {}, h('th', {scope: 'row'}, source(t.source)), h('td', {class: 'n'}, number(t.value)), h('td', {}, h('code', {}, t.id))))))));
}
