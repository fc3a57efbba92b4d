// Times, always those of the agreement's zone.

import {locale, n, w} from './words.js';

let zone = 'UTC';

export const inZone = name => (zone = name);
export const zoneName = () => zone;

const format = options => new Intl.DateTimeFormat(locale(), {timeZone: zone, ...options});
const DAY = {day: 'numeric', month: 'short', year: 'numeric'};
const CLOCK = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'};

/** `Kyiv time, UTC+2` as it is at that instant. */
export function zoneWords(instant = Date.now()) {
  const offset = new Intl.DateTimeFormat('en', {timeZone: zone, timeZoneName: 'shortOffset'})
    .formatToParts(instant).find(p => p.type === 'timeZoneName').value.replace('GMT', 'UTC');
  return w('when.zone', {zone, offset});
}

function part(instant, name, options) {
  return format(options).formatToParts(instant).find(p => p.type === name)?.value;
}

export const isDayEnd = iso => /T23:59:59(\.999)?/.test(iso ?? '');

/** A moment in words; the end of a day is that day. */
export function moment(iso, seconds = false) {
  if (!iso) return '';
  const at = Date.parse(iso);
  if (!/T/.test(iso) || isDayEnd(local(at))) return day(iso);
  return format({...DAY, ...CLOCK, ...(seconds ? {second: '2-digit'} : {})}).format(at);
}

export const day = iso => format(DAY).format(/T/.test(iso) ? Date.parse(iso) : noon(iso));
export const clockTime = instant => format({...CLOCK, second: '2-digit'}).format(instant);

const noon = text => instantOf(text + 'T12:00');

/** Local time of the zone, `2026-03-01T18:00:00`. */
export function local(instant) {
  const p = Object.fromEntries(new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23',
  }).formatToParts(instant).map(x => [x.type, x.value]));
  return `${p.year.padStart(4, '0')}-${p.month}-${p.day}T${p.hour}:${p.minute}:${p.second}`;
}

export const localDay = instant => local(instant).slice(0, 10);

/** The instant at which clocks of the zone show that time. */
export function instantOf(text) {
  const wall = Date.parse(text + (text.length === 10 ? 'T00:00:00Z' : 'Z'));
  let at = wall;
  for (let i = 0; i < 3; i++) at += wall - Date.parse(local(at) + 'Z');
  return at;
}

/** The instant that is meant: of a day, its end. */
export const ends = text => (text.length === 10 ? instantOf(text) + 86400000 - 1 : Date.parse(text));

/** How long, in the two units that matter. */
export function long(millis) {
  const minutes = Math.floor(Math.abs(millis) / 60000);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days >= 730) return n('when.years', Math.floor(days / 365));
  if (days >= 4) return n('when.days', days);
  if (days >= 1) return join(n('when.days', days), hours % 24 && n('when.hours', hours % 24));
  if (hours >= 1) return join(n('when.hours', hours), minutes % 60 && n('when.minutes', minutes % 60));
  return n('when.minutes', minutes);
}

const join = (one, other) => (other ? `${one} ${other}` : one);

/** How much time is left until then, or since when it is late. */
export function left(due, latest, at) {
  const end = Date.parse(latest ?? due);
  return end >= at ? w('when.left', {time: long(end - at)}) : w('when.late', {time: long(at - end)});
}
