/* SPDX-License-Identifier: Apache-2.0 */
import {post} from './api.js';
import {address, el, icon, say, shown, unseen} from './dom.js';
import {clock, day, dayAndTime, many, money} from './format.js';
import {trouble} from './news.js';

const LONG = 3000;
const ACTIONS = [
    {name: 'deliver', label: 'Deliver', becomes: 'delivered'},
    {name: 'fail', label: 'Fail', becomes: 'failed'},
];

const isFinal = status => status === 'delivered' || status === 'failed';

/** One message of a conversation, seen from the phone: what it has sent is on the right. */
export function bubble(message) {
    const outbound = message.direction === 'outbound';
    const status = el('span.status');
    const actions = outbound ? buttons(message) : null;
    const separator = el('p.separator', {hidden: true});
    const node = el(`li.message.${outbound ? 'received' : 'answered'}`, {},
        separator,
        el('div.bubble', {}, unseen(outbound ? 'From the account: ' : 'From the phone: '), text(message.body)),
        el('div.meta', {},
            el('time', {datetime: message.createdAt, title: dayAndTime(message.createdAt)}, clock(message.createdAt)),
            outbound ? status : null,
            el('span', {}, many(message.segments, 'segment')),
            el('span', {}, outbound ? money(message.cost, message.currency) : 'free'),
            el('span.id', {}, `#${message.id}`),
            actions?.node));
    return {
        node,
        update: (now, older) => {
            separate(separator, now, older);
            if (outbound) {
                show(status, now.status);
                actions.update(now.status);
            }
        },
    };
}

function show(place, status) {
    if (place.dataset.status !== status) {
        place.dataset.status = status;
        place.replaceChildren(icon(status), status);
    }
}

function text(body) {
    const node = el('p.text', {dir: 'auto'}, shown(body.slice(0, LONG)) || el('em', {}, '(no text)'));
    if (body.length > LONG) {
        const rest = el('button.more', {
            type: 'button',
            onclick: () => {
                node.textContent = shown(body);
            },
        }, `Show all ${many(body.length, 'character')}`);
        node.append('… ', rest);
    }
    return node;
}

// a heading where the day or the account's number is another one than before
function separate(place, message, older) {
    const ours = m => (m.direction === 'outbound' ? m.from : m.to);
    const otherDay = !older || day(older.createdAt) !== day(message.createdAt);
    const otherNumber = !older || ours(older) !== ours(message);
    place.hidden = !(otherDay || otherNumber);
    if (!place.hidden) {
        say(place, [otherDay ? day(message.createdAt) : null, otherNumber ? `with ${address(ours(message))}` : null].filter(Boolean).join(' · '));
    }
}

function buttons({id}) {
    const made = ACTIONS.map(({name, label, becomes}) => ({
        becomes,
        node: el('button.act', {type: 'button', 'data-act': name, onclick: () => post(`messages/${id}/${name}`).catch(trouble)},
            label, unseen(` message ${id}`)),
    }));
    const node = el('span.acts', {}, made.map(action => action.node));
    return {
        node,
        update: status => {
            node.classList.toggle('final', isFinal(status));
            const isGoing = made.some(action => action.becomes === status && action.node === document.activeElement);
            made.forEach(action => (action.node.hidden = action.becomes === status));
            if (isGoing) {
                // whoever pressed it stays where they are
                made.find(action => !action.node.hidden).node.focus();
            }
        },
    };
}
