// Zones, lines and incidents as a drawing: no tiles, no network. North is up; degrees of longitude are drawn as long as they are in the middle of the picture.

import {to} from './address.js';
import {h, s} from './dom.js';
import {event, plain} from './names.js';
import {moment} from './when.js';
import {n, w} from './words.js';

/** As wide as there is room, so that letters are as large as letters. */
let WIDTH = 900;
const MOST_POINTS = 3000;

let window_ = null;
let shownFor = '';

export function map(collection) {
  WIDTH = Math.max(320, Math.min(1180, document.documentElement.clientWidth - 40));
  const features = collection.features.filter(f => f.geometry);
  if (features.length === 0) return h('p', {class: 'quiet'}, w('map.empty'));
  const whole = bounds(features);
  const key = JSON.stringify(whole);
  if (shownFor !== key) window_ = null;
  shownFor = key;
  const frame = h('div', {class: 'map', 'data-key': 'map'});
  draw(frame, features, whole);
  return frame;
}

function draw(frame, features, whole) {
  const seen = window_ ?? whole;
  const scale = Math.cos(((seen.south + seen.north) / 2) * Math.PI / 180);
  const wide = (seen.east - seen.west) * scale;
  const high = seen.north - seen.south;
  const height = Math.max(300, Math.min(520, WIDTH * high / wide));
  const unit = Math.min(WIDTH / wide, height / high);
  const x = lon => ((lon - (seen.west + seen.east) / 2) * scale * unit + WIDTH / 2);
  const y = lat => (height / 2 - (lat - (seen.south + seen.north) / 2) * unit);
  const drawn = {x, y};
  const incidents = features.filter(f => f.properties?.kind === 'incident');
  const rest = features.filter(f => f.properties?.kind !== 'incident');
  const zoom = factor => {
    const middle = [(seen.west + seen.east) / 2, (seen.south + seen.north) / 2];
    window_ = factor === 0 ? null : {west: middle[0] - (seen.east - seen.west) * factor / 2, east: middle[0] + (seen.east - seen.west) * factor / 2, south: middle[1] - high * factor / 2, north: middle[1] + high * factor / 2};
    draw(frame, features, whole);
  };
  const move = (dx, dy) => {
    window_ = {west: seen.west + dx * (seen.east - seen.west), east: seen.east + dx * (seen.east - seen.west), south: seen.south + dy * high, north: seen.north + dy * high};
    draw(frame, features, whole);
  };
  const keys = e => {
    const way = {ArrowLeft: [-0.2, 0], ArrowRight: [0.2, 0], ArrowUp: [0, 0.2], ArrowDown: [0, -0.2]}[e.key];
    if (way) { move(...way); e.preventDefault(); frame.querySelector('svg').focus(); }
    else if (e.key === '+') zoom(0.6);
    else if (e.key === '-') zoom(1.6);
  };
  frame.replaceChildren(
    h('div', {class: 'map-tools'}, button('+', 'map.closer', () => zoom(0.6)), button('−', 'map.wider', () => zoom(1.6)), button('⤢', 'map.all', () => zoom(0))),
    s('svg', {viewBox: `0 0 ${WIDTH} ${height}`, role: 'group', tabindex: 0, 'aria-label': summary(rest, incidents), on: {keydown: keys}},
      s('rect', {class: 'ground', width: WIDTH, height}),
      rest.map(f => shape(f, drawn)),
      dots(incidents, drawn, WIDTH, height),
      bar(unit, height)),
    legend(rest, incidents));
}

const button = (sign, words, act) => h('button', {type: 'button', 'aria-label': w(words), title: w(words), on: {click: act}}, sign);

function summary(rest, incidents) {
  return [w('now.map'), names(rest).join(', '), n('map.incidents', incidents.length)].filter(Boolean).join('. ');
}

const names = rest => [...new Set(rest.map(f => plain(f.properties?.name ?? '')).filter(Boolean))];

function shape(f, at) {
  if (f.geometry.type === 'GeometryCollection') return f.geometry.geometries.map(geometry => shape({...f, geometry}, at));
  const {x, y} = at;
  const path = ring => ring.map(([lon, lat], i) => `${i ? 'L' : 'M'}${x(lon).toFixed(1)} ${y(lat).toFixed(1)}`).join('');
  const {type, coordinates} = f.geometry;
  const kind = (type.endsWith('Polygon') ? 'zone' : 'line') + (f.properties?.approximate ? ' about' : '');
  const d = {
    Polygon: () => coordinates.map(r => path(r) + 'Z').join(''),
    MultiPolygon: () => coordinates.flat().map(r => path(r) + 'Z').join(''),
    LineString: () => path(coordinates),
    MultiLineString: () => coordinates.map(path).join(''),
  }[type]?.();
  if (!d) return null;
  const [lon, lat] = middle(f);
  return s('g', {class: kind}, s('path', {d, 'fill-rule': 'evenodd'}), s('text', {x: x(lon), y: y(lat), 'text-anchor': 'middle'}, plain(f.properties?.name ?? '')));
}

function middle(f) {
  const b = bounds([f]);
  return [(b.west + b.east) / 2, (b.south + b.north) / 2];
}

/** Incidents at one place are one dot, as large as they are many. */
function dots(incidents, {x, y}, width, height) {
  const places = new Map();
  for (const f of incidents.slice(-MOST_POINTS)) {
    const [lon, lat] = f.geometry.coordinates;
    const key = lon.toFixed(3) + ' ' + lat.toFixed(3);
    if (!places.has(key)) places.set(key, {lon, lat, all: []});
    places.get(key).all.push(f.properties);
  }
  return [...places.values()].map(({lon, lat, all}) => {
    const [px, py] = [x(lon), y(lat)];
    if (px < 0 || py < 0 || px > width || py > height) return null;
    const r = Math.min(26, 5 + 2.4 * Math.sqrt(all.length - 1));
    const words = (all[0].place ? all[0].place + '\n' : '') + all.slice(-6).map(p => `${event(p.event ?? '')}, ${p.occurred ? moment(p.occurred) : ''}`).join('\n') + (all.length > 6 ? '\n…' : '');
    return s('a', {href: to('record', {find: all.at(-1).place || String(all.at(-1).records?.[0] ?? '')}), 'aria-label': words}, s('g', {class: 'incident'},
      s('circle', {cx: px, cy: py, r}), all.length > 1 && s('text', {x: px, y: py + 4, 'text-anchor': 'middle'}, String(all.length)), s('title', {}, words)));
  });
}

function bar(unit, height) {
  const perKm = unit / 111.32;
  const km = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find(k => k * perKm > 70) ?? 1000;
  return s('g', {class: 'bar'}, s('path', {d: `M16 ${height - 18}v6h${km * perKm}v-6`}), s('text', {x: 20, y: height - 22}, `${km} km`));
}

function legend(rest, incidents) {
  return h('p', {class: 'quiet'}, [names(rest).length ? w('map.drawn', {what: names(rest).join(', ')}) : '', n('map.incidents', incidents.length), w('map.north')].filter(Boolean).join(' · '));
}

function bounds(features) {
  let [west, east, south, north] = [180, -180, 90, -90];
  const look = c => {
    if (typeof c[0] === 'number') {
      west = Math.min(west, c[0]); east = Math.max(east, c[0]); south = Math.min(south, c[1]); north = Math.max(north, c[1]);
    } else c.forEach(look);
  };
  const into = g => (g.type === 'GeometryCollection' ? g.geometries.forEach(into) : look(g.coordinates));
  features.forEach(f => into(f.geometry));
  const margin = Math.max((east - west) * 0.08, (north - south) * 0.08, 0.03);
  return {west: west - margin, east: east + margin, south: south - margin, north: north + margin};
}
