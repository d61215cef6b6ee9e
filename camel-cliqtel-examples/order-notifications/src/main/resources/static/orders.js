/* SPDX-License-Identifier: Apache-2.0 */
import {byId, el, icon, say} from './dom.js';

const MOST_ROWS = 500;
const WORDS = {taken: 'in hand', queued: 'queued', sent: 'sent', delivered: 'delivered', failed: 'failed'};
const TIME = new Intl.DateTimeFormat([], {hour: '2-digit', minute: '2-digit', second: '2-digit'});

const list = byId('orders');
const rows = new Map();

const word = status => WORDS[status] ?? status;

/** Shows an order, in its place; nothing, where a newer state of it is shown, or it is older than all that are. */
export function show(order, olderToo) {
    const shown = rows.get(order.id);
    if (shown && shown.version >= order.version) {
        return false;
    }
    const last = list.lastElementChild;
    if (!shown && !olderToo && last && order.n < Number(last.dataset.n) && !byId('more').hidden) {
        return false;
    }
    const node = row(order);
    if (shown) {
        shown.node.replaceWith(node);
    } else {
        list.insertBefore(node, [...list.children].find(other => Number(other.dataset.n) < order.n) ?? null);
    }
    rows.set(order.id, {version: order.version, status: order.status, node});
    byId('nothing').hidden = true;
    return shown?.status !== order.status;
}

/** Takes the oldest away when there are very many, so that a page that is open all day stays light. */
export function prune() {
    while (list.childElementCount > MOST_ROWS) {
        rows.delete(list.lastElementChild.dataset.id);
        list.lastElementChild.remove();
        byId('more').hidden = false;
    }
}

export function clear() {
    list.replaceChildren();
    rows.clear();
}

/** The number of the oldest that is shown. */
export const oldest = () => list.lastElementChild?.dataset.n;

function row(order) {
    const status = el('span.status', {'data-status': order.status}, icon(WORDS[order.status] ? order.status : 'sent'), el('b', {}, word(order.status)));
    const sms = el('div.sms', {}, status);
    if (order.reason !== null) {
        sms.append(el('p.reason', {}, order.reason));
    } else if (order.message !== null) {
        sms.append(el('span.note', {}, `message ${order.message}`));
    }
    if (order.tries > 1) {
        sms.append(el('span.note', {}, `handed over ${order.tries} times`));
    }
    const changed = new Date(order.changed);
    return el('li.order', {'data-id': order.id, 'data-n': order.n},
        el('div.what', {}, el('b.id', {}, order.id), el('span.item', {}, order.item)),
        el('span.phone', {}, order.phone),
        sms,
        el('time', {datetime: order.changed, title: changed.toLocaleString()}, TIME.format(changed)));
}

/** Shows how many orders there are by status. */
export function count(counts) {
    const place = byId('counts');
    for (const [status, name] of Object.entries(WORDS)) {
        let value = byId(`count-${status}`);
        if (!value) {
            value = el('dd', {id: `count-${status}`});
            place.append(el('div', {'data-status': status}, el('dt', {}, icon(status), name), value));
        }
        say(value, String(counts[status] ?? 0));
    }
}

export const sentence = order => `Order ${order.id} is ${word(order.status)}.`;
