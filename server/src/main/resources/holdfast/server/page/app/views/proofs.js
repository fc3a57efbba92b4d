// That nobody changed the record: the checkpoint, who has cosigned it, and what one can take away and check without this server.

import {get, maybe, room} from '../api.js';
import {query} from '../address.js';
import {h} from '../dom.js';
import {w} from '../words.js';

export async function view(state) {
  const name = state.agreement.name;
  const [log, replay] = await Promise.all([maybe(get(name, 'log', {moment: true})), get(name, 'replay', {moment: true})]);
  const kept = replay.files.map(f => f.checkpoint).find(Boolean);
  return [
    h('p', {class: 'quiet', 'data-key': 'lead'}, w('proofs.lead')),
    h('section', {class: 'part', 'data-key': 'checkpoint', 'aria-labelledby': 'h-checkpoint'}, h('h2', {id: 'h-checkpoint'}, w('proofs.checkpoint')),
      facts([
        [w('proofs.origin'), log?.origin ?? kept?.log],
        [w('proofs.size'), kept?.size ?? log?.size],
        [w('proofs.root'), kept?.root ?? log?.root],
        [w('proofs.text'), kept?.text !== null && kept?.text !== undefined ? '#' + kept.text : null],
        [w('proofs.sha'), replay.agreement.sha256],
        [w('proofs.version'), replay.version],
      ]),
      log?.checkpoint && h('details', {}, h('summary', {}, w('proofs.note')), h('pre', {}, log.checkpoint))),
    log && h('section', {class: 'part', 'data-key': 'witnesses', 'aria-labelledby': 'h-witnesses'}, h('h2', {id: 'h-witnesses'}, w('proofs.witnesses')),
      log.signatures.some(s => s !== log.origin) ? h('ul', {}, log.signatures.filter(s => s !== log.origin).map(s => h('li', {}, s))) : h('p', {class: 'none'}, w('proofs.noWitness')),
      log.keys.length > 0 && [h('h3', {}, w('proofs.keys')), h('ul', {}, log.keys.map(k => h('li', {}, h('code', {}, k))))]),
    h('section', {class: 'part', 'data-key': 'take', 'aria-labelledby': 'h-take'}, h('h2', {id: 'h-take'}, w('proofs.take')),
      h('ul', {class: 'rows'},
        log && taken(room(name, 'checkpoint'), w('proofs.takeCheckpoint')),
        taken(room(name, 'replay') + query(true), w('proofs.takeReplay')),
        taken(room(name, 'records') + '?limit=1000', w('proofs.takeRecords')),
        taken(room(name, 'duties.ics') + query(true), w('proofs.takeCalendar'))),
      log && proofForm(name)),
    h('section', {class: 'part', 'data-key': 'how', 'aria-labelledby': 'h-how'}, h('h2', {id: 'h-how'}, w('proofs.how')),
      h('ol', {}, h('li', {}, w('proofs.how1')), h('li', {}, w('proofs.how2')), h('li', {}, w('proofs.how3'))),
      h('p', {class: 'quiet'}, w('proofs.notTrue'))),
  ];
}

const taken = (address, words) => h('li', {}, h('a', {href: address, download: true}, words));

function facts(rows) {
  return h('dl', {class: 'receipt'}, rows.filter(([, v]) => v !== null && v !== undefined && v !== '').map(([name, v]) => [h('dt', {}, name), h('dd', {}, h('code', {}, String(v)))]));
}

function proofForm(name) {
  const id = h('input', {id: 'proof-id', required: true, autocomplete: 'off'});
  const fetchIt = e => {
    e.preventDefault();
    const link = h('a', {href: room(name, 'proofs/' + encodeURIComponent(id.value.trim())), download: true});
    link.click();
  };
  return h('form', {class: 'fields', 'data-keep': true, 'data-key': 'proof', on: {submit: fetchIt}}, h('div', {class: 'field'}, h('label', {for: 'proof-id'}, w('proofs.one')), id), h('p', {}, h('button', {}, w('proofs.oneTake'))));
}
