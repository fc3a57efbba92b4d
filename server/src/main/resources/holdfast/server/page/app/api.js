// Asks the server. What is refused comes back as a Refusal, in the server's own words.

import {query} from './address.js';

export class Refusal extends Error {
  constructor(status, title, help, problems, reading = null) {
    super(title);
    this.status = status;
    this.help = help;
    this.problems = problems ?? [];
    // {read, of}: the record has not been read to its end yet.
    this.reading = reading;
  }
}

let ahead = 0;

/** The server's clock, as far as it is known here: the clock of a laptop may be wrong. */
export const clock = () => Date.now() + ahead;

/** @param moment whether the answer hangs on the moment that is looked at */
export function get(agreement, path = '', {moment = false, more = {}} = {}) {
  return ask(room(agreement, path) + query(moment, more));
}

export const room = (agreement, path) => `/api/agreements/${encodeURIComponent(agreement)}${path ? '/' + path : ''}`;

export async function ask(address, options = {}) {
  let answer;
  try {
    answer = await fetch(address, {credentials: 'same-origin', ...options});
  } catch {
    throw new Refusal(0, '', '', []);
  }
  const date = Date.parse(answer.headers.get('Date') ?? '');
  // The header has whole seconds, and the answer was on its way.
  if (!Number.isNaN(date) && Math.abs(date + 500 - Date.now() - ahead) > 1500) ahead = date + 500 - Date.now();
  const type = answer.headers.get('Content-Type') ?? '';
  const body = type.includes('json') ? await answer.json().catch(() => ({})) : await answer.text();
  if (!answer.ok) throw new Refusal(answer.status, body.title ?? '', body.help ?? '', body.problems ?? [], body.reading);
  return body;
}

export function send(address, body, type = 'application/json', method = 'POST') {
  return ask(address, {method, headers: {'Content-Type': type}, body});
}

/** What there may not be on this server yet, or for this agreement: null where it is not. */
export async function maybe(promise) {
  try {
    return await promise;
  } catch (e) {
    if (e instanceof Refusal && (e.status === 404 || e.status === 405 || e.status === 501)) return null;
    throw e;
  }
}
