// Where one is: the agreement, the view, the moment that is looked at, the language. All of it stands in the address, so that it can be sent to somebody who then sees the same.

export const VIEWS = ['now', 'articles', 'clocks', 'record', 'ground', 'readiness', 'before', 'exercise', 'proofs', 'people'];
/** What an address says of the moment. */
const MOMENT = ['asOf', 'about', 'size'];

let here = read();
const followers = [];

export const address = () => here;

export function read() {
  const [path, asked] = location.hash.replace(/^#/, '').split('?');
  const parts = path.split('/').filter(Boolean).map(p => decodeURIComponent(p));
  const values = Object.fromEntries(new URLSearchParams(asked ?? ''));
  return {agreement: parts[0] ?? '', view: VIEWS.includes(parts[1]) ? parts[1] : 'now', values};
}

export function written({agreement, view, values}) {
  const asked = new URLSearchParams(Object.entries(values).filter(([, v]) => v !== '' && v !== null && v !== undefined));
  return `#/${encodeURIComponent(agreement)}/${view}${asked.size ? '?' + asked : ''}`;
}

/** The address of another view, at the same moment and in the same language. */
export function to(view, more = {}) {
  const kept = Object.fromEntries(Object.entries(here.values).filter(([name]) => [...MOMENT, 'lang'].includes(name)));
  return written({agreement: here.agreement, view, values: {...kept, ...more}});
}

/** The same place with something about it changed; null takes it away. */
export function changed(more) {
  return written({...here, values: {...here.values, ...more}});
}

export function go(hash, {replace = false} = {}) {
  if (replace) history.replaceState(null, '', hash);
  else history.pushState(null, '', hash);
  follow();
}

export function follow() {
  const before = here;
  here = read();
  followers.forEach(f => f(here, before));
}

export function follows(follower) {
  followers.push(follower);
}

export const isLive = () => !MOMENT.some(name => here.values[name]);

/** The query of a request. */
export function query(moment, more = {}) {
  const asked = new URLSearchParams(more);
  if (moment) MOMENT.filter(name => here.values[name]).forEach(name => asked.set(name, here.values[name]));
  return asked.size ? '?' + asked : '';
}

addEventListener('hashchange', follow);
addEventListener('popstate', follow);
