// Names as people write them. Identifiers are for the text.

import {known, language, list, w} from './words.js';

let titles = new Map();
let sentences = new Map();

export function learn(agreement) {
  titles = new Map();
  for (const x of [...agreement.actors, ...agreement.bodies]) titles.set(x.name, x.title && x.title !== x.name ? x.title : plain(x.name));
  sentences = new Map();
  for (const c of agreement.clauses) {
    if (!sentences.has(c.id)) sentences.set(c.id, []);
    sentences.get(c.id).push(c);
  }
}

/** `UnitedStates` is United States, `cease_fire` is cease fire. */
export function plain(identifier) {
  return String(identifier).replace(/_/g, ' ').replace(/([a-z])([A-Z])/g, '$1 $2');
}

export function who(name) {
  if (name === 'nobody named' || name === 'unattributed') return w('nobody.named');
  return titles.get(name) ?? plain(name);
}

/** Short where the title is long: tables have little room. */
export function short(name) {
  const title = who(name);
  return title.length > 34 && titles.has(name) ? plain(name) : title;
}

export const everybody = names => list(names.map(short));

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

/** Under which reading: a phrase, empty where the text can be read in one way only. */
export function underReading(reading) {
  const answers = Object.entries(reading ?? {});
  return answers.length === 0
    ? ''
    : w('reading.if', {answers: list(answers.map(([q, a]) => w('reading.answer', {question: plain(q), answer: plain(a)})))});
}

/** A value of a record or a key, in words. */
export function value(v) {
  if (v === null || v === undefined) return '';
  if (typeof v === 'object') {
    return v.name || `${v.lat ?? v.latitude}, ${v.lon ?? v.longitude}`;
  }
  return titles.has(v) || v === 'unattributed' ? short(v) : String(v);
}
