// For the keeper alone: whom to let in, who was let in, and who asked for what.

import {ask, maybe, send} from '../api.js';
import {h} from '../dom.js';
import {refused} from '../forms.js';
import {short} from '../names.js';
import {clockTime, day} from '../when.js';
import {n, w} from '../words.js';

const ROLES = ['observer', 'party', 'guarantor', 'member', 'keeper'];
const LINES = 200;

export async function view(state, again) {
  if (state.me.role !== 'keeper') return h('p', {class: 'none', 'data-key': 'none'}, w('people.keeper'));
  const [told, log] = await Promise.all([maybe(ask('/api/people')), maybe(ask('/api/log-of-access'))]);
  if (told === null) return h('p', {class: 'quiet', 'data-key': 'none'}, w('people.none'));
  return [
    invitation(state, again),
    h('section', {class: 'part', 'data-key': 'in', 'aria-labelledby': 'h-in'}, h('h2', {id: 'h-in'}, w('people.in')),
      told.people.length === 0 ? h('p', {class: 'none'}, w('people.nobody')) : h('table', {class: 'cards'}, h('thead', {}, h('tr', {}, ['people.name', 'people.role', 'people.actor', 'people.remove'].map(k => h('th', {scope: 'col'}, w(k))))),
        h('tbody', {}, told.people.map(p => h('tr', {'data-key': p.name}, h('td', {'data-label': w('people.name')}, p.name), h('td', {'data-label': w('people.role')}, w(`role.${p.role}`)), h('td', {'data-label': w('people.actor')}, p.actor ? short(p.actor) : ''),
          h('td', {}, p.name === state.me.name ? '' : h('button', {type: 'button', 'aria-label': `${w('people.remove')}: ${p.name}`, on: {click: () => remove(p.name, again)}}, w('people.remove')))))))),
    log && asked(log),
  ];
}

function invitation(state, again) {
  const outcome = h('div', {'aria-live': 'polite', 'data-keep': true, 'data-key': 'invited', id: 'invited'});
  const submit = async e => {
    e.preventDefault();
    const form = new FormData(e.target);
    const said = document.getElementById('invited');
    try {
      const told = await send('/api/people', JSON.stringify({name: form.get('name').trim(), role: form.get('role'), actor: form.get('actor').trim(), device: form.get('device') === 'on'}));
      said.replaceChildren(h('div', {class: 'preview'}, h('p', {}, told.link ? w('people.link', {name: told.person.name}) : w('people.token', {name: told.person.name})), h('p', {}, h('code', {class: 'secret'}, told.link ? location.origin + told.link : told.token)), h('p', {class: 'quiet'}, w('people.once'))));
      await again();
    } catch (problem) {
      said.replaceChildren(refused(problem));
    }
  };
  return h('section', {class: 'part', 'data-key': 'invite', 'aria-labelledby': 'h-invite'}, h('h2', {id: 'h-invite'}, w('people.invite')),
    h('form', {class: 'filters', 'data-keep': true, 'data-key': 'invite-form', on: {submit}},
      h('label', {}, w('people.name'), h('input', {name: 'name', id: 'invite-name', required: true, maxlength: 100, autocomplete: 'off'})),
      h('label', {}, w('people.role'), h('select', {name: 'role', id: 'invite-role'}, ROLES.map(r => h('option', {value: r}, w(`role.${r}`))))),
      h('label', {}, w('people.actor'), h('input', {name: 'actor', id: 'invite-actor', list: 'invite-actors', autocomplete: 'off'})),
      h('datalist', {id: 'invite-actors'}, [...state.agreement.actors, ...state.agreement.bodies].map(a => h('option', {value: a.name}, short(a.name)))),
      h('label', {class: 'tick'}, h('input', {type: 'checkbox', name: 'device', id: 'invite-device'}), ' ', w('people.device')),
      h('button', {class: 'main'}, w('people.letIn'))), outcome);
}

async function remove(name, again) {
  const said = document.getElementById('invited');
  try {
    await ask('/api/people/' + encodeURIComponent(name), {method: 'DELETE'});
    said.replaceChildren();
    await again();
  } catch (problem) {
    said.replaceChildren(refused(problem));
  }
}

function asked(log) {
  const lines = [...log.asked].reverse();
  return h('section', {class: 'part', 'data-key': 'log', 'aria-labelledby': 'h-log'}, h('h2', {id: 'h-log'}, w('people.log', {day: day(log.day)})),
    h('details', {'data-key': 'lines'}, h('summary', {}, n('people.lines', lines.length)), h('table', {class: 'cards'}, h('tbody', {}, lines.slice(0, LINES).map(l => h('tr', {class: l.status >= 400 ? 'bad' : ''},
      h('td', {class: 'when'}, clockTime(Date.parse(l.when))), h('td', {}, l.who, l.actor ? `, ${short(l.actor)}` : ''), h('td', {}, h('code', {}, `${l.method} ${l.path}`)), h('td', {}, String(l.status)), h('td', {lang: 'en'}, l.why ?? '')))))));
}
