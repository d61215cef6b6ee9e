/* SPDX-License-Identifier: Apache-2.0 */
import {byId, say} from './dom.js';
import {Live} from './live.js';
import {clear, count, oldest, prune, sentence, show} from './orders.js';
import {themeToggle} from './toggle.js';

const STATES = {live: 'Live', waiting: 'Trying again'};
const PAUSE = 1500;

let heard = [];

// politely, and not oftener than can be listened to
function tell(text) {
    if (heard.push(text) === 1) {
        setTimeout(() => {
            const last = heard[heard.length - 1];
            say(byId('news'), heard.length === 1 ? last : `${last} And ${heard.length - 1} more.`);
            heard = [];
        }, PAUSE);
    }
}

async function load(query) {
    const answer = await fetch(`/orders${query}`);
    if (!answer.ok) {
        throw new Error(`The shop answers ${answer.status}`);
    }
    const page = await answer.json();
    page.orders.forEach(order => show(order, true));
    count(page.counts);
    byId('more').hidden = !page.more;
    byId('nothing').hidden = byId('orders').childElementCount > 0;
}

function state(name) {
    byId('connection').dataset.state = name;
    say(byId('connection').querySelector('span'), STATES[name]);
}

const newest = () => load('').catch(() => state('waiting'));

themeToggle(byId('theme'));
byId('more').addEventListener('click', () => load(`?before=${oldest()}`).catch(() => state('waiting')));
new Live({
    state,
    open: newest,
    order: order => {
        if (show(order, false)) {
            tell(sentence(order));
        }
        prune();
    },
    counts: count,
    reset: () => {
        clear();
        newest();
    },
}).start();
