// Before signing: what the text guarantees, how it can fail, each with its story; an editor that says what is wrong while one types; a redline against another draft.

import {get, maybe, Refusal, room, send} from '../api.js';
import {h} from '../dom.js';
import {editor} from '../editor.js';
import {refused} from '../forms.js';
import {everybody, inText, short, underReading} from '../names.js';
import {words} from '../records.js';
import {begin} from './exercise.js';
import {clauseLink} from '../verdicts.js';
import {moment} from '../when.js';
import {n, w} from '../words.js';

let examined = {agreement: '', told: undefined};

export async function view(state) {
  const name = state.agreement.name;
  if (examined.agreement !== name) {
    examined = {agreement: name, told: undefined};
    examine(name, state);
  }
  const text = await maybe(get(name, 'text'));
  const place = h('div', {id: 'examined', 'data-key': 'examined-' + name, 'data-keep': true});
  place.append(...(examined.told === undefined ? [h('p', {class: 'quiet', role: 'status'}, w('before.working'))] : answer(examined.told, null, state)));
  return [
    h('p', {class: 'quiet', 'data-key': 'lead'}, w('before.lead')),
    text !== null && h('p', {class: 'downloads', 'data-key': 'pages'}, h('a', {href: room(name, 'examination.html'), target: '_blank'}, w('before.page')),
      ...state.agreement.actors.filter(a => ['party', 'guarantor'].includes(a.role)).map(a => [' · ', h('a', {href: room(name, 'brief') + '?for=' + encodeURIComponent(a.name), target: '_blank'}, w('before.brief', {who: short(a.name)}))])),
    h('div', {'aria-live': 'polite', 'data-keep': true, 'data-key': 'said', id: 'exercise-said'}),
    place,
    h('section', {class: 'part', 'data-key': 'edit-' + name + state.me.role, 'data-keep': true, 'aria-labelledby': 'h-edit'}, h('h2', {id: 'h-edit'}, w('before.edit')),
      text === null ? h('p', {class: 'quiet'}, w('before.noText')) : editor(String(text), name, state.me.role !== 'public', told => shown(told, state))),
    h('section', {class: 'part', 'data-key': 'redline-' + name + state.me.role, 'data-keep': true, 'aria-labelledby': 'h-redline'}, h('h2', {id: 'h-redline'}, w('before.redline')), state.me.role === 'public' ? h('p', {class: 'quiet'}, w('edit.signIn')) : redline(name)),
  ];
}

/** It takes a while, and the text can be read and changed meanwhile. */
async function examine(name, state) {
  let found;
  try {
    found = answer((examined.told = await maybe(get(name, 'examination'))), null, state);
  } catch (problem) {
    examined = {agreement: '', told: undefined};
    found = [refused(problem)];
  }
  const place = document.getElementById('examined');
  if (place && state.agreement.name === name && !place.dataset.draft) place.replaceChildren(...found);
}

/** The findings of the text that is being written, held against those of the text in force. */
function shown(told, state) {
  const place = document.getElementById('examined');
  if (!place) return;
  place.dataset.draft = 'yes';
  place.replaceChildren(...answer(told, examined.told, state));
}

function answer(told, before, state) {
  if (!told) return [h('p', {class: 'quiet'}, w('before.none'))];
  return [
    before && h('p', {class: 'note'}, w('before.draft')),
    told.partial.length > 0 && h('p', {class: 'alarm', lang: 'en'}, told.partial.join(' ')),
    h('section', {class: 'part', 'aria-labelledby': 'h-headline'}, h('h2', {id: 'h-headline'}, w('before.headline')), h('ul', {class: 'headlines', lang: 'en'}, told.headline.map(x => h('li', {}, inText(x))))),
    guarantees(told.guarantees, state),
    findings(told, before, state),
  ].filter(Boolean);
}

function guarantees(rows, state) {
  if (rows.length === 0) return null;
  const columns = ['prohibition', 'violator', 'course', 'measure', 'within', 'doneBy', 'story'];
  return h('section', {class: 'part', 'aria-labelledby': 'h-guarantees'}, h('h2', {id: 'h-guarantees'}, w('before.guarantees')), h('p', {class: 'quiet'}, w('before.guaranteesNote')),
    h('table', {class: 'cards'}, h('thead', {}, h('tr', {}, columns.map(c => h('th', {scope: 'col'}, w(`guarantee.${c}`))))),
      h('tbody', {}, rows.map(g => h('tr', {class: g.measure === 'nothing' ? 'nothing' : ''},
        td('prohibition', clauseLink(g.prohibition)), td('violator', short(g.violator), Object.keys(g.reading).length ? h('span', {class: 'reading'}, ' ' + w('guarantee.reading', {reading: underReading(g.reading)})) : ''),
        td('course', h('span', {lang: 'en'}, inText(g.course))),
        td('measure', g.measure === 'nothing' ? h('b', {class: 'alarm'}, w('guarantee.nothing')) : h('span', {lang: 'en'}, inText(g.measure)), g.defectors.length ? h('span', {class: 'quiet'}, ' ' + w('guarantee.defectors', {who: everybody(g.defectors)})) : ''),
        td('within', h('span', {lang: 'en'}, g.within ?? '')), td('doneBy', everybody(g.doneBy.length ? g.doneBy : g.decidedBy)), td('story', story(g.story, state)))))));
}

const td = (name, ...content) => h('td', {'data-label': w(`guarantee.${name}`)}, ...content);

function story(told, state) {
  if (!told) return '';
  return h('details', {}, h('summary', {}, w('guarantee.story')), h('div', {class: 'story'}, h('p', {lang: 'en'}, h('b', {}, inText(told.title))),
    h('ol', {}, told.records.map(r => h('li', {}, h('span', {class: 'quiet'}, r.occurred ? moment(r.occurred) : r.recorded ? moment(r.recorded) : ''), ' ', words(r)))),
    h('p', {}, w('story.at', {time: moment(told.at)})),
    h('ul', {}, told.claims.map(c => h('li', {}, clauseLink(c.clause), ' ', short(c.bearer), ': ', h('span', {class: 'chip ' + c.status.replace(/ /g, '-')}, w(`status.${c.status}`)), c.due ? ' ' + w('verdict.due', {time: moment(c.due)}) : ''))),
    state.me.role !== 'public' && h('p', {}, h('button', {type: 'button', on: {click: () => play(told, state)}}, w('story.play')), ' ', h('span', {class: 'quiet'}, w('story.playNote')))));
}

/** The first act of a story, and the table is theirs. */
function play(told, state) {
  const when = r => Date.parse(r.recorded ?? r.occurred_to ?? r.occurred);
  const first = Math.min(...told.records.map(when));
  begin(state, {title: told.title, clock: new Date(first).toISOString(), records: told.records.filter(r => when(r) <= first)});
}

const idOf = f => f.code + ' ' + f.clauses.join(' ');

function findings(told, before, state) {
  const old = before && new Set(before.findings.map(idOf));
  const now_ = new Set(told.findings.map(idOf));
  const gone = before ? before.findings.filter(f => !now_.has(idOf(f))) : [];
  const main = told.findings.filter(f => !f.accepted);
  const accepted = told.findings.filter(f => f.accepted);
  return h('section', {class: 'part', 'aria-labelledby': 'h-findings'}, h('h2', {id: 'h-findings'}, w('before.findings')),
    h('p', {class: 'quiet'}, n('before.count', main.length)),
    gone.length > 0 && [h('h3', {}, w('before.gone')), h('ul', {class: 'rows'}, gone.map(f => h('li', {}, h('del', {lang: 'en'}, `${f.code} ${f.title} (${f.clauses.join(', ')})`))))],
    h('ul', {class: 'rows'}, main.map(f => finding(f, old && !old.has(idOf(f)), state))),
    accepted.length > 0 && h('details', {}, h('summary', {}, n('before.accepted', accepted.length)), h('ul', {class: 'rows'}, accepted.map(f => finding(f, false, state)))));
}

function finding(f, isNew, state) {
  return h('li', {class: 'finding ' + f.weight + (isNew ? ' fresh' : '')},
    h('p', {}, h('span', {class: 'chip ' + f.weight}, f.code), ' ', isNew && h('span', {class: 'new'}, w('verdict.new')), ' ', h('b', {lang: 'en'}, inText(f.title)), ' ', f.clauses.map(c => [clauseLink(c), ' '])),
    h('p', {lang: 'en'}, inText(f.sentence)),
    f.accepted && h('p', {class: 'note', lang: 'en'}, f.accepted),
    h('details', {}, h('summary', {}, w('finding.mend')), h('p', {lang: 'en'}, inText(f.mend)), f.instead.map(m => h('div', {lang: 'en'}, m.passages.map(p => [p.before !== null && h('p', {}, h('del', {}, p.before)), p.after.map(a => h('p', {}, h('ins', {}, a)))]))), f.noText && h('p', {lang: 'en'}, f.noText)),
    f.story && story(f.story, state));
}

/** Another draft, as a file or typed, held against the text that is written above. */
function redline(agreement) {
  const outcome = h('div', {'aria-live': 'polite'});
  const other = h('textarea', {id: 'other', rows: 8, spellcheck: 'false', class: 'code'});
  const file = h('input', {id: 'other-file', type: 'file', accept: '.md,.txt', on: {change: async e => { if (e.target.files[0]) other.value = await e.target.files[0].text(); }}});
  const compare = async () => {
    const after = other.value.trim() ? other.value : document.getElementById('draft')?.value ?? '';
    outcome.replaceChildren(h('p', {class: 'quiet'}, w('before.working')));
    try {
      const told = await maybe(send('/api/redline?agreement=' + encodeURIComponent(agreement), JSON.stringify({after})));
      outcome.replaceChildren(...(told ? differences(told) : [h('p', {class: 'quiet'}, w('before.noRedline'))]));
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      outcome.replaceChildren(h('p', {class: 'bad', role: 'alert'}, problem.message), ...problem.problems.map(p => h('p', {lang: 'en'}, typeof p === 'string' ? p : p.words ?? '')));
    }
  };
  return [h('p', {class: 'quiet'}, w('before.redlineHow')), h('p', {}, h('label', {for: 'other-file'}, w('before.otherFile')), ' ', file), h('p', {}, h('label', {for: 'other'}, w('before.other'))), other,
    h('p', {}, h('button', {type: 'button', on: {click: compare}}, w('before.compare'))), outcome];
}

function differences(told) {
  const changed = told.clauses.filter(c => c.formal !== 'same' || c.reworded || !['same', 'only permits', 'one sided'].includes(c.meaning));
  if (!told.changed || changed.length + told.declarations.length === 0) return [h('p', {class: 'none'}, w('before.noDifference'))];
  return [
    h('ul', {class: 'rows'}, changed.map(c => h('li', {},
      h('p', {}, h('b', {}, [c.earlier?.clause, c.later?.clause].filter(Boolean).filter((x, i, all) => all.indexOf(x) === i).join(' → ')), ' ', h('span', {class: 'chip'}, w(`formal.${c.formal}`)), ' ', h('span', {class: c.meaning === 'differs' ? 'chip breached' : 'chip'}, w(`meaning.${c.meaning}`))),
      c.earlier && c.formal !== 'same' && c.earlier.statements.map(x => h('p', {}, h('del', {}, x.text))),
      c.later && c.formal !== 'same' && c.later.statements.map(x => h('p', {}, h('ins', {}, x.text))),
      c.sentence && h('p', {lang: 'en'}, inText(c.sentence)),
      [...c.forBearers, ...c.forBeneficiaries].map(x => h('p', {class: 'quiet', lang: 'en'}, x))))),
    told.declarations.length > 0 && h('p', {class: 'quiet'}, n('before.declarations', told.declarations.length)),
  ];
}
