/* SPDX-License-Identifier: Apache-2.0 */
import {get} from './api.js';
import {curl} from './curl.js';
import {address, byId, el, say, shown} from './dom.js';
import {many, money} from './format.js';
import {trouble} from './news.js';
import {learn, onAccount} from './state.js';

/** The account as it is now, for all parts of the page. */
export const loadAccount = () => get('account').then(learn, trouble);

/** Shows the wallet at the top, the counts of the logs, and the account's own view. */
export function accountView(startAfresh) {
    const balance = el('p.balance');
    const meter = el('meter', {id: 'limit-meter', min: '0', max: '60'});
    const limits = el('p', {});
    const numbers = el('tbody');
    const base = el('code');
    const reach = el('p.hint');
    const key = el('code');
    byId('account').append(
        el('div.cards', {},
            el('section.card', {}, el('h2', {}, 'Wallet'), balance, el('p.hint', {}, 'Charged by the segment. Inbound SMS are free.')),
            el('section.card', {}, el('h2', {}, el('label', {for: 'limit-meter'}, 'Rate limits')), meter, limits)),
        el('section', {}, el('h2', {}, 'Call it'),
            el('dl', {}, pair('Base URL', base), pair('Key', key), pair('Description', el('a', {href: '/openapi.json'}, 'openapi.json'))), reach, curl()),
        el('section', {}, el('h2', {}, 'Numbers'),
            el('div.table', {tabindex: '0', role: 'region', 'aria-label': 'Numbers of the account'}, el('table', {},
                el('thead', {}, el('tr', {}, ['Number', 'Id', 'Country', 'Type', 'Can send'].map(title => el('th', {scope: 'col'}, title)))), numbers))),
        el('section', {}, el('h2', {}, 'Start afresh'), el('p.lead', {}, 'Throws away all messages, calls and webhooks, and fills the wallet again.'),
            el('button.soft', {type: 'button', id: 'start-afresh', onclick: startAfresh}, 'Start afresh …')));
    onAccount(known => {
        say(balance, money(known.balance, known.currency));
        showLimits(meter, limits, known.limits);
        say(base, shown(known.baseUrl));
        say(key, shown(known.key));
        say(reach, shown(known.reach ?? ''));
        numbers.replaceChildren(...known.numbers.map(numberRow));
        byId('wallet').replaceChildren(el('span.wallet-word', {}, 'Wallet '), el('b', {}, money(known.balance, known.currency)));
        say(byId('calls-count'), many(known.counts.calls, 'call'));
        say(byId('webhooks-count'), many(known.counts.webhooks, 'webhook'));
    });
}

const pair = (term, value) => el('div', {}, el('dt', {}, term), el('dd', {}, value));

const numberRow = each => el('tr', {}, el('th', {scope: 'row'}, address(each.number)), el('td', {}, String(each.id)), el('td', {}, address(each.countryCode ?? '')),
    el('td', {}, address(each.numberType ?? '')), el('td', {}, each.canSend ? 'yes' : 'no'));

function showLimits(meter, text, {perMinute, perSecond, remaining}) {
    meter.hidden = !perMinute;
    meter.max = perMinute || 1;
    meter.value = remaining ?? perMinute ?? 0;
    meter.low = (perMinute ?? 0) / 5;
    const calls = perMinute ? `${remaining ?? perMinute} of ${many(perMinute, 'call')} left in this minute` : 'Calls are not limited';
    const messages = perSecond ? `${many(perSecond, 'message')} a second` : 'messages are not limited';
    say(text, `${calls}; ${messages}.`);
}
