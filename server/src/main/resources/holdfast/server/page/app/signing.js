// Who is signed in, and the way in and out.

import {ask, Refusal, send} from './api.js';
import {h} from './dom.js';
import {short} from './names.js';
import {w} from './words.js';

export function signing(state, again) {
  const {me} = state;
  if (me.role === 'public') {
    return h('details', {class: 'sign', 'data-key': 'sign-in'}, h('summary', {}, w('sign.in')),
      h('form', {on: {submit: e => enter(e, again)}},
        h('label', {for: 'token'}, w('sign.token')),
        h('input', {id: 'token', type: 'password', autocomplete: 'off', required: true}),
        h('button', {}, w('sign.in')),
        h('p', {class: 'quiet'}, w('sign.how')),
        me.provider && h('p', {}, h('a', {href: '/enter-by-provider'}, w('sign.provider', {provider: me.provider}))),
        h('p', {id: 'sign-said', role: 'alert', 'data-keep': true, 'data-key': 'sign-said'})));
  }
  return h('span', {class: 'me', 'data-key': 'me'},
    me.name === me.role ? w(`role.${me.role}`) : w('sign.as', {name: me.name, role: w(`role.${me.role}`)}), me.actor ? `, ${short(me.actor)} ` : ' ',
    h('button', {type: 'button', class: 'plain', on: {click: () => leave(again)}}, w('sign.out')));
}

async function enter(event, again) {
  event.preventDefault();
  const form = event.target;
  const said = form.querySelector('#sign-said');
  try {
    await send('/api/session', JSON.stringify({token: form.querySelector('#token').value.trim()}));
    await again();
  } catch (e) {
    said.textContent = e instanceof Refusal && e.message ? e.message : w('sign.refused');
  }
}

async function leave(again) {
  try {
    await ask('/api/session', {method: 'DELETE'});
  } finally {
    await again();
  }
}
