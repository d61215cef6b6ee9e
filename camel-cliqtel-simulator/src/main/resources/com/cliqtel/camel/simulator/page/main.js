/* SPDX-License-Identifier: Apache-2.0 */
import {accountView, loadAccount} from './account.js';
import {post} from './api.js';
import {calls} from './calls.js';
import {offerNumbers} from './composer.js';
import {dialog} from './dialogs.js';
import {address, byId, say} from './dom.js';
import {Faults} from './faults.js';
import {Live} from './live.js';
import {tell} from './news.js';
import {followPlace, linkTo} from './place.js';
import {Phones} from './phones.js';
import {learn} from './state.js';
import {Thread} from './thread.js';
import {themeToggle} from './toggle.js';
import {webhooks} from './webhooks.js';

const CONNECTION = {live: 'Live', waiting: 'Trying again'};
const SPOKEN = 120;

const live = new Live(state => {
    byId('connection').dataset.state = state;
    say(byId('connection').lastElementChild, CONNECTION[state]);
});
const phones = new Phones(live.redraw);
const thread = new Thread(live.redraw);
const logs = {calls: calls(live.redraw), webhooks: webhooks(live.redraw)};
const faults = new Faults();

const loadAll = () => Promise.all([loadAccount(), faults.load(), phones.load(), thread.load(), logs.calls.load(), logs.webhooks.load()]);

let newest = 0;
function hear(message) {
    phones.message(message);
    thread.message(message);
    // a change of an old one is shown, not told
    if (message.id > newest) {
        newest = message.id;
        const text = message.body.slice(0, SPOKEN);
        tell(message.direction === 'outbound' ? `Message to ${address(message.phone)}: ${text}` : `Answer from ${address(message.phone)}: ${text}`);
    } else if (message.phone === thread.phone) {
        tell(`Message ${message.id}: ${message.status}.`);
    }
}

live.on('message', hear)
    .on('deleted', ({id}) => {
        phones.deleted(id);
        thread.deleted(id);
    })
    .on('call', call => logs.calls.tell(call))
    .on('webhook', webhook => logs.webhooks.tell(webhook))
    .on('account', learn)
    .on('faults', news => faults.show(news))
    .on('reset', () => {
        newest = 0;
        logs.calls.reset();
        logs.webhooks.reset();
        Promise.all([loadAccount(), faults.load(), phones.load(), thread.load()]);
    })
    // also when it was connected before: what was missed meanwhile is in no event
    .on('open', loadAll)
    .onFrame(() => {
        phones.render();
        thread.render();
        logs.calls.render();
        logs.webhooks.render();
    });

accountView(dialog('afresh', async () => {
    await post('reset');
    tell('All thrown away.');
}));
byId('new-conversation').addEventListener('click', dialog('newcomer', async ({from, to, body}) => {
    const message = await post('messages', {from: from.trim(), to, body});
    location.hash = linkTo('phones', message.phone);
}, form => offerNumbers(form.elements.to)));
byId('skip').addEventListener('click', event => {
    event.preventDefault();
    byId('content').focus();
});
themeToggle(byId('theme'));

followPlace(({view, part}, byUser) => {
    if (view === 'phones') {
        phones.show(part);
        thread.show(part, byUser);
    }
    for (const [name, log] of Object.entries(logs)) {
        log.show(view === name ? part : undefined, byUser);
    }
    document.title = `${titleOf(view, part)} · Cliqtel simulator`;
});

function titleOf(view, part) {
    return part && view === 'phones' ? address(part) : view[0].toUpperCase() + view.slice(1);
}

live.start();
