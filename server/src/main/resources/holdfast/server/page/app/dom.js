// Builds the page. What came from anybody is only ever text: there is no innerHTML here or anywhere else.

const SVG = 'http://www.w3.org/2000/svg';
const SAFE = /^(https?:|mailto:|#|\/)/i;
const handlers = new WeakMap();

/** h('p', {class: 'x', on: {click: f}}, 'text', node, [more]) */
export function h(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same for pictures. */
export function s(tag, props = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(node, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') on(node, value);
    else if (name === 'href' || name === 'src' || name === 'action') {
      if (SAFE.test(String(value))) node.setAttribute(name, String(value));
    } else if (/^on/i.test(name) || name === 'style') throw new Error(`${name} is not written into the page`);
    else if (name === 'value' && 'value' in node) node.value = value;
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.flat(Infinity).filter(c => c !== null && c !== undefined && c !== false && c !== ''));
  return node;
}

function on(node, actions) {
  handlers.set(node, actions);
  for (const type of Object.keys(actions)) node.addEventListener(type, heard);
}

function heard(event) {
  const actions = handlers.get(event.currentTarget);
  if (actions && actions[event.type]) actions[event.type](event);
}

/** Makes what is shown into what is wanted with as little change as can be, so that nothing jumps: focus, what was typed and what was opened stay. */
export function show(place, ...wanted) {
  const box = document.createElement(place.tagName);
  box.append(...wanted.flat(Infinity).filter(Boolean));
  children(place, box);
}

function children(old, wanted) {
  let at = old.firstChild;
  for (const next of [...wanted.childNodes]) {
    const same = found(old, at, next);
    if (!same) {
      old.insertBefore(next, at);
      continue;
    }
    if (same !== at) old.insertBefore(same, at);
    else at = at.nextSibling;
    become(same, next);
  }
  while (at) {
    const after = at.nextSibling;
    at.remove();
    at = after;
  }
}

function found(old, at, next) {
  const key = keyOf(next);
  for (let node = at; node; node = node.nextSibling) {
    if (node.nodeType !== next.nodeType || node.nodeName !== next.nodeName) {
      if (key === null) return null;
    } else if (keyOf(node) === key) return node;
    else if (key === null) return null;
  }
  return null;
}

const keyOf = node => (node.nodeType === 1 ? node.getAttribute('data-key') : null);

function become(old, next) {
  if (old.nodeType === 3) {
    if (old.data !== next.data) old.data = next.data;
    return;
  }
  if (old.hasAttribute('data-keep') && next.hasAttribute('data-keep')) return;
  const open = old.nodeName === 'DETAILS' && old.open;
  for (const {name} of [...old.attributes]) if (!next.hasAttribute(name) && !(open && name === 'open')) old.removeAttribute(name);
  for (const {name, value} of [...next.attributes]) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const actions = handlers.get(next);
  if (actions) on(old, actions);
  else handlers.delete(old);
  if (old.nodeName === 'SELECT' || old.nodeName === 'INPUT' || old.nodeName === 'TEXTAREA') {
    const typed = old.value;
    children(old, next);
    const mine = next.hasAttribute('data-sync') && document.activeElement !== old ? next.value : typed;
    if (old.value !== mine) old.value = mine;
    return;
  }
  children(old, next);
}

/** A list of parts with something between them. */
export function between(parts, separator) {
  return parts.flatMap((p, i) => (i ? [separator, p] : [p]));
}

/** What somebody typed or a file said, as a link where it is an address of the web, and as text where it is anything else. */
export function source(text) {
  const address = /^https?:\/\/[^\s]+$/i.test(text ?? '');
  return address ? h('a', {href: text, rel: 'noreferrer noopener', target: '_blank'}, shortened(text)) : text ?? '';
}

function shortened(address) {
  const bare = address.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
  return bare.length > 48 ? bare.slice(0, 46) + '…' : bare;
}
