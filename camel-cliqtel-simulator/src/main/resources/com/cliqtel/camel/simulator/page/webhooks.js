/* SPDX-License-Identifier: Apache-2.0 */
import {post} from './api.js';
import {kindOf} from './calls.js';
import {address, el, icon, unseen} from './dom.js';
import {block, facts} from './facts.js';
import {dayAndTime, seconds} from './format.js';
import {Log} from './log.js';
import {tell, trouble} from './news.js';

const hasAnswer = webhook => webhook.answer !== null && webhook.answer !== undefined;

const outcome = webhook => (hasAnswer(webhook) ? `${webhook.answer}` : 'no answer');

const verdict = webhook => (webhook.accepted ? 'accepted' : 'not accepted');

const status = webhook => (webhook.status ? el('span.status', {'data-status': webhook.status}, icon(webhook.status), webhook.status) : el('span', {}, 'an event'));

const row = webhook => [
    el('time', {datetime: webhook.at, title: dayAndTime(webhook.at)}, seconds(webhook.at)),
    el('span.what', {}, status(webhook), webhook.messageId === null || webhook.messageId === undefined ? null : el('span.id', {}, `#${webhook.messageId}`),
        webhook.forgery ? el('span.tag.warn', {}, address(`forged: ${webhook.forgery}`)) : null, el('bdi.path', {}, address(webhook.url))),
    el(`span.answer.${webhook.accepted ? 'good' : kindOf(webhook.answer ?? 0)}`, {}, outcome(webhook), ' ', hasAnswer(webhook) ? el('small', {}, verdict(webhook)) : null),
    el('span.took', {}, unseen('attempt '), `${webhook.attempt}`),
];

function action(label, path, done) {
    return el('button.soft', {
        type: 'button',
        onclick: () => post(path).then(() => tell(done), trouble),
    }, label);
}

const detail = webhook => [
    facts({
        'At': dayAndTime(webhook.at),
        'Reports': status(webhook),
        'Message': webhook.messageId,
        'To': el('bdi', {}, address(webhook.url)),
        'Attempt': webhook.attempt,
        'Forged': webhook.forgery,
        'Answer': el(`span.answer.${webhook.accepted ? 'good' : kindOf(webhook.answer ?? 0)}`, {}, `${outcome(webhook)}, ${verdict(webhook)}`),
        'Failure': webhook.failure,
        'Signature': el('code', {}, address(webhook.signature ?? 'none')),
    }),
    el('div.buttons', {},
        action('Send it again', `webhooks/${webhook.n}/resend`, 'Sent again: the newest webhook.'),
        action('Send it forged', `webhooks/${webhook.n}/forge`, 'Sent forged: the newest webhook.')),
    block('Body', webhook.body, {json: true}),
];

/** The log of webhooks, each of which can be sent again, or forged. */
export const webhooks = redraw => new Log({
    name: 'webhooks', one: 'webhook', title: 'Webhook', row, detail,
    invitation: 'Choose a webhook to see its body and signature, and to send it again.',
}, redraw);
