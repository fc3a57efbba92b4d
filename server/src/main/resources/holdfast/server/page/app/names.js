// Names as people write them. Identifiers are for the text.

import {known, language, list, w} from './words.js';

let titles = new Map();
let sentences = new Map();
let called = {};
let answers = new Map();

export function learn(agreement) {
  titles = new Map([...agreement.actors, ...agreement.bodies].map(x => [x.name, x.title]));
  called = agreement.names ?? {};
  answers = new Map((agreement.questions ?? []).map(q => [q.name, new Map(q.answers.map(a => [a.name, a]))]));
  sentences = Map.groupBy(agreement.clauses, c => c.id);
}

/** What the text calls it, in the language of the page where it says so; otherwise the words of its name: `cease_fire` is cease fire. */
export function plain(identifier) {
  const name = String(identifier);
  return called[language()]?.[name] ?? called.en?.[name] ?? name.replace(/_/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
}

const each = name => (/^each /.test(name) ? w('nobody.each') : null);
const nobody = name => name === 'nobody named' || name === 'unattributed';

/** The whole title. */
export function who(name) {
  if (nobody(name)) return w('nobody.named');
  const title = titles.get(name);
  return title && title !== name ? title : plain(name);
}

/** Short where the title is long: tables have little room. */
export const short = name => (nobody(name) ? w('nobody.named') : each(name) ?? plain(name));

export const everybody = names => list([...new Set(names)].map(short));

/** What an event is called. */
export const event = name => known(`event.${name}`, plain(name));

/** The sentence of a clause, in the language of the page where there is one. */
export function sentence(id, reading = {}) {
  const all = sentences.get(id) ?? [];
  const fits = all.find(c => Object.entries(c.reading).every(([q, a]) => (reading[q] ?? a) === a)) ?? all[0];
  if (!fits) return null;
  const mine = fits.sentence[language()];
  return {text: mine ?? fits.sentence.en, lang: mine ? language() : 'en'};
}

function answer(question, name) {
  const said = answers.get(question)?.get(name);
  return said?.[language()] ?? said?.en ?? plain(name);
}

/** Under which reading: a phrase, empty where the text can be read in one way only. */
export function underReading(reading) {
  const given = Object.entries(reading ?? {});
  return given.length === 0 ? '' : w('reading.if', {answers: list(given.map(([q, a]) => w('reading.answer', {question: plain(q), answer: answer(q, a)})))});
}

/** Where the server wrote a sentence with names of the text in it. */
export function inText(text) {
  return String(text).replace(/[\p{L}\p{N}_]+/gu, word => (/_|\p{Ll}\p{Lu}/u.test(word) && called.en?.[word] ? called.en[word] : word));
}

/** A value of a record or a key, in words. */
export function value(v) {
  if (v === null || v === undefined) return '';
  if (typeof v === 'object') return v.name || `${v.lat ?? v.latitude}, ${v.lon ?? v.longitude}`;
  return titles.has(v) || nobody(v) ? short(v) : String(v);
}
