// The entries of a record: read once, and what is new after that.

import {address} from './address.js';
import {get} from './api.js';
import {event, plain, short, value} from './names.js';
import {ends} from './when.js';
import {n, w} from './words.js';

const PAGE = 1000;
/** So many entries are looked at here; a larger record is searched by its files. */
const MOST = 5000;

let kept = {agreement: '', size: 0, entries: []};

/** All entries that count at the moment looked at, the latest first. */
export async function entries(state) {
  const name = state.agreement.name;
  if (kept.agreement !== name) kept = {agreement: name, size: 0, entries: []};
  let before = null;
  const fresh = [];
  for (;;) {
    const page = await get(name, 'records', {more: {limit: PAGE, ...(before === null ? {} : {before})}});
    const unknown = page.entries.filter(e => e.number >= kept.size);
    fresh.push(...unknown);
    if (unknown.length < PAGE || fresh.length >= MOST) {
      kept = {agreement: name, size: fresh.length ? fresh[0].number + 1 : kept.size, entries: [...fresh, ...kept.entries].slice(0, MOST)};
      break;
    }
    before = page.entries.at(-1).number;
  }
  return kept.entries.filter(known);
}

function known({number, entry}) {
  const {size, asOf} = address().values;
  if (size && number >= Number(size)) return false;
  const at = asOf && ends(asOf);
  return !at || !entry.record?.recorded || Date.parse(entry.record.recorded) <= at;
}

/** Records that somebody wrote, by their ids. */
export async function byId(state) {
  const found = new Map();
  for (const e of await entries(state)) if (e.entry.record) found.set(e.entry.record.id, e);
  return found;
}

export async function recordWords(state, ids) {
  const all = await byId(state);
  return ids.filter(id => all.has(id)).map(id => ({id, words: words(all.get(id).entry.record)}));
}

/** What a record says, in a phrase. */
export function words(r) {
  switch (r.kind ?? 'observation') {
    case 'attribution': return w('record.attribution', {about: r.about, to: short(r.to)}) + (r.standard ? ` (${r.standard})` : '');
    case 'finding': return w('record.finding', {about: [r.clause && w('record.clause', {clause: r.clause}), r.term && plain(r.term), r.about].filter(Boolean).join(', '), result: result(r.result)});
    case 'withdrawal': return w('record.withdrawal', {id: r.withdraws});
    default: return observation(r);
  }
}

export const result = said => (['confirmed', 'disputed', 'refuted'].includes(said) ? w(`result.${said}`) : said);

function observation(r) {
  const {by, on, town, place, ...rest} = r.values ?? {};
  const where = [value(town), value(place)].filter(Boolean);
  const parts = [
    by !== undefined && w('record.by', {who: value(by)}),
    on !== undefined && w('record.on', {who: value(on)}),
    where.length > 0 && w('record.at', {place: [...new Set(where)].join(', ')}),
    ...Object.entries(rest).filter(([, v]) => v !== null && v !== undefined).map(([name, v]) => `${attribute(name)} ${value(v)}`),
  ].filter(Boolean);
  return event(r.event) + (parts.length ? ': ' + parts.join(', ') : '');
}

/** What an attribute of an event is called. */
export function attribute(name) {
  const key = `attribute.${name}`;
  const said = w(key);
  return said === key ? plain(name) : said;
}

/**
 * By id of what was changed: who corrected it, who withdrew it.
 *
 * @param dissent what counts for nothing, since its author may not change that record
 */
export function changes(all, dissent) {
  const idle = new Set(dissent.map(d => d.record));
  const corrected = new Map();
  const withdrawn = new Map();
  for (const {entry: {record: r}} of all) {
    if (!r || idle.has(r.id)) continue;
    if (r.corrects) corrected.set(r.corrects, r.id);
    if (r.kind === 'withdrawal') withdrawn.set(r.withdraws, r.id);
  }
  return {corrected, withdrawn};
}

/**
 * What several sources say of one thing with other numbers: the same incident, or one event at one place on one day.
 *
 * @return [{title, number: attribute, rivals: [{source, id, value}]}]
 */
export function rivals(all, dayOf) {
  const groups = new Map();
  for (const {entry: {record: r}} of all) {
    if (!r || (r.kind ?? 'observation') !== 'observation') continue;
    const place = value(r.values?.town ?? r.values?.place);
    const key = r.incident ? 'incident ' + r.incident : [r.event, place, dayOf(r.occurred)].join('\n');
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(r);
  }
  return [...groups.values()].flatMap(side);
}

function side(group) {
  const names = new Set(group.flatMap(r => Object.entries(r.values ?? {}).filter(([, v]) => typeof v === 'number').map(([name]) => name)));
  return [...names].map(name => {
    const told = group.filter(r => typeof r.values?.[name] === 'number').map(r => ({id: r.id, source: r.author ?? r.source, value: r.values[name], record: r}));
    const differ = new Set(told.map(t => t.value)).size > 1 && new Set(told.map(t => t.source)).size > 1;
    return differ ? {record: told[0].record, number: name, rivals: told} : null;
  }).filter(Boolean);
}

export const count = size => n('moment.size', size);
