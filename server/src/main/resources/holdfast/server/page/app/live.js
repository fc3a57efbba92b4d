// Changes as they come. The browser itself comes back with Last-Event-ID after a break, and is told what it missed.

import {room} from './api.js';

const FIRST = 2000;
const LONGEST = 60000;

let source = null;
let pause = FIRST;

/** @param told {begun, change, reading, open, broken} */
export function listen(agreement, told) {
  stop();
  source = new EventSource(room(agreement, 'changes'));
  source.addEventListener('begun', e => told.begun(JSON.parse(e.data)));
  source.addEventListener('reading', e => told.reading(JSON.parse(e.data)));
  source.addEventListener('change', e => told.change(JSON.parse(e.data)));
  source.addEventListener('open', () => {
    pause = FIRST;
    told.open();
  });
  source.addEventListener('error', () => {
    told.broken();
    // Where the server let us go for good, or nothing is told live, the browser does not come back by itself.
    if (source && source.readyState === EventSource.CLOSED) again(agreement, told);
  });
}

let waiting = 0;

function again(agreement, told) {
  clearTimeout(waiting);
  waiting = setTimeout(() => listen(agreement, told), pause);
  pause = Math.min(pause * 2, LONGEST);
}

export function stop() {
  clearTimeout(waiting);
  if (source) source.close();
  source = null;
}

addEventListener('pagehide', stop);
