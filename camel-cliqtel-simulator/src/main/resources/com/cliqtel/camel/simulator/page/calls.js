/* SPDX-License-Identifier: Apache-2.0 */
import {block, facts, headers} from './facts.js';
import {address, el, unseen} from './dom.js';
import {dayAndTime, seconds, took} from './format.js';
import {Log} from './log.js';

const WORDS = {
    0: 'no answer', 200: 'OK', 201: 'Created', 400: 'Bad request', 401: 'Unauthorized', 402: 'Payment required', 404: 'Not found',
    405: 'Method not allowed', 413: 'Too large', 422: 'Unprocessable', 429: 'Too many requests', 500: 'Server error', 502: 'Bad gateway',
    503: 'Unavailable', 504: 'Gateway timeout',
};

/** An answer's kind, for its colour: its number and word say the same. */
export const kindOf = status => (status >= 200 && status < 300 ? 'good' : status === 0 || status >= 500 ? 'bad' : status >= 400 ? 'warn' : 'plain');

const word = status => WORDS[status] ?? '';

const path = call => (call.query ? `${call.path}?${call.query}` : call.path);

const row = call => [
    el('time', {datetime: call.at, title: dayAndTime(call.at)}, seconds(call.at)),
    el('span.what', {}, el('span.request-line', {}, el('b.method', {}, address(call.method)), ' ', el('bdi.path', {}, address(path(call)))),
        call.fault ? el('span.tag.warn', {}, unseen('fault: '), address(call.fault)) : null),
    el(`span.answer.${kindOf(call.status)}`, {}, call.status ? `${call.status}` : '—', el('small', {}, word(call.status))),
    el('span.took', {}, unseen('took '), took(call.millis)),
    el('span.left', {}, call.remaining === null || call.remaining === undefined ? '' : `${call.remaining}`, unseen(' calls left')),
];

const detail = call => [
    el('p.request', {}, el('b.method', {}, address(call.method)), el('bdi', {}, address(path(call)))),
    facts({
        'At': dayAndTime(call.at),
        'Answer': el(`span.answer.${kindOf(call.status)}`, {}, call.status ? `${call.status} ${word(call.status)}` : 'no answer'),
        'Took': took(call.millis),
        'Calls left': call.remaining,
        'Fault': call.fault,
    }),
    block('Request body', call.requestBody, {json: true}),
    block('Answer body', call.answerBody, {json: true}),
    headers('Request headers', call.requestHeaders),
    headers('Answer headers', call.answerHeaders),
];

/** The log of API calls. */
export const calls = redraw => new Log({
    name: 'calls', one: 'call', title: 'Call', row, detail,
    invitation: 'Choose a call to see what was asked and answered. Keys are masked.',
}, redraw);
