// Forms, made from the agreement's own events: submit, attribute, confirm, vote, correct, withdraw. What was written is shown as it will stand in the record before it is put there,
// because it cannot be taken out again.

import {clock, get, maybe, Refusal, room, send} from './api.js';
import {h} from './dom.js';
import {event, inText, plain, sentence, short, who} from './names.js';
import {attribute, entries, words} from './records.js';
import {instantOf, local, zoneWords} from './when.js';
import {known, language, n, w} from './words.js';

const BASES = ['seen', 'heard', 'told', 'instrument', 'claim', 'media'];
const PRECISIONS = ['minute', 'hour', 'part_of_day', 'day', 'month', 'range'];
const ACTS = ['observe', 'attribute', 'find', 'move', 'vote', 'decide', 'correct', 'withdraw'];

let open = {agreement: '', act: null};

/** What one may do, and what not and why: as the server says; where it does not say, it refuses what may not be. */
export async function acts(state) {
  const told = await maybe(get(state.agreement.name, 'acts'));
  if (told) return told;
  if (state.me.role === 'public') return {acts: [], refused: []};
  return {speaks: null, refused: [], acts: [...state.agreement.events.map(e => ({act: 'observe', event: e.name, attributes: e.attributes})), {act: 'attribute'}, {act: 'find'}, ...state.agreement.bodies.map(b => ({act: 'vote', body: b.name})), {act: 'correct'}, {act: 'withdraw'}]};
}

/** @param told what one may do, as `acts` has it */
export function forms(state, again, all, told) {
  const may = told.acts;
  const kinds = ACTS.filter(a => may.some(m => m.act === a));
  const frame = content => h('section', {class: 'part say', 'data-key': 'say', 'aria-labelledby': 'h-say'}, h('h2', {id: 'h-say'}, w('say.title')), content);
  if (kinds.length === 0) return frame([h('p', {class: 'quiet'}, state.me.role === 'public' ? w('say.signIn') : w('say.nothing')), state.me.role !== 'public' && refusals(told.refused ?? [])]);
  if (open.agreement !== state.agreement.name || !kinds.includes(open.act)) open = {agreement: state.agreement.name, act: null};
  return frame([
    h('div', {class: 'acts', 'data-key': 'acts'}, kinds.map(kind => h('button', {type: 'button', 'data-key': kind, 'aria-expanded': String(open.act === kind), 'aria-controls': 'say-form', on: {click: () => choose(kind, state, again)}}, w(`act.${kind}`)))),
    // What is being written stays as it is when the record changes.
    open.act && h('div', {id: 'say-form', 'data-key': 'form-' + open.act + language(), 'data-keep': true}, form(open.act, may.filter(m => m.act === open.act), state, again, all, told.speaks)),
    refusals(told.refused ?? []),
  ]);
}

/** What the text keeps for others, and why. */
function refusals(refused) {
  if (refused.length === 0) return null;
  return h('details', {'data-key': 'refused'}, h('summary', {}, n('say.refused', refused.length)), h('ul', {lang: 'en'}, refused.map(r => h('li', {}, h('b', {}, r.event ? event(r.event) : w(`act.${r.act}`)), ': ', inText(r.why.replace(/`/g, '')), r.help ? '; ' + inText(r.help.replace(/`/g, '')) : ''))));
}

async function choose(kind, state, again) {
  open.act = open.act === kind ? null : kind;
  await again();
  document.querySelector('#say-form select, #say-form input')?.focus();
}

/** One form; below it, after it was looked at, what it says and the button that sends it. */
function form(kind, may, state, again, all, speaks) {
  const fields = h('div', {class: 'fields'});
  const outcome = h('div', {class: 'outcome', 'aria-live': 'polite'});
  const parts = {observe, attribute: attributing, find: finding, move: observe, vote: voting, decide: observe, correct, withdraw}[kind];
  let read = parts(fields, may, {...state, speaks}, all);
  /** Whoever reports the next thing begins with an empty form. */
  const afresh = known => {
    fields.replaceChildren();
    read = parts(fields, may, {...state, speaks}, known);
  };
  const look = async e => {
    e.preventDefault();
    outcome.replaceChildren(h('p', {class: 'quiet'}, w('room.wait')));
    try {
      const record = complete(read(), {...state, speaks});
      await send(room(state.agreement.name, 'records') + '?dryRun=true', JSON.stringify(record), 'application/x-ndjson');
      outcome.replaceChildren(preview(record, speaks, () => put(record, outcome, fields, afresh, state, again, all), () => outcome.replaceChildren()));
      outcome.querySelector('button')?.focus();
    } catch (problem) {
      outcome.replaceChildren(refused(problem));
    }
  };
  return h('form', {on: {submit: look}}, fields, h('p', {}, h('button', {class: 'main'}, w('say.look'))), outcome);
}

/** What every record has. */
function complete(record, state) {
  const now = Math.floor(clock() / 1000) * 1000;
  const random = [...crypto.getRandomValues(new Uint8Array(4))].map(b => b.toString(16).padStart(2, '0')).join('');
  const at = local(now).replace(/[-:]/g, '').replace('T', '-');
  const when = state.speaks ? {} : {recorded: new Date(now).toISOString().replace('.000', '')};
  return {id: `${slug(state.speaks ?? state.me.actor ?? state.me.name)}-${at}-${random}`, ...when, ...record};
}

const slug = name => name.normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '').slice(0, 20) || 'record';

function preview(record, speaks, put_, back) {
  return h('div', {class: 'preview'},
    h('h3', {}, w('say.willStand')),
    h('p', {}, h('b', {}, words(record))),
    h('p', {class: 'quiet'}, [record.basis && w(`basis.${record.basis}`), w('record.from') + ' ' + (speaks ? who(speaks) : record.author ?? record.source), speaks && record.source].filter(Boolean).join(' · ')),
    h('details', {}, h('summary', {}, w('say.asWritten')), h('pre', {}, JSON.stringify(record, null, 1))),
    h('p', {}, w('say.forGood')),
    h('p', {class: 'acts'}, h('button', {type: 'button', class: 'main', on: {click: put_}}, w('say.put')), h('button', {type: 'button', on: {click: back}}, w('say.change'))));
}

/** The form is empty again in the very moment in which it says that the record is in: whoever goes on writing at once loses nothing of it later. */
async function put(record, outcome, fields, afresh, state, again, all) {
  outcome.querySelectorAll('button').forEach(b => (b.disabled = true));
  fields.inert = true;
  try {
    const told = await send(room(state.agreement.name, 'records'), JSON.stringify(record), 'application/x-ndjson');
    afresh(await entries(state).catch(() => all));
    outcome.replaceChildren(h('p', {class: 'good', role: 'status'}, w('say.done', {number: told.records?.[0]?.entry ?? '', id: record.id})));
  } catch (problem) {
    outcome.replaceChildren(refused(problem));
  } finally {
    fields.inert = false;
  }
  await again();
}

export function refused(problem) {
  if (!(problem instanceof Refusal)) throw problem;
  return h('div', {class: 'bad', role: 'alert'}, h('p', {}, problem.status === 0 ? w('trouble.away') : problem.message), problem.help && h('p', {}, problem.help),
    problem.problems.length > 0 && h('ul', {lang: 'en'}, problem.problems.map(p => h('li', {}, typeof p === 'string' ? p : p.words ?? JSON.stringify(p)))));
}

let ids = 0;

function field(label, control, note) {
  control.id ||= 'say-' + ++ids;
  return h('div', {class: 'field'}, h('label', {for: control.id}, label), control, note && h('p', {class: 'quiet'}, note));
}

const select = (options, props = {}) => h('select', props, options.map(([value, title]) => h('option', {value}, title)));

function people(state, more = []) {
  return [...more, ...[...state.agreement.actors, ...state.agreement.bodies].map(a => [a.name, short(a.name)])];
}

/** Who speaks: of whom the server knows whose they are, their own; otherwise what they write. */
function sourceField(state) {
  if (state.speaks) return h('input', {autocomplete: 'off'});
  return h('input', {required: true, value: state.me.actor ? who(state.me.actor) : state.me.name, autocomplete: 'off'});
}

const sourceLabel = state => (state.speaks ? w('say.where') : w('say.source'));

function observe(place, may, state, all, first = null) {
  const which = select([['', w('say.choose')], ...may.map(m => [m.event, event(m.event)]).sort((a, b) => a[1].localeCompare(b[1]))], {required: true});
  const of = h('div', {class: 'fields inner'});
  let values = () => ({});
  const chosen = (given = {}) => {
    const m = may.find(x => x.event === which.value);
    at.hidden = Boolean(m?.now);
    exactly.hidden = Boolean(m?.now);
    const declared = state.agreement.events.find(e => e.name === which.value);
    values = m ? attributes(of, m.attributes?.[0]?.type ? m.attributes : declared?.attributes ?? [], m.fixed ?? {}, state, all, given) : () => ({});
    if (!m) of.replaceChildren();
  };
  which.addEventListener('change', () => chosen());
  const when = h('input', {type: 'datetime-local', required: true, value: local(clock() - 60000).slice(0, 16)});
  const to = h('input', {type: 'datetime-local'});
  const precision = select(PRECISIONS.map(p => [p, w(`precision.${p}`)]));
  const toField = field(w('say.until'), to);
  toField.hidden = true;
  precision.addEventListener('change', () => (toField.hidden = precision.value !== 'range'));
  const basis = select(BASES.map(b => [b, w(`basis.${b}`)]), {required: true});
  const from = sourceField(state);
  const at = field(w('say.when'), when, zoneWords(clock()));
  const exactly = field(w('say.precision'), precision);
  if (may.length === 1) {
    which.value = may[0].event;
    chosen();
  }
  place.append(field(w('say.event'), which), of, at, exactly, toField,
    field(w('say.basis'), basis), field(sourceLabel(state), from));
  if (first) {
    which.value = first.event;
    chosen(first.values ?? {});
    basis.value = first.basis ?? 'claim';
    if (!state.speaks) from.value = first.author ?? first.source;
    else if (first.author) from.value = first.source;
    when.value = local(Date.parse(first.occurred)).slice(0, 16);
    precision.value = first.occurred_to ? 'range' : 'minute';
    toField.hidden = !first.occurred_to;
    if (first.occurred_to) to.value = local(Date.parse(first.occurred_to)).slice(0, 16);
  }
  return () => spoken({event: which.value, ...(at.hidden && state.speaks ? {} : timed(when.value, to.value, precision.value)), basis: basis.value, source: from.value, values: values()});
}

/** Whoever sends a record speaks in it; what is left empty the server fills in. */
function spoken(record) {
  return Object.fromEntries(Object.entries(record).filter(([, v]) => v !== '' && v !== null && v !== undefined));
}

function timed(from, to, precision) {
  const iso = text => new Date(instantOf(text)).toISOString().replace('.000', '');
  if (precision === 'range') return {occurred: iso(from), occurred_to: iso(to || from), precision};
  if (precision === 'day') return {occurred: from.slice(0, 10), precision};
  if (precision === 'month') return {occurred: from.slice(0, 7), precision};
  return {occurred: iso(from), precision};
}

function attributes(place, declared, fixed, state, all, given) {
  const readers = declared.map(a => {
    if (a.name in fixed) return {name: a.name, nodes: [h('p', {class: 'field fixed'}, attribute(a.name), ': ', h('b', {}, short(fixed[a.name])))], read: () => fixed[a.name]};
    return {name: a.name, ...input(a, state, all, given[a.name])};
  });
  place.replaceChildren(...readers.flatMap(r => r.nodes));
  return () => Object.fromEntries(readers.map(r => [r.name, r.read()]).filter(([, v]) => v !== null && v !== ''));
}

function input({name, type, values}, state, all, given) {
  const label = attribute(name);
  if (type === 'text' && values) {
    const control = select([['', w('say.notGiven')], ...values.map(v => [v, known(`choice.${v}`, known(`result.${v}`, v))])]);
    control.value = given ?? '';
    return {nodes: [field(label, control)], read: () => control.value};
  }
  switch (type) {
    case 'party': {
      const control = select([['', w('say.notGiven')], ...(values ? values.map(v => [v, short(v)]) : people(state, [['unattributed', w('nobody.named')]]))]);
      control.value = given ?? '';
      return {nodes: [field(label, control)], read: () => control.value};
    }
    case 'zone': {
      const control = select([['', w('say.notGiven')], ...state.agreement.zones.map(z => [z, plain(z)])]);
      control.value = given ?? '';
      return {nodes: [field(label, control)], read: () => control.value};
    }
    case 'number': {
      const control = h('input', {inputmode: 'decimal', pattern: '-?[0-9]+([.,][0-9]{1,6})?', value: given ?? ''});
      return {nodes: [field(label, control)], read: () => (control.value ? control.value.replace(',', '.') : '')};
    }
    case 'date': {
      const control = h('input', {type: 'date', value: given ?? ''});
      return {nodes: [field(label, control)], read: () => control.value};
    }
    case 'place': return placed(label, given);
    case 'breach': return breach(label, state, all, given);
    default: {
      const control = h('input', {value: given ?? '', autocomplete: 'off'});
      return {nodes: [field(label, control)], read: () => control.value.trim()};
    }
  }
}

function placed(label, given) {
  const name = h('input', {value: given?.name ?? '', autocomplete: 'off'});
  const lat = h('input', {inputmode: 'decimal', value: given?.lat ?? ''});
  const lon = h('input', {inputmode: 'decimal', value: given?.lon ?? ''});
  const degree = control => control.value.trim().replace(',', '.');
  return {
    nodes: [field(label, name), field(w('say.lat'), lat), field(w('say.lon'), lon)],
    read: () => {
      if (!name.value.trim() && !lat.value && !lon.value) return null;
      return {...(name.value.trim() ? {name: name.value.trim()} : {}), ...(lat.value ? {lat: Number(degree(lat))} : {}), ...(lon.value ? {lon: Number(degree(lon))} : {})};
    },
  };
}

const clauses = state => [...new Set(state.agreement.clauses.map(c => c.id))].map(id => [id, `${id} ${(sentence(id)?.text ?? '').slice(0, 70)}`]);
const told = (all, fits) => all.filter(e => e.entry.record && fits(e.entry.record)).slice(0, 400).map(e => [e.entry.record.id, `${words(e.entry.record).slice(0, 80)} (${e.entry.record.id})`]);
const observed = r => (r.kind ?? 'observation') === 'observation';

function breach(label, state, all, given) {
  const control = select([['', w('say.notGiven')], ...clauses(state), ...told(all, observed)]);
  control.value = given ?? '';
  return {nodes: [field(label, control)], read: () => control.value};
}

function attributing(place, may, state, all) {
  const about = select([['', w('say.choose')], ...told(all, observed)], {required: true});
  const to = select([['', w('say.choose')], ...people(state, [['unattributed', w('nobody.named')]])], {required: true});
  const standard = h('input', {autocomplete: 'off'});
  const from = sourceField(state);
  place.append(field(w('say.act'), about), field(w('say.to'), to), field(w('say.standard'), standard, w('say.standardNote')), field(sourceLabel(state), from));
  return () => spoken({kind: 'attribution', about: about.value, to: to.value, ...(standard.value ? {standard: standard.value.trim()} : {}), source: from.value});
}

const termsOf = (may, state) => (may.some(m => m.about) ? may.filter(m => m.term).map(m => m.term) : [...state.agreement.terms, ...state.agreement.questions.map(q => q.name)]);

function finding(place, may, state, all) {
  const kinds = [...new Set(may.map(m => m.about).filter(Boolean))];
  const possible = kinds.length ? kinds : ['record', 'clause', 'term'];
  const kind = select(possible.map(k => [k, w(`say.find.${k}`)]));
  const about = select([['', w('say.choose')], ...told(all, observed)]);
  const clause = select([['', w('say.choose')], ...clauses(state).filter(([id]) => !may.some(m => m.clauses) || may.some(m => m.clauses?.includes(id)))]);
  const bearer = select(people(state, [['', w('say.anybody')]]));
  const term = select([['', w('say.choose')], ...termsOf(may, state).map(t => [t, plain(t)])]);
  const answer = select([]);
  const result = select(['confirmed', 'disputed', 'refuted'].map(r => [r, w(`result.${r}`)]));
  const from = sourceField(state);
  const parts = {about: field(w('say.act'), about), clause: field(w('say.clause'), clause), bearer: field(w('say.bearer'), bearer), term: field(w('say.term'), term), result: field(w('say.result'), result), answer: field(w('say.answer'), answer)};
  const fit = () => {
    parts.about.hidden = kind.value === 'term';
    parts.clause.hidden = kind.value === 'term';
    parts.bearer.hidden = kind.value !== 'clause';
    parts.term.hidden = kind.value !== 'term';
    const question = kind.value === 'term' && (state.agreement.questions ?? []).find(q => q.name === term.value);
    parts.answer.hidden = !question;
    parts.result.hidden = Boolean(question);
    answer.replaceChildren(...(question ? question.answers.map(a => h('option', {value: a.name}, a[language()] ?? a.en)) : []));
    about.required = kind.value === 'record';
    clause.required = kind.value === 'clause';
    term.required = kind.value === 'term';
  };
  kind.addEventListener('change', fit);
  term.addEventListener('change', fit);
  place.append(field(w('say.findAbout'), kind), ...Object.values(parts), field(sourceLabel(state), from));
  fit();
  return () => spoken({
    kind: 'finding',
    occurred: new Date(Math.floor(clock() / 1000) * 1000).toISOString().replace('.000', ''),
    ...(kind.value !== 'term' && about.value ? {about: about.value} : {}),
    ...(kind.value !== 'term' && clause.value ? {clause: clause.value} : {}),
    ...(kind.value === 'clause' && bearer.value ? {bearer: bearer.value} : {}),
    ...(kind.value === 'term' ? {term: term.value} : {}),
    result: kind.value === 'term' && answer.value ? answer.value : result.value,
    source: from.value,
  });
}

/** A vote is an event that every agreement has. */
function voting(place, may, state, all) {
  const motions = all.filter(e => e.entry.record?.event === 'motion').map(e => e.entry.record.values);
  const bodies = may.flatMap(m => m.bodies ?? m.body ?? []);
  const members = [...new Set(bodies.flatMap(name => state.agreement.bodies.find(b => b.name === name)?.members ?? []))];
  const by = select((may[0]?.fixed?.by ? [may[0].fixed.by] : members).map(m => [m, short(m)]), {required: true});
  const id = h('input', {required: true, autocomplete: 'off', list: 'motions'});
  const choice = select(['yes', 'no', 'abstain'].map(c => [c, w(`choice.${c}`)]));
  const from = sourceField(state);
  place.append(field(w('say.motion'), id, motions.length ? n('say.motions', motions.length) : w('say.noMotion')),
    h('datalist', {id: 'motions'}, motions.map(m => h('option', {value: m.id ?? ''}, `${short(m.of ?? '')} ${m.on ?? ''}`))),
    field(w('say.voter'), by), field(w('say.choice'), choice), field(sourceLabel(state), from));
  return () => spoken({event: 'vote', ...(state.speaks ? {} : {occurred: new Date(Math.floor(clock() / 1000) * 1000).toISOString().replace('.000', '')}), basis: 'claim', source: from.value, values: {by: by.value, id: id.value.trim(), choice: choice.value}});
}

function correct(place, may, state, all) {
  const which = select([['', w('say.choose')], ...told(all, observed)], {required: true});
  const rest = h('div', {class: 'fields inner'});
  let read = () => ({});
  which.addEventListener('change', () => {
    rest.replaceChildren();
    const old = all.find(e => e.entry.record?.id === which.value)?.entry.record;
    if (old) read = observe(rest, state.agreement.events.map(e => ({event: e.name, attributes: e.attributes})), state, all, old);
  });
  place.append(field(w('say.which'), which, w('say.own')), rest);
  return () => ({...read(), corrects: which.value});
}

function withdraw(place, may, state, all) {
  const which = select([['', w('say.choose')], ...told(all, r => r.kind !== 'withdrawal')], {required: true});
  const from = sourceField(state);
  which.addEventListener('change', () => {
    const old = all.find(e => e.entry.record?.id === which.value)?.entry.record;
    if (old && !state.speaks) from.value = old.author ?? old.source;
  });
  place.append(field(w('say.which'), which, w('say.own')), field(sourceLabel(state), from));
  return () => spoken({kind: 'withdrawal', withdraws: which.value, source: from.value});
}
